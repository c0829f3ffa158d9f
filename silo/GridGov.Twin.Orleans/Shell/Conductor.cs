using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// Runs a world as fast as possible: hands out one message at a time in the order (due, priority, sent), so that what happens does not depend on
/// which silos there are or how quick they are. One for each world.
/// </summary>
public sealed class Conductor(WorldHome home)
{
    private const int AtOnce = 500;
    private readonly Agenda _next = new();

    /// <summary>Conducts for as long as the clock says so, but at most for a while; ends a jump that has got there.</summary>
    public async Task Conduct(TimeSpan most)
    {
        var started = home.Wall.GetTimestamp();
        while (home.Clock.Time is { IsConducted: true } time && home.Wall.GetElapsedTime(started) < most)
        {
            var due = await home.Readers.Ask(journal => journal.Due(LastBefore(time.JumpTo), AtOnce));
            if (due.Count == 0)
            {
                await home.Readers.Ask(journal => Arrive(journal, time));
                return;
            }

            await HandOut(due, LastBefore(time.JumpTo));
        }
    }

    // Inputs from outside come in between: after so many messages the journal is asked again.
    private async Task HandOut(IReadOnlyList<UnderWay> due, Instant last)
    {
        _next.Clear();
        foreach (var message in due)
        {
            _next.Add(message);
        }

        for (var left = AtOnce; left > 0 && _next.TryPeek(out var message); left--)
        {
            _next.Remove(message.Id);
            var made = await home.Door.Handle(home.World, message);
            foreach (var gone in made.Withdrawn)
            {
                _next.Remove(gone);
            }

            foreach (var sent in made.Sends)
            {
                // Before what was not asked for yet; the rest has its place behind that.
                if (due.Count < AtOnce ? sent.Sent.Due <= last : IsBefore(sent, due[^1]))
                {
                    _next.Add(sent);
                }
            }
        }
    }

    private bool Arrive(ITurnJournal journal, WorldTime time)
    {
        if (time.JumpTo is not { } there || !journal.SetTime(time, time with { Anchor = there, Wall = home.Wall.GetUtcNow(), JumpTo = null }))
        {
            return false;
        }

        home.Clock.Time = journal.Time();
        return true;
    }

    private static Instant LastBefore(Instant? end) => end is { } moment ? new Instant(moment.Milliseconds - 1) : Instant.Never;

    private static bool IsBefore(in UnderWay one, in UnderWay other) =>
        (one.Sent.Due.Milliseconds, one.Sent.Priority).CompareTo((other.Sent.Due.Milliseconds, other.Sent.Priority)) < 0;
}
