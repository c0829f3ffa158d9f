namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>How a staffing search ended.</summary>
public enum StaffingVerdict
{
    /// <summary>Levels that meet every target were found and proved with fresh seeds, within the budget.</summary>
    Proved,

    /// <summary>They were proved, but cost more than the budget.</summary>
    OverBudget,

    /// <summary>Even with every post at its most a target is missed.</summary>
    OutOfReach,

    /// <summary>It could not be shown, with as many replications as were allowed, that all targets hold.</summary>
    NotShown,
}

/// <summary>What a staffing search found. The same files and the same program give the same result on any number of threads.</summary>
/// <param name="Plan">The question.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Now">What the scenario has.</param>
/// <param name="Most">Every post at its most.</param>
/// <param name="Chosen">The proof of the levels that are suggested; where none is, the nearest.</param>
/// <param name="IsLean">Whether no single person can be taken away from the chosen levels; else the proof asked for more than the leanest.</param>
/// <param name="Demands">What comes to each pool, as the pilot showed.</param>
/// <param name="Trials">Everything that was tried, in order.</param>
public sealed record StaffingResult(
    StaffingPlan Plan, StaffingVerdict Verdict, Trial Now, Trial Most, Trial Chosen, bool IsLean, IReadOnlyList<PoolDemand> Demands, IReadOnlyList<Trial> Trials)
{
    /// <summary>What the budget pays for, where more is needed; else null.</summary>
    public Trial? Affordable { get; init; }

    /// <summary>The pool that binds where the targets are not reached: named by the worst target, or with the longest wait.</summary>
    public StaffPool? Binding => Bottleneck.PoolOf([.. Plan.Posts.Select(post => post.Pool).Distinct()], Affordable ?? Chosen);

    /// <summary>
    /// The trade-off: of the trials that miss none of the other targets, those that no other beats in the first target's mean at the same or a lower cost,
    /// by cost.
    /// </summary>
    public IReadOnlyList<Trial> Frontier
    {
        get
        {
            var target = Plan.Targets[0];
            var frontier = new List<Trial>();
            foreach (var trial in Trials.Where(trial => trial.Findings[0].Estimate is not null && !trial.Findings.Skip(1).Any(finding => finding.Standing == Standing.Missed))
                .OrderBy(trial => trial.Cost).ThenByDescending(trial => target.Lead(trial.Findings[0].Estimate!.Mean)))
            {
                if (frontier.Count == 0 || target.Lead(trial.Findings[0].Estimate!.Mean) > target.Lead(frontier[^1].Findings[0].Estimate!.Mean))
                {
                    frontier.Add(trial);
                }
            }

            return frontier;
        }
    }
}
