namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>How often one kind arrives, from the fitted days alone.</summary>
/// <param name="Kind">The filing condition's index.</param>
/// <param name="Count">Rows in the fitted days.</param>
/// <param name="PerDay">The mean number a day, over weekdays alike.</param>
/// <param name="Low">The lower end of its 95 % interval, widened where days vary more than Poisson counts or go together.</param>
/// <param name="High">The upper end.</param>
/// <param name="Hours">Factors of the 24 hours, mean 1.</param>
/// <param name="Weekdays">Factors of the 7 weekdays from Monday, mean 1; all 1 where the days are too few.</param>
/// <param name="Dispersion">How its daily counts vary.</param>
/// <param name="HourTest">χ² of the hours against a flat day; null where there are too few rows.</param>
/// <param name="WeekdayTest">χ² of the weekdays against a flat week; null where there are too few rows or days.</param>
public sealed record KindArrivals(
    int Kind, long Count, double PerDay, double Low, double High, double[] Hours, double[] Weekdays, DailyDispersion Dispersion,
    ProfileTest? HourTest, ProfileTest? WeekdayTest)
{
    /// <summary>The expected number on a day of this weekday.</summary>
    public double On(int weekday) => PerDay * Weekdays[weekday];

    /// <summary>The expected number in an hour of a day of this weekday.</summary>
    public double On(int weekday, int hour) => On(weekday) * Hours[hour] / Hours.Length;
}

/// <summary>The arrivals of a log: rates per kind with their profiles, and how the cells differ (null: the log has no positions).</summary>
/// <param name="Kinds">The kinds the log has, the most frequent first.</param>
/// <param name="Total">All kinds together.</param>
/// <param name="Cells">How the cells differ; null where no row has a position of its own.</param>
/// <param name="HourStrength">α of the shrinkage of a kind's hours to the profile of all kinds.</param>
/// <param name="WeekdayStrength">α of its weekdays.</param>
public sealed record ArrivalFit(KindArrivals[] Kinds, KindArrivals Total, CellFit? Cells, double HourStrength, double WeekdayStrength);

/// <summary>
/// Factors of the cells, mean 1, shrunk by <paramref name="Strength"/>; <paramref name="Counts"/> are the rows of the fitted days with a position,
/// <paramref name="Test"/> their χ² against cells that are all alike.
/// </summary>
public sealed record CellFit(double[] Factors, double[] Counts, double Strength, ProfileTest? Test);
