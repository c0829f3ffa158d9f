using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Journal.Tests.Recovery;

/// <summary>A live world of chatterers, driven as a host does: slices of random length, words from outside at clean points, a batch per turn.</summary>
internal sealed class LiveChatter : IEventListener
{
    private const int Grains = 12;

    private readonly Random _chance;
    private readonly List<Event> _events = [];

    public LiveChatter(int seed, ulong worldSeed)
    {
        _chance = new Random(seed);
        World = Fresh(worldSeed);
        World.Listen(this);
    }

    public World<Chatter> World { get; }

    /// <summary>The world as it is at its genesis.</summary>
    public static World<Chatter> Fresh(ulong worldSeed) => Chatter.World(Grains, worldSeed);

    public void On(in Event e) => _events.Add(e);

    /// <summary>Lets a turn pass and appends it.</summary>
    public void Turn(IWorldJournal journal)
    {
        var (from, inputs) = (World.Now, new List<Input>());
        var slices = _chance.Next(1, 5);
        for (var slice = 0; slice < slices; slice++)
        {
            World.RunUntil(World.Now + new Duration(_chance.Next(0, 120_000)));
            for (var i = _chance.Next(3); i > 0; i--)
            {
                var message = Body.Of(new Chat(_chance.Next(4), _chance.Next(1000)));
                var input = new Input(journal.Head.Inputs + inputs.Count, World.Now, Chatter.Id(_chance.Next(Grains)), message);
                World.Post(input.To, input.Message, input.At, Input.Priority);
                inputs.Add(input);
            }

            World.RunUntil(World.Now + new Duration(1));
        }

        journal.Append(new Batch(from, World.Now, inputs, [.. _events], World.EventHash, []));
        _events.Clear();
    }
}
