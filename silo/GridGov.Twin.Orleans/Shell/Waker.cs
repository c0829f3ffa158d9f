using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// Hands out again what should have been handled by now: messages that were lost on their way, or that wait for a grain whose silo is gone. What was
/// sent before a start, a jump or a change of silos, and what no grain may remember, it hands out a little before it is due. One for each world.
/// </summary>
public sealed class Waker(WorldHome home)
{
    private const int MostAtOnce = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(5);
    private bool _isTold = true;
    private long _forgottenBefore;
    private Instant _handedUntil;

    /// <summary>What grains had in memory may be lost: silos came or went, or messages were handed out one at a time.</summary>
    public void LookAhead() => _isTold = true;

    /// <summary>Hands out once what is overdue or may be forgotten, and says how many there were.</summary>
    public async Task<int> Pass()
    {
        var time = home.Clock.Time;
        if (time.IsConducted)
        {
            return 0;
        }

        if (_isTold)
        {
            (_forgottenBefore, _handedUntil, _isTold) = (await home.Readers.Ask(journal => journal.Sent()), new Instant(-1), false);
        }

        var now = home.Wall.GetUtcNow();
        // What is due at this very moment is not late yet.
        var late = await home.Readers.Ask(journal => journal.Due(Before(time.NowAt(now - Patience)), MostAtOnce));
        UnderWay[] all = [.. late, .. await Forgotten(Before(time.NowAt(now + Ahead)))];
        if (all.Length > 0)
        {
            await home.Door.Deliver(home.World, all);
        }

        return all.Length;
    }

    // Each once: one that gets lost all the same is late before long.
    private async Task<IEnumerable<UnderWay>> Forgotten(Instant until)
    {
        if (until <= _handedUntil)
        {
            return [];
        }

        var soon = await home.Readers.Ask(journal => journal.Due(until, MostAtOnce, _forgottenBefore));
        var before = _handedUntil;
        _handedUntil = soon.Count < MostAtOnce ? until : Before(soon[^1].Sent.Due);
        return soon.Where(message => message.Sent.Due > before);
    }

    private static Instant Before(Instant moment) => new(moment.Milliseconds - 1);
}
