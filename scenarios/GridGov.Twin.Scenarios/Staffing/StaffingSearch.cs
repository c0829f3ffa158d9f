using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>
/// Looks for the cheapest levels that meet all targets: levels by formula from a pilot's demand, people added where work waits longest until the
/// targets hold, people taken away while they still hold, and a proof of what is left with fresh seeds. What it finds is lean, not proved to be the
/// cheapest of all: no single person can be taken away, but another mix might cost less.
/// </summary>
/// <param name="plan">The question.</param>
/// <param name="store">Where outcomes are kept and found; null: nowhere.</param>
/// <param name="threads">How many replications run at once, at least 1.</param>
public sealed class StaffingSearch(StaffingPlan plan, ReplicationStore? store, int threads)
{
    // From thrifty to generous: the shares of arrivals that may wait in the levels by formula.
    private static readonly double[] Shares = [0.5, 0.2, 0.1, 0.05, 0.01];

    private const int MostProofs = 6;

    private TrialGround _ground = null!;
    private FirstSuggestion _formula = null!;

    /// <summary>Searches. Null when <paramref name="stop"/> was asked for before the end; what was done is in the store.</summary>
    /// <param name="watch">Told after every replication, one at a time.</param>
    /// <param name="stop">Asks for a stop.</param>
    /// <exception cref="ExperimentFailedException">A replication did not come to its end.</exception>
    public StaffingResult? Run(Action<StaffingProgress>? watch, CancellationToken stop)
    {
        _ground = new TrialGround(plan, store, threads, watch, stop);
        try
        {
            var demands = Pilot(stop);
            _formula = new FirstSuggestion(plan, demands);
            var now = _ground.Try(plan.Now, TrialPurpose.Now);
            var most = _ground.Try(plan.Most, TrialPurpose.Most);
            return most.Standing == Standing.Holds ? Found(now, most, demands)
                : Result(most.Standing == Standing.Missed ? StaffingVerdict.OutOfReach : StaffingVerdict.NotShown, now, most, most, true, demands);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    // Demand as it is when nothing is short: with every post at its most.
    private PoolDemand[] Pilot(CancellationToken stop)
    {
        var scenario = plan.VariantOf(plan.Most).Scenario;
        var terms = RunTerms.Of(scenario.Run) with { Seed = plan.File.Seed };
        var run = new ScenarioRun(scenario.Plan, terms);
        var book = new DemandBook([.. plan.Posts.Select(post => post.Pool).Distinct()], Instant.Start + terms.WarmUp);
        run.Listen(book);
        return run.Run(null, stop) ? book.Read(Instant.Start + terms.Length) : throw new OperationCanceledException(stop);
    }

    private StaffingResult Found(Trial now, Trial most, PoolDemand[] demands)
    {
        var starts = Shares.Select(share => _ground.Try(_formula.For(share), TrialPurpose.Formula)).ToArray();
        var start = starts.Append(most).Append(IsInRange(now.Levels) ? now : most).Where(trial => trial.Standing == Standing.Holds).MinBy(trial => trial.Cost)!;
        var climbed = start == most ? Climb(starts.MaxBy(trial => trial.Cost)!) : start;
        var thinned = new Thinning(plan, _ground, _formula).Thin(climbed);
        var proof = Prove([most.Levels, .. thinned.Select(trial => trial.Levels)]);
        if (proof.Standing != Standing.Holds)
        {
            return Result(StaffingVerdict.NotShown, now, most, proof, false, demands);
        }

        var isLean = proof.Levels.Equals(thinned[^1].Levels);
        return plan.File.Budget is { } budget && proof.Cost > budget.Value
            ? Result(StaffingVerdict.OverBudget, now, most, proof, isLean, demands) with { Affordable = _ground.Try(Affordable(proof.Levels, budget.Value), TrialPurpose.Budget) }
            : Result(StaffingVerdict.Proved, now, most, proof, isLean, demands);
    }

    private bool IsInRange(StaffLevels levels) => plan.Posts.All(post => levels[post] >= post.Section.Min.Value && levels[post] <= post.Section.Max);

    // With every post at its most the targets hold, so this ends; each post takes longer steps the more often it is chosen, and a pool that did not help
    // steps aside until the others have had their turn.
    private Trial Climb(Trial trial)
    {
        var steps = plan.Posts.ToDictionary(post => post, _ => 1);
        var aside = new HashSet<StaffPool>();
        while (trial.Standing != Standing.Holds && Bottleneck.Of(plan, trial, _formula, aside) is { } post)
        {
            var more = _ground.Try(trial.Levels.With(post, Math.Min(post.Section.Max, trial.Levels[post] + steps[post])), TrialPurpose.Add);
            steps[post] *= 2;
            if (Bottleneck.Shortfall(more) >= Bottleneck.Shortfall(trial))
            {
                aside.Add(post.Pool);
            }

            trial = more;
        }

        return trial;
    }

    // From the leanest levels back towards the first that held, in lengthening strides.
    private Trial Prove(StaffLevels[] fromMost)
    {
        var (at, stride) = (fromMost.Length - 1, 1);
        for (var attempt = 1; ; attempt++)
        {
            var proof = _ground.Prove(fromMost[at], attempt);
            if (proof.Standing == Standing.Holds || at == 0 || attempt == MostProofs)
            {
                return proof;
            }

            at = attempt == MostProofs - 1 ? 0 : Math.Max(0, at - stride);
            stride *= 2;
        }
    }

    // The same mix, as near to what is needed as the money goes.
    private StaffLevels Affordable(StaffLevels needed, double budget)
    {
        const int parts = 1_000;
        var best = Enumerable.Range(0, parts + 1).Reverse().Select(part => new StaffLevels(plan.Posts.Select(
            post => post.Section.Min.Value + (int)Math.Floor((needed[post] - post.Section.Min.Value) * (double)part / parts)))).First(levels => plan.CostOf(levels) <= budget);
        while (plan.Posts.Where(post => best[post] < needed[post] && plan.CostOf(best) + post.CostPerPerson <= budget)
            .OrderByDescending(post => _formula.PressureOn(post, best)).FirstOrDefault() is { } post)
        {
            best = best.With(post, best[post] + 1);
        }

        return best;
    }

    private StaffingResult Result(StaffingVerdict verdict, Trial now, Trial most, Trial chosen, bool isLean, PoolDemand[] demands) =>
        new(plan, verdict, now, most, chosen, isLean, demands, _ground.Trials);
}
