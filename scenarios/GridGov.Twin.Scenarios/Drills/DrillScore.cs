using GridGov.Twin.Domain.Exercises;

namespace GridGov.Twin.Scenarios.Drills;

/// <summary>Points, of so many that could be had. Nothing counts of an action whose time has not come.</summary>
public readonly record struct Points(double Had, double Of)
{
    private const double Well = 0.9;
    private const double WithSome = 0.7;
    private const double WithMajor = 0.4;

    /// <summary>The share that was had, 0 to 1; null where nothing counts yet.</summary>
    public double? Share => Of > 0 ? Had / Of : null;

    /// <summary>
    /// The rating this suggests: from 90 % performed without challenges, from 70 % with some, from 40 % with major ones, below that unable. The
    /// bounds are this program's own; the letters are HSEEP's, which leaves the rating to people.
    /// </summary>
    public Rating Suggested => Share switch
    {
        null => Rating.None,
        >= Well => Rating.Performed,
        >= WithSome => Rating.SomeChallenges,
        >= WithMajor => Rating.MajorChallenges,
        _ => Rating.Unable,
    };

    /// <summary>Both together.</summary>
    public static Points operator +(Points left, Points right) => new(left.Had + right.Had, left.Of + right.Of);
}

/// <summary>The points of a drill as far as it has come: an action done in time counts all of its points, done late the drill's share of them.</summary>
/// <param name="Actions">Of every expected action.</param>
/// <param name="Objectives">Of every objective: the sum of its actions.</param>
/// <param name="Whole">Of the drill.</param>
public sealed record DrillScore(Points[] Actions, Points[] Objectives, Points Whole)
{
    /// <summary>Counts.</summary>
    public static DrillScore Of(DrillFile file, ExerciseBook book)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(book);
        Points[] actions = [.. file.Expected.Select((action, index) => Of(action, book.Expected[index].Standing, file.LateShare))];
        return new DrillScore(
            actions, [.. file.Objectives.Select(objective => Sum(actions.Where((_, index) => file.Expected[index].Objective.Value == objective.Id.Value)))], Sum(actions));
    }

    private static Points Of(ActionSection action, Standing standing, double lateShare) => standing switch
    {
        Standing.Met => new Points(action.Points, action.Points),
        Standing.Late => new Points(action.Points * lateShare, action.Points),
        Standing.Missed => new Points(0, action.Points),
        _ => default,
    };

    private static Points Sum(IEnumerable<Points> points) => points.Aggregate(default(Points), (sum, one) => sum + one);
}
