using System.Diagnostics;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// Runs an experiment's replications on several threads. A round is one replication of every variant with one seed; rounds count in order, and
/// whether there are enough is asked of the rounds before, so the result depends neither on the number of threads nor on who is first.
/// </summary>
/// <param name="plan">The experiment.</param>
/// <param name="store">Where outcomes are kept and found; null: nowhere.</param>
/// <param name="threads">How many replications run at once, at least 1.</param>
public sealed class ExperimentRun(ExperimentPlan plan, ReplicationStore? store, int threads)
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

    /// <summary>
    /// Runs until there are enough replications. Null when <paramref name="stop"/> was asked for before; what was done is in the store.
    /// </summary>
    /// <param name="watch">Told after every replication, by the thread that ran it, one at a time.</param>
    /// <param name="stop">Asks for a stop.</param>
    /// <exception cref="ExperimentFailedException">Too few replications could be run to say anything.</exception>
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
        Spread(() => Work(halt));
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
            var outcomes = replication.Run(stop);
            if (outcomes is not null)
            {
                store?.Keep(replication, outcomes);
            }

            return (outcomes, null);
        }
        catch (Exception failed) when (failed is StuckWorldException or HandlerFailedException)
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
        });
        return halt.IsCancellationRequested ? null : [.. found.Select(row => row.OfType<Outcome>().ToArray())];
    }

    private void Spread(Action work) =>
        Task.WaitAll([.. Enumerable.Range(0, Math.Max(1, threads)).Select(_ => Task.Factory.StartNew(work, TaskCreationOptions.LongRunning))]);
}
