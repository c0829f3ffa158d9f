using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>
/// The pace and the pause that people last ordered, read from a world's audit log: a world that comes up on another silo finds no file of its pace
/// there. One that nobody let go on holds still.
/// </summary>
internal static class ClockInAudit
{
    private const int AtOnce = 500;

    /// <summary>What was ordered last.</summary>
    public static (Pace Pace, bool IsPaused) Read(IWorldHistory history, Pace first)
    {
        var (pace, isPaused, next) = (first, true, 1L);
        while (history.Audit(next, AtOnce) is { Count: > 0 } entries)
        {
            foreach (var entry in entries.Where(entry => entry.Action == LiveWorld.ClockOrdered))
            {
                (pace, isPaused) = (PaceOf(entry.Outcome) ?? pace, ClockOrders.HoldOf(entry.Outcome) ?? isPaused);
            }

            next = entries[^1].Number + 1;
        }

        return (pace, isPaused);
    }

    private static Pace? PaceOf(string words)
    {
        try
        {
            return ClockOrders.PaceOf(words) is { } text ? Pace.Parse(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
