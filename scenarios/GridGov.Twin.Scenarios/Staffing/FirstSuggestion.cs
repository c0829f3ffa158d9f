namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>
/// Levels by formula from the demand a pilot showed: every hour of every pool gets the people that let only a share of its arrivals wait, as far as
/// the posts go. A start for the search, no more: the formulas know nothing of ways, priorities and work that comes back.
/// </summary>
internal sealed class FirstSuggestion(StaffingPlan plan, IReadOnlyList<PoolDemand> demands)
{
    /// <summary>The levels for a share that waits.</summary>
    public StaffLevels For(double share)
    {
        var levels = plan.Least;
        foreach (var demand in demands)
        {
            Post[] posts = [.. plan.Posts.Where(post => post.Pool == demand.Pool)];
            levels = Cover(levels, posts, demand.HeldUntil(hour => IsStaffed(demand.Pool, posts, hour)).People(share));
        }

        return levels;
    }

    /// <summary>How heavily a post is loaded in its worst hour: load per person on duty then.</summary>
    public double PressureOn(Post post, StaffLevels levels)
    {
        Post[] posts = [.. plan.Posts.Where(other => other.Pool == post.Pool)];
        var loads = demands.Single(demand => demand.Pool == post.Pool).HeldUntil(hour => IsStaffed(post.Pool, posts, hour)).Loads;
        return Enumerable.Range(0, 24).Where(post.Covers).Max(hour => loads[hour] / Math.Max(1, OnDuty(post.Pool, posts, levels, hour)));
    }

    private static bool IsStaffed(StaffPool pool, Post[] posts, int hour) =>
        Array.Exists(posts, post => post.Section.Max > 0 && post.Covers(hour)) || Array.Exists(pool.Steady, shift => Post.Covers(shift, hour));

    private static int OnDuty(StaffPool pool, Post[] posts, StaffLevels levels, int hour) =>
        posts.Where(post => post.Covers(hour)).Sum(post => levels[post]) + pool.Steady.Where(shift => Post.Covers(shift, hour)).Sum(shift => shift.People);

    // The hour that lacks most people first, by the post that helps most of the hours that lack some, the cheaper among equals.
    private static StaffLevels Cover(StaffLevels levels, Post[] posts, int[] wanted)
    {
        var given = Enumerable.Range(0, 24).ToHashSet();
        while (true)
        {
            var lacks = Enumerable.Range(0, 24).Select(hour => wanted[hour] - OnDuty(posts[0].Pool, posts, levels, hour)).ToArray();
            var worst = given.Where(hour => lacks[hour] > 0).OrderByDescending(hour => lacks[hour]).ThenBy(hour => hour).Cast<int?>().FirstOrDefault();
            if (worst is not { } hour)
            {
                return levels;
            }

            var now = levels;
            var post = posts.Where(post => post.Covers(hour) && now[post] < post.Section.Max)
                .OrderByDescending(post => lacks.Index().Count(lack => lack.Item > 0 && post.Covers(lack.Index))).ThenBy(post => post.CostPerPerson).FirstOrDefault();
            if (post is null)
            {
                given.Remove(hour);
            }
            else
            {
                levels = levels.With(post, levels[post] + 1);
            }
        }
    }
}
