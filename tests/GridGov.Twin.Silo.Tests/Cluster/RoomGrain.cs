using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>One grain of the stand-in with the timers it has under way.</summary>
internal sealed class RoomGrain(GrainId self, Setting setting, ulong seed)
{
    private readonly LoneGrain _grain = new(self, setting, seed);
    private readonly Dictionary<MessageId, Sent> _timers = [];
    private long _turns;
    private Instant _last;

    /// <summary>Handles a message, and says what is to be kept of it.</summary>
    public GrainTurn Handle(UnderWay handled)
    {
        _last = handled.Sent.Due > _last ? handled.Sent.Due : _last;
        _timers.Remove(handled.Id);
        var turn = _grain.Handle(handled.Sent, _last);
        _turns++;
        var sends = new List<UnderWay>();
        for (var place = 0; place < turn.Sends.Length; place++)
        {
            var sent = turn.Sends[place];
            if (_grain.Awaits(sent))
            {
                sends.Add(new UnderWay(new MessageId(self, _turns, place), sent));
            }
        }

        MessageId[] withdrawn = [.. _timers.Where(timer => !_grain.Awaits(timer.Value)).Select(timer => timer.Key)];
        Array.ForEach(withdrawn, id => _timers.Remove(id));
        sends.Where(one => !one.Sent.Timer.IsNone).ToList().ForEach(one => _timers.Add(one.Id, one.Sent));
        return new GrainTurn(self, _turns, _last, handled, turn.Events.ToArray(), sends, withdrawn);
    }
}
