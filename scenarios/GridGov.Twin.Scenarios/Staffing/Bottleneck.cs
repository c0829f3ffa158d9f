namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>Where one more person helps most, as a trial shows it.</summary>
internal static class Bottleneck
{
    /// <summary>
    /// The post to strengthen: of the pool the worst target names, or of the one whose work waits longest, the shift with the most load per person.
    /// Null when all posts are at their most.
    /// </summary>
    public static Post? Of(StaffingPlan plan, Trial trial, FirstSuggestion formula)
    {
        Post[] open = [.. plan.Posts.Where(post => trial.Levels[post] < post.Section.Max)];
        return PoolOf([.. open.Select(post => post.Pool).Distinct()], trial) is { } pool
            ? open.Where(post => post.Pool == pool).MaxBy(post => formula.PressureOn(post, trial.Levels))
            : null;
    }

    /// <summary>The pool that binds: the one the worst target names, else the one whose work waits longest. Null where there is none.</summary>
    public static StaffPool? PoolOf(StaffPool[] pools, Trial trial)
    {
        var worst = trial.Findings.Where(finding => finding.Standing != Standing.Holds)
            .MaxBy(finding => finding.Estimate is { } estimate ? -finding.Target.Lead(estimate.Mean) / Math.Max(finding.Target.Value, 1e-9) : 0);
        return Array.Find(pools, pool => worst is not null && (pool.WaitMeasure == worst.Target.Measure.Id || pool.UtilisationMeasure == worst.Target.Measure.Id))
            ?? pools.MaxBy(pool => trial.Means.GetValueOrDefault(pool.WaitMeasure));
    }
}
