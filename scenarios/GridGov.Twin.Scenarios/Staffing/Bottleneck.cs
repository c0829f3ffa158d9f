namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>Where one more person helps most, as a trial shows it.</summary>
internal static class Bottleneck
{
    /// <summary>
    /// The post to strengthen: of the pool the worst target names, or of the one whose work waits longest, the shift with the most load per person.
    /// Null when all posts are at their most. Pools that stand aside are chosen only when no other is left; then all stand ready again.
    /// </summary>
    public static Post? Of(StaffingPlan plan, Trial trial, FirstSuggestion formula, HashSet<StaffPool> aside)
    {
        Post[] open = [.. plan.Posts.Where(post => trial.Levels[post] < post.Section.Max)];
        if (Array.TrueForAll(open, post => aside.Contains(post.Pool)))
        {
            aside.Clear();
        }

        open = [.. open.Where(post => !aside.Contains(post.Pool))];
        return PoolOf([.. open.Select(post => post.Pool).Distinct()], trial) is { } pool
            ? open.Where(post => post.Pool == pool).MaxBy(post => formula.PressureOn(post, trial.Levels))
            : null;
    }

    /// <summary>The pool that binds: the one the worst target names, else the one whose work waits longest. Null where there is none.</summary>
    public static StaffPool? PoolOf(StaffPool[] pools, Trial trial)
    {
        var worst = trial.Findings.Where(finding => finding.Standing != Standing.Holds).MaxBy(Shortfall);
        return Array.Find(pools, pool => worst is not null && (pool.WaitMeasure == worst.Target.Measure.Id || pool.UtilisationMeasure == worst.Target.Measure.Id))
            ?? pools.MaxBy(pool => trial.Means.GetValueOrDefault(pool.WaitMeasure));
    }

    /// <summary>How far the worst of the targets that do not hold falls short, as a share of its value; below 0 on the good side.</summary>
    public static double Shortfall(Trial trial) =>
        trial.Findings.Where(finding => finding.Standing != Standing.Holds).Select(Shortfall).DefaultIfEmpty(double.NegativeInfinity).Max();

    private static double Shortfall(TargetFinding finding) =>
        finding.Estimate is { } estimate ? -finding.Target.Lead(estimate.Mean) / Math.Max(finding.Target.Value, 1e-9) : 0;
}
