namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>
/// Takes people away while all targets still hold, post by post, in shortening steps, the least loaded post first. Ends when, at the levels that are
/// left, the targets cannot be shown to hold with any single person fewer.
/// </summary>
internal sealed class Thinning(StaffingPlan plan, TrialGround ground, FirstSuggestion formula)
{
    /// <summary>The trials that held, from the first to the levels that are left.</summary>
    public List<Trial> Thin(Trial trial)
    {
        var held = new List<Trial> { trial };
        var steps = plan.Posts.ToDictionary(post => post, post => Math.Max(1, (trial.Levels[post] - post.Section.Min.Value) / 4));
        for (var isThinner = true; isThinner;)
        {
            isThinner = false;
            foreach (var post in InOrder(trial))
            {
                if (Take(trial, post, steps) is { } thinner)
                {
                    (trial, isThinner) = (thinner, true);
                    held.Add(thinner);
                }
            }
        }

        return held;
    }

    // The longest step of a post that still holds; steps that failed are shortened down to one person. A repeated trial costs nothing.
    private Trial? Take(Trial trial, Post post, Dictionary<Post, int> steps)
    {
        var spare = trial.Levels[post] - post.Section.Min.Value;
        for (var step = Math.Min(steps[post], spare); step >= 1; step /= 2)
        {
            var fewer = ground.Try(trial.Levels.With(post, trial.Levels[post] - step), TrialPurpose.Take);
            if (fewer.Standing == Standing.Holds)
            {
                steps[post] = step;
                return fewer;
            }

            steps[post] = Math.Max(1, step / 2);
        }

        return null;
    }

    private Post[] InOrder(Trial trial) =>
        [.. plan.Posts.OrderBy(post => formula.PressureOn(post, trial.Levels)).ThenByDescending(post => post.CostPerPerson)];
}
