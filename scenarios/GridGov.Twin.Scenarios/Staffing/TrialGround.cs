using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>How far a staffing search has come: what is tried and how many trials and replications are over.</summary>
public sealed record StaffingProgress(TrialPurpose Purpose, double Cost, int Replications, int Wanted, int Trials, Trial? Last);

/// <summary>
/// Tries levels in simulation, all with the same seeds (common random numbers). A trial ends early only when a target is missed: what holds has had the most
/// replications, so no lucky beginning counts. The proof has seeds of its own. Same levels, same seeds: same trial, whatever the threads.
/// </summary>
internal sealed class TrialGround(StaffingPlan plan, ReplicationStore? store, int threads, Action<StaffingProgress>? watch, CancellationToken stop)
{
    private readonly Lock _gate = new();
    private readonly List<Trial> _trials = [];
    private readonly Dictionary<StaffLevels, Trial> _tried = [];

    /// <summary>The trials in order.</summary>
    public IReadOnlyList<Trial> Trials => _trials;

    /// <summary>Tries levels; a trial done before is not done again.</summary>
    /// <exception cref="OperationCanceledException">A stop was asked for.</exception>
    /// <exception cref="ExperimentFailedException">A replication did not come to its end.</exception>
    public Trial Try(StaffLevels levels, TrialPurpose purpose)
    {
        if (_tried.TryGetValue(levels, out var before))
        {
            return before;
        }

        var looks = Looks(plan.File.Least, plan.File.Most);
        return _tried[levels] = Run(levels, purpose, plan.File.Seed, looks, plan.File.Confidence, Standing.Missed);
    }

    /// <summary>
    /// Proves levels with seeds that no trial has used, looking after the most replications of a trial, twice and four times as many. A false claim lies at
    /// one end of an interval; the n-th proof allows the n-th part of a halving error, shared among its looks (Bonferroni), so all proofs together keep
    /// the confidence.
    /// </summary>
    public Trial Prove(StaffLevels levels, int attempt)
    {
        const ulong apart = 1_000_000;
        var looks = Looks(plan.File.Most, 4 * plan.File.Most);
        var confidence = 1 - (2 * (1 - plan.File.Confidence) / (Math.Pow(2, attempt) * looks.Length));
        return Run(levels, TrialPurpose.Proof, plan.File.Seed + (apart * (ulong)attempt), looks, confidence, Standing.Holds);
    }

    private static int[] Looks(int least, int most)
    {
        var looks = new List<int>();
        for (var count = least; count < most; count *= 2)
        {
            looks.Add(count);
        }

        return [.. looks, most];
    }

    private Trial Run(StaffLevels levels, TrialPurpose purpose, ulong seed, int[] looks, double confidence, Standing ends)
    {
        var variant = plan.VariantOf(levels);
        var outcomes = new List<Outcome>();
        Trial trial;
        do
        {
            var wanted = looks.First(look => look > outcomes.Count);
            outcomes.AddRange(Replicate(variant, seed + (ulong)outcomes.Count, wanted - outcomes.Count, purpose, plan.CostOf(levels)));
            trial = Read(levels, purpose, seed, outcomes, confidence);
        }
        while (trial.Standing != ends && trial.Standing != Standing.Missed && outcomes.Count < looks[^1]);

        _trials.Add(trial);
        return trial;
    }

    private Outcome[] Replicate(Variant variant, ulong from, int count, TrialPurpose purpose, double cost)
    {
        var outcomes = new Outcome[count];
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = stop };
        try
        {
            Parallel.For(0, count, options, i =>
            {
                outcomes[i] = Replicate(new Replication(variant, from + (ulong)i, variant.Scenario.Run.WarmUp, 1));
                lock (_gate)
                {
                    watch?.Invoke(new StaffingProgress(purpose, cost, ++done, count, _trials.Count, _trials.LastOrDefault()));
                }
            });
        }
        catch (AggregateException failed) when (failed.InnerExceptions.FirstOrDefault(e => e is StuckWorldException or HandlerFailedException) is { } world)
        {
            throw new ExperimentFailedException($"a replication did not come to its end: {world.Message}");
        }
        catch (AggregateException stopped) when (stopped.InnerExceptions.Any(e => e is OperationCanceledException))
        {
            throw new OperationCanceledException(stop);
        }

        return outcomes;
    }

    private Outcome Replicate(Replication replication)
    {
        if (store?.Find(replication) is [var kept])
        {
            return kept;
        }

        var outcomes = replication.Run(stop) ?? throw new OperationCanceledException(stop);
        store?.Keep(replication, outcomes);
        return outcomes[0];
    }

    private Trial Read(StaffLevels levels, TrialPurpose purpose, ulong seed, List<Outcome> outcomes, double confidence)
    {
        var findings = plan.Targets.Select(target =>
        {
            var estimate = Estimate.Of(outcomes.Select(outcome => outcome.Values.GetValueOrDefault(target.Measure.Id)), confidence);
            return new TargetFinding(target, estimate, target.StandingOf(estimate));
        });
        var means = outcomes[0].Values.Keys.Select(id => (id, Mean: Estimate.Of(outcomes.Select(outcome => outcome.Values.GetValueOrDefault(id)), 0.95)?.Mean))
            .Where(value => value.Mean is not null).ToDictionary(value => value.id, value => value.Mean!.Value);
        return new Trial(_trials.Count + 1, purpose, levels, plan.CostOf(levels), seed, outcomes.Count, confidence, [.. findings], means, outcomes[0].Hash);
    }
}
