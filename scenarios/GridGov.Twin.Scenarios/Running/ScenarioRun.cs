using System.Diagnostics;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Running;

/// <summary>One run of a scenario from its start to its end, counted by a ledger; at any pace the same.</summary>
public sealed class ScenarioRun
{
    private readonly WorldPlan _plan;
    private readonly RunTerms _terms;
    private readonly Ledger _ledger;
    private readonly World<DistrictModel> _world;
    private readonly Stopwatch _wall = new();

    /// <summary>A run of a plan, not yet begun.</summary>
    public ScenarioRun(WorldPlan plan, RunTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        (_plan, _terms) = (plan, terms);
        _world = Beginning.NewWorld(new Setting(plan), terms.Seed);
        _ledger = new Ledger(plan);
        _world.Listen(_ledger);
    }

    /// <summary>How far the run has come.</summary>
    public RunProgress Progress => new(_world.Now, Instant.Start + _terms.Length, _world.Handled, _world.EventCount);

    /// <summary>Adds somebody who hears every event; before the run begins.</summary>
    public void Listen(IEventListener listener) => _world.Listen(listener);

    /// <summary>
    /// Runs to the end, telling <paramref name="watch"/> after every slice. False when <paramref name="stop"/> was asked for before: the
    /// world is then between two messages, and there is no result.
    /// </summary>
    /// <exception cref="StuckWorldException">The world does not get beyond an instant.</exception>
    /// <exception cref="HandlerFailedException">A grain failed.</exception>
    public bool Run(Action<RunProgress>? watch, CancellationToken stop)
    {
        var pacing = new Pacing(_terms.Pace);
        var end = Instant.Start + _terms.Length;
        var drive = new Drive(_world, end, pacing, watch, stop);
        _wall.Start();
        pacing.Start(_world.Now);
        var isDone = WarmUp(drive) && drive.RunTo(end);
        _wall.Stop();
        return isDone;
    }

    /// <summary>What came out; after <see cref="Run"/> said true.</summary>
    public RunResult Result()
    {
        if (_world.Now < Instant.Start + _terms.Length)
        {
            throw new InvalidOperationException($"the run is at {_world.Now} and has no result before its end");
        }

        _ledger.CloseBooks(_world.Now, _world.Model.Cases);
        var report = RunReport.Of(_ledger, _plan, _world.Now);
        var hash = RunHash.Of(_world.EventHash, _world.StateHash(), _terms.Length, _terms.Seed);
        return new RunResult(_plan.Name, _terms, _plan.Calendar.FirstDay, report, _world.Handled, _world.EventCount, hash) { Wall = _wall.Elapsed };
    }

    private bool WarmUp(Drive drive)
    {
        if (_terms.WarmUp == Duration.Zero)
        {
            return true;
        }

        var ready = Instant.Start + _terms.WarmUp;
        var isDone = drive.RunTo(ready);
        if (isDone)
        {
            _ledger.Restart(ready);
        }

        return isDone;
    }
}
