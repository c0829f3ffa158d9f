using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;

namespace GridGov.Twin.Domain.Workflows;

/// <summary>
/// One way a case can go, as its last step and the path before: where it is, the mode of its case clock and how often each bounded move
/// was used. <see cref="ClockRefused"/>: the state just entered asked the clock for something it refuses.
/// </summary>
internal sealed record CasePath(CasePath? Before, AllowedMove? By, int State, ClockMode Clock, bool ClockRefused, byte[] Used)
{
    /// <summary>How many moves were made.</summary>
    public int Length { get; } = Before is null ? 0 : Before.Length + 1;

    public static CasePath Begin(WorkflowPlan plan) => Enter(plan, null, null, 0, ClockMode.Idle, new byte[plan.BoundedMoves]);

    public CasePath Then(WorkflowPlan plan, AllowedMove move)
    {
        var used = move.CountIndex < 0 ? Used : [.. Used];
        move.Use(used);
        return Enter(plan, this, move, move.Move.To, Clock, used);
    }

    /// <summary>The paths one move longer that are open to a case of that weight.</summary>
    public IEnumerable<CasePath> Next(WorkflowPlan plan, Weight weight) =>
        plan.MovesOf(State).ToArray().Where(move => move.IsFor(weight) && !move.IsUsedUp(Used)).Select(move => Then(plan, move));

    /// <summary>
    /// The paths from the start in order of length, as far as <paramref name="isNew"/> lets them: a path that is not new is neither listed
    /// nor followed. Null when there are more than <paramref name="most"/>.
    /// </summary>
    public static List<CasePath>? Explore(WorkflowPlan plan, Weight weight, Predicate<CasePath> isNew, int most)
    {
        var begin = Begin(plan);
        List<CasePath> paths = [begin];
        isNew(begin);
        for (var i = 0; i < paths.Count; i++)
        {
            paths.AddRange(paths[i].Next(plan, weight).Where(path => isNew(path)));
            if (paths.Count > most)
            {
                return null;
            }
        }

        return paths;
    }

    public TraceStep[] Trace(Workflow workflow)
    {
        List<TraceStep> steps = [];
        for (var path = this; path is not null; path = path.Before)
        {
            steps.Add(new TraceStep(path.By?.Move.Action, workflow.States[path.State].Id));
        }

        steps.Reverse();
        return [.. steps];
    }

    private static CasePath Enter(WorkflowPlan plan, CasePath? before, AllowedMove? by, int state, ClockMode clock, byte[] used)
    {
        var after = plan.Workflow.States[state].CaseClock.After(clock);
        return new CasePath(before, by, state, after ?? clock, after is null, used);
    }
}
