using System.Diagnostics;
using System.Runtime.ExceptionServices;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// Runs an experiment's replications, several at once. A round is one replication of every variant with one seed; rounds count in order, and
/// whether there are enough is asked of the rounds before, so the result depends neither on how many run at once, nor where, nor on who is first.
/// </summary>
/// <param name="plan">The experiment.</param>
/// <param name="store">Where outcomes are kept and found; null: nowhere.</param>
/// <param name="runner">Where replications run.</param>
public sealed class ExperimentRun(ExperimentPlan plan, ReplicationStore? store, IReplicationRunner runner)
{
    private readonly Lock _gate = new();
    private readonly List<Round> _rounds = [];
    private readonly Stopwatch _wall = new();
    private Observations _observations = new(plan, []);
    private Action<ExperimentProgress>? _watch;
    private WarmUpFinding _warmUp = null!;
    private int _claimed;
    private int _complete;
    private int _foundInStore;
    private StopReason? _enough;
    private bool _isCutShort;

    /// <summary>A run whose replications run in this process, so many at once.</summary>
    public ExperimentRun(ExperimentPlan plan, ReplicationStore? store, int threads)
        : this(plan, store, new LocalRunner(threads)) { }

    /// <summary>
    /// Runs until there are enough replications. Null when <paramref name="stop"/> was asked for before; what was done is in the store.
    /// </summary>
    /// <param name="watch">Told after every replication, by the thread that ran it, one at a time.</param>
    /// <param name="stop">Asks for a stop.</param>
    /// <exception cref="ExperimentFailedException">Too few replications could be run to say anything, or none can be run there.</exception>
    public ExperimentResult? Run(Action<ExperimentProgress>? watch, CancellationToken stop)
    {
        _watch = watch;
        _wall.Start();
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (WarmUpFinding.Of(plan, Pilot(halt)) is not { } warmUp)
        {
            return null;
        }

        _warmUp = warmUp;
        Spread(() => Work(halt), halt);
        return stop.IsCancellationRequested && _enough is null ? null : Result();
    }

    private void Work(CancellationTokenSource halt)
    {
        while (Claim() is var (round, variant))
        {
            var replication = new Replication(plan.Variants[variant], SeedOf(round), _warmUp.CutFor(plan.Variants[variant]), Batches);
            var (outcomes, failure) = Outcomes(replication, halt.Token);
            if (outcomes is null && failure is null)
            {
                return;
            }

            lock (_gate)
            {
                _rounds[round].Fill(variant, outcomes, failure);
                Look(halt);
            }
        }
    }

    private int Batches => Math.Max(1, plan.File.Stop.Batches);

    private int MostRounds => plan.File.Stop.Most * (plan.File.IsAntithetic ? 2 : 1);

    // Every second of antithetic rounds is the mirror of the one before.
    private ulong SeedOf(int round) =>
        !plan.File.IsAntithetic ? plan.File.Seed + (ulong)round
        : round % 2 == 0 ? plan.File.Seed + (ulong)(round / 2)
        : ChanceStream.MirrorOf(plan.File.Seed + (ulong)(round / 2));

    private (int Round, int Variant)? Claim()
    {
        lock (_gate)
        {
            var isLate = plan.File.Stop.Within is { } within && _wall.ElapsedMilliseconds > within.Milliseconds;
            _isCutShort |= isLate;
            var round = _claimed / plan.Variants.Length;
            if (isLate || _enough is not null || round >= MostRounds)
            {
                return null;
            }

            if (round == _rounds.Count)
            {
                _rounds.Add(new Round(SeedOf(round), plan.Variants.Length));
            }

            return (round, _claimed++ % plan.Variants.Length);
        }
    }

    // Under the gate: counts the rounds that are complete in order, and asks after each whether it was enough.
    private void Look(CancellationTokenSource halt)
    {
        for (; _enough is null && _complete < _rounds.Count && _rounds[_complete].IsComplete;)
        {
            _complete++;
            _observations = new Observations(plan, _rounds.Take(_complete));
            _enough = StopRule.Look(plan, _observations);
            if (_enough is not null)
            {
                halt.Cancel();
            }
        }

        _watch?.Invoke(Progress());
    }

    private ExperimentProgress Progress() => new(
        plan, _observations.Count, StopRule.Wanted(plan, _observations), _rounds.Sum(round => round.Filled), _foundInStore, _observations, _wall.Elapsed);

    private ExperimentResult Result()
    {
        var rounds = _rounds.Take(_complete).ToArray();
        return _observations.Count >= 2
            ? new ExperimentResult(plan, _observations, _warmUp, Reason, [.. rounds.SelectMany(round => round.Failures(plan))])
            : throw new ExperimentFailedException(
                _isCutShort ? "the time was over before two replications of every variant were done"
                    : $"fewer than two replications came to an end: {rounds.SelectMany(round => round.Failures(plan)).FirstOrDefault()}");
    }

    private StopReason Reason =>
        _enough ?? (_isCutShort ? StopReason.Time : plan.File.Stop.IsFixed ? StopReason.AllDone : StopReason.NotReached);

    private (Outcome[]? Outcomes, string? Failure) Outcomes(Replication replication, CancellationToken stop)
    {
        if (store?.Find(replication) is { } kept)
        {
            Interlocked.Increment(ref _foundInStore);
            return (kept, null);
        }

        try
        {
            var outcomes = runner.Run(replication, stop);
            if (outcomes is not null)
            {
                store?.Keep(replication, outcomes);
            }

            return (outcomes, null);
        }
        catch (ReplicationFailedException failed)
        {
            return (null, failed.Message);
        }
    }

    // A few replications of each variant, only to see where they settle; none where nobody asked.
    private Outcome[][]? Pilot(CancellationTokenSource halt)
    {
        var pilots = plan.File.FindsWarmUp ? WarmUpFinding.Pilots : 0;
        var found = plan.Variants.Select(_ => new Outcome?[pilots]).ToArray();
        var next = -1;
        Spread(() =>
        {
            while (Interlocked.Increment(ref next) is var i && i < pilots * found.Length)
            {
                var replication = new Replication(plan.Variants[i % found.Length], plan.File.Seed + (ulong)(i / found.Length), Duration.Zero, 1);
                found[i % found.Length][i / found.Length] = Outcomes(replication, halt.Token).Outcomes?[0];
                lock (_gate)
                {
                    _watch?.Invoke(Progress());
                }
            }
        }, halt);
        return halt.IsCancellationRequested ? null : [.. found.Select(row => row.OfType<Outcome>().ToArray())];
    }

    // Whoever cannot go on ends the others too, and what he could not is told as it is.
    private void Spread(Action work, CancellationTokenSource halt)
    {
        void WorkOrHalt()
        {
            try
            {
                work();
            }
            catch
            {
                halt.Cancel();
                throw;
            }
        }

        try
        {
            Task.WaitAll([.. Enumerable.Range(0, Math.Max(1, runner.AtOnce)).Select(_ => Task.Factory.StartNew(WorkOrHalt, TaskCreationOptions.LongRunning))]);
        }
        catch (AggregateException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }
    }
}
