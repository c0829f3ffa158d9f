using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>
/// The messages of a mirrored world that were sent and are not handled yet, as far as its turns tell: what comes from outside is seen here only
/// when it has been handled. Their timers are the mirror's own.
/// </summary>
internal sealed class Outstanding
{
    private const int FewestToSweep = 1024;
    private readonly Dictionary<MessageId, (long Nth, Sent Sent)> _messages = [];
    private readonly Timers _timers;
    private long _sent;
    private int _sweepAt = FewestToSweep;

    /// <summary>What a world begins with.</summary>
    public Outstanding(IReadOnlyList<Sent> first, Timers timers)
    {
        _timers = timers;
        for (var place = 0; place < first.Count; place++)
        {
            _messages.Add(MessageId.OfBeginning(place), (_sent++, first[place]));
        }
    }

    /// <summary>A message is handled now; its timer ends.</summary>
    public void Handled(MessageId message)
    {
        if (_messages.Remove(message, out var known))
        {
            _timers.End(known.Sent.Timer);
        }
    }

    /// <summary>A grain's turn has sent messages.</summary>
    public void Add(GrainId sender, long turn, ReadOnlySpan<Sent> sends)
    {
        for (var place = 0; place < sends.Length; place++)
        {
            _messages.Add(new MessageId(sender, turn, place), (_sent++, sends[place]));
        }

        if (_messages.Count > _sweepAt)
        {
            Sweep();
        }
    }

    /// <summary>All but some, in the order they were sent.</summary>
    public IEnumerable<Sent> AllBut(IReadOnlySet<MessageId> some) =>
        _messages.Where(message => !some.Contains(message.Key)).OrderBy(message => message.Value.Nth).Select(message => message.Value.Sent);

    // Messages of cancelled timers stay until they are half of all.
    private void Sweep()
    {
        foreach (var (message, (_, sent)) in _messages)
        {
            if (!_timers.Runs(sent.Timer))
            {
                _messages.Remove(message);
            }
        }

        _sweepAt = Math.Max(FewestToSweep, 2 * _messages.Count);
    }
}
