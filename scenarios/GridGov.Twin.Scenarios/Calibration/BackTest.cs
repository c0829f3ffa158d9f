namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>A held-out count against what was predicted of it: mean and 95 % interval.</summary>
public readonly record struct HeldOutCount(string Key, double Predicted, long Low, long High, long Observed)
{
    /// <summary>Whether the interval holds the count.</summary>
    public bool IsInside => Observed >= Low && Observed <= High;
}

/// <summary>
/// A mean Poisson deviance on held-out counts, 2·(n ln(n/μ) − n + μ), against that of a simpler forecast. <see cref="Skill"/> is
/// 1 − deviance/simpler: 0 no better, 1 perfect, below 0 worse.
/// </summary>
public sealed record Score(string Against, long Counts, double Deviance, double Simpler)
{
    /// <summary>The share of the simpler forecast's deviance that is gone.</summary>
    public double Skill => Simpler > 0 ? 1 - (Deviance / Simpler) : 0;
}

/// <summary>How the fit did on the days it has not seen.</summary>
/// <param name="Total">All rows of the held-out days.</param>
/// <param name="ByKind">By kind.</param>
/// <param name="ByHour">By hour of the day.</param>
/// <param name="ByWeekday">By weekday.</param>
/// <param name="Daily">Every held-out day's total.</param>
/// <param name="KindDaysInside">The share of the counts per day and kind that lie in their 95 % intervals.</param>
/// <param name="DaysInside">The share of the daily totals that do.</param>
/// <param name="Scores">Deviances against simpler forecasts.</param>
/// <param name="HourTest">χ² of the held-out hours against the fitted ones.</param>
/// <param name="WeekdayTest">χ² of the held-out weekdays.</param>
public sealed record BackTest(
    HeldOutCount Total, HeldOutCount[] ByKind, HeldOutCount[] ByHour, HeldOutCount[] ByWeekday, HeldOutCount[] Daily, double KindDaysInside,
    double DaysInside, Score[] Scores, ProfileTest? HourTest, ProfileTest? WeekdayTest)
{
    /// <summary>The score against one rate for every kind and day.</summary>
    public const string OneRate = "one-rate";

    /// <summary>The score against each kind's mean number a day, whatever the weekday.</summary>
    public const string KindMeans = "kind-means";

    /// <summary>The score of hours against a flat day.</summary>
    public const string FlatHours = "flat-hours";

    /// <summary>The score of cells against cells that are all alike.</summary>
    public const string AlikeCells = "alike-cells";

    /// <summary>The score of that name, if it could be counted.</summary>
    public Score? Find(string against) => Array.Find(Scores, score => score.Against == against);
}
