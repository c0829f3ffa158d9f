using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Cli.Commands;

/// <summary>A drill that is opened on a host and goes on there as fast as possible with nobody at its desks.</summary>
internal sealed class HostedDrill(TwinClient twin, Terminal terminal)
{
    private const string Ended = "ended";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    /// <summary>Opens it, lets it go on to EndEx, and says in which world it was and how that ended.</summary>
    /// <exception cref="InputRejectedException">The host has no such drill.</exception>
    public (string World, DrillView Drill) Rehearse(DrillPlan plan, string actor)
    {
        var id = Path.GetFileNameWithoutExtension(plan.File.Mark.File);
        var known = Ask(twin.Drills(terminal.Stop)).Files.Select(file => file.Id).ToArray();
        if (!known.Contains(id))
        {
            throw new InputRejectedException(new Finding(
                plan.File.Mark.File, 0, id, known.Length == 0 ? "a host that has drills" : $"one of {string.Join(", ", known)}", "the host has no such drill"));
        }

        var world = Ask(twin.OpenDrill(id, new DrillOrder(plan.Seed), actor, terminal.Stop)).World;
        WaitUntil(world, view => view.Clock.NowMs >= plan.Exercise.Begins.Milliseconds);
        Ask(twin.Order(world, new ClockOrder(Pace: "max"), actor, terminal.Stop));
        Ask(twin.Order(world, new ClockOrder(Paused: false), actor, terminal.Stop));
        WaitUntil(world, view => view.Clock.NowMs > plan.Exercise.Ends.Milliseconds);
        for (var drill = Ask(twin.Drill(world, terminal.Stop)); ; drill = Ask(twin.Drill(world, terminal.Stop)))
        {
            if (drill is { State: Ended, Hash: not null })
            {
                return (world, drill);
            }

            Pause();
        }
    }

    private void WaitUntil(string world, Func<WorldView, bool> isThere)
    {
        for (var view = Ask(twin.World(world, terminal.Stop)); !isThere(view); view = Ask(twin.World(world, terminal.Stop)))
        {
            if (view.State == "failed")
            {
                throw new InvalidOperationException($"world {world} failed: {view.Problem}");
            }

            Pause();
        }
    }

    private void Pause()
    {
        terminal.Stop.WaitHandle.WaitOne(BetweenLooks);
        terminal.Stop.ThrowIfCancellationRequested();
    }

    private static T Ask<T>(Task<T> answer) => answer.GetAwaiter().GetResult();
}
