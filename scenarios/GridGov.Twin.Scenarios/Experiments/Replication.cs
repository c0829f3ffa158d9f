using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>One run of a variant: its seed, the first part that is not counted, and in how many batches the rest is cut (1: it is not).</summary>
public sealed record Replication(Variant Variant, ulong Seed, Duration WarmUp, int Batches)
{
    /// <summary>
    /// Runs it and says what came out of each batch; null when <paramref name="stop"/> was asked for before the end. The same replication
    /// gives the same outcome on any thread, in any company.
    /// </summary>
    /// <exception cref="StuckWorldException">The world does not get beyond an instant.</exception>
    /// <exception cref="HandlerFailedException">A grain failed.</exception>
    public Outcome[]? Run(CancellationToken stop)
    {
        var plan = Variant.Scenario.Plan;
        var world = Beginning.NewWorld(Variant.Setting, Seed);
        var ledger = new Ledger(plan);
        var (book, calls) = (new OutcomeBook(plan, Instant.Start + WarmUp), new CallBook(plan, Instant.Start + WarmUp));
        world.Listen(ledger);
        world.Listen(book);
        world.Listen(calls);
        var drive = new Drive(world, Instant.Start + Variant.Length, new Pacing(Pace.Max), null, stop);
        if (!drive.RunTo(Instant.Start + WarmUp))
        {
            return null;
        }

        if (WarmUp > Duration.Zero)
        {
            ledger.Restart(world.Now);
        }

        var outcomes = new Outcome[Batches];
        for (var batch = 0; batch < Batches; batch++)
        {
            if (!drive.RunTo(EndOf(batch)))
            {
                return null;
            }

            outcomes[batch] = Read(world, ledger, book, calls);
            ledger.Restart(world.Now);
        }

        return outcomes;
    }

    private Instant EndOf(int batch) =>
        Instant.Start + WarmUp + new Duration((Variant.Length - WarmUp).Milliseconds * (batch + 1) / Batches);

    private Outcome Read(World<DistrictModel> world, Ledger ledger, OutcomeBook book, CallBook calls)
    {
        ledger.CloseBooks(world.Now, world.Model.Cases);
        var report = RunReport.Of(ledger, Variant.Scenario.Plan, world.Now);
        var values = Measure.Read(report).Concat(calls.Take()).ToDictionary(value => value.Measure.Id, value => value.Value, StringComparer.Ordinal);
        var (curves, backlog, cells) = book.Take(world.Now);
        var hash = RunHash.Of(world.EventHash, world.StateHash(), world.Now - Instant.Start, Seed);
        return new Outcome(Seed, values, curves, backlog, cells, world.Handled, hash.ToString());
    }
}
