using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Drills;

/// <summary>How a drill went that nobody played: the debrief, and the event hash of its world at EndEx.</summary>
/// <param name="Debrief">What became of it.</param>
/// <param name="Hash">The event hash at EndEx, 16 hexadecimal digits; a drill on a host in which nobody acts ends in the same.</param>
public sealed record Rehearsed(Debrief Debrief, string Hash);

/// <summary>
/// Plays a drill without people, as fast as possible: once with nobody at the players' desks, once with an <see cref="IdealPlayer"/>. So trainers see
/// beforehand that injects come and cases open as they think, and that everything they expect can be done in its time.
/// </summary>
public sealed class Rehearsal(DrillPlan plan)
{
    // How often the ideal player looks up from his desk.
    private static readonly Duration Glance = Duration.Seconds(10);

    /// <summary>Plays it; null when <paramref name="stop"/> was asked for before its end.</summary>
    /// <param name="isPlayed">Whether the ideal player plays; else nobody does.</param>
    /// <param name="watch">Told the share of the world's time that is over, or null.</param>
    /// <param name="stop">Asks for a stop.</param>
    /// <exception cref="HandlerFailedException">A grain failed.</exception>
    public Rehearsed? Run(bool isPlayed, Action<double>? watch, CancellationToken stop)
    {
        var world = Beginning.NewWorld(new Setting(plan.Scenario.Plan), plan.Seed);
        var book = new ExerciseBook(plan.Exercise);
        world.Listen(book);
        var player = isPlayed ? new IdealPlayer(plan, book) : null;
        var (begins, end) = (plan.Exercise.Begins, plan.Exercise.Ends + new Duration(1));
        for (var step = begins; world.Now < end; step = Earlier(world.Now + Glance, end))
        {
            if (stop.IsCancellationRequested)
            {
                return null;
            }

            world.RunUntil(step);
            player?.Look(world);
            watch?.Invoke((double)world.Now.Milliseconds / end.Milliseconds);
        }

        var hash = world.EventHash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
        return new Rehearsed(Debrief.Of(plan, book, _ => isPlayed ? IdealPlayer.Name : null, [], hash), hash);
    }

    private static Instant Earlier(Instant left, Instant right) => left < right ? left : right;
}
