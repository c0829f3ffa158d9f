using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Silo.Worlds;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>
/// A world's events with cases and incidents named in the order they appear: on a cluster they have other numbers than in one process, and that is
/// all that may differ.
/// </summary>
internal sealed class Told : IWorldFollower, IEventListener
{
    private readonly Dictionary<ulong, ulong> _names = [];

    public List<(long AtMs, ulong Source, ulong Kind, ulong W0, ulong W1, ulong W2, ulong W3)> Events { get; } = [];

    public List<long> Sequences { get; } = [];

    public WorldClock Reached { get; private set; }

    public void Hear(in Event e)
    {
        Events.Add((e.At.Milliseconds, Named(e.Source.Packed), e.Body.Kind, Named(e.Body.W0), Named(e.Body.W1), Named(e.Body.W2), Named(e.Body.W3)));
        Sequences.Add(e.Sequence);
    }

    public void On(in Event e) => Hear(e);

    public void Reach(in WorldClock clock) => Reached = clock;

    private ulong Named(ulong word)
    {
        var kind = new GrainId(word).Kind;
        if (kind is not (Grain.Case or Grain.Incident))
        {
            return word;
        }

        _names.TryAdd(word, new GrainId(kind, _names.Count).Packed);
        return _names[word];
    }
}
