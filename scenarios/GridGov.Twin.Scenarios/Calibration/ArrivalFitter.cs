namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>
/// Fits arrivals to the fitted days of a log: rate(kind, day, hour, cell) = perDay(kind) · weekday(kind) · hour(kind)/24 · cell/cells. A kind's
/// hours and weekdays are shrunk to those of all kinds, these and the cells to being alike, each as far as the data are thin.
/// </summary>
public sealed class ArrivalFitter
{
    private const int Hours = 24;
    private const int Week = 7;
    private const double Wide = 1.959963984540054;

    // Jeffreys' half for a kind that the fitted days have not seen: rare is not never.
    private const double Unseen = 0.5;

    private readonly LogSpan _span;
    private readonly Observation[] _fitted;
    private readonly int[] _kinds;
    private readonly double[] _weekdayDays = new double[Week];

    private ArrivalFitter(IReadOnlyList<Observation> rows, LogSpan span)
    {
        _span = span;
        _fitted = [.. rows.Where(row => row.Day < span.FitDays)];
        _kinds = [.. rows.Select(row => row.Kind).Distinct().Order()];
        for (var day = 0; day < span.FitDays; day++)
        {
            _weekdayDays[span.WeekdayOf(day)]++;
        }
    }

    /// <summary>Fits the rows of the fitted days; rows of later days only tell which kinds there are.</summary>
    public static ArrivalFit Fit(IReadOnlyList<Observation> rows, LogSpan span, int cells)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(span);
        return new ArrivalFitter(rows, span).Fit(cells);
    }

    private ArrivalFit Fit(int cells)
    {
        var all = new KindRows(_fitted, _span);
        double[][] pooled = [Alone(all.Hours, Flat(Hours, all.Count), all.Spread), PooledWeek(all)];
        KindRows[] each = [.. _kinds.Select(kind => new KindRows([.. _fitted.Where(row => row.Kind == kind)], _span))];
        var spreads = each.Select(kind => kind.Spread).ToArray();
        var hours = each.Select(kind => (kind.Hours, Expected: Scaled(pooled[0], kind.Count))).ToArray();
        var weekdays = each.Select(kind => (kind.Weekdays, Expected: OverWeek(pooled[1], kind.Count))).ToArray();
        var hourStrength = Shrinkage.Strength([.. hours.Select(g => (g.Hours, g.Expected))], spreads);
        var weekdayStrength = Shrinkage.Strength([.. weekdays.Select(g => (g.Weekdays, g.Expected))], spreads);
        KindArrivals[] kinds =
        [
            .. _kinds.Select((kind, i) => Arrivals(
                kind, each[i], Joined(pooled[0], Shrinkage.Factors(hours[i].Hours, hours[i].Expected, hourStrength, spreads[i])),
                Joined(pooled[1], Weekly(weekdays[i], weekdayStrength, spreads[i])))).OrderByDescending(kind => kind.Count).ThenBy(kind => kind.Kind),
        ];
        return new ArrivalFit(kinds, Arrivals(-1, all, pooled[0], pooled[1]), FitCells(cells), hourStrength, weekdayStrength);
    }

    private KindArrivals Arrivals(int kind, KindRows rows, double[] hours, double[] weekdays)
    {
        var exposure = Enumerable.Range(0, _span.FitDays).Sum(day => weekdays[_span.WeekdayOf(day)]);
        var perDay = Math.Max(rows.Count, Unseen) / exposure;
        double[] expected = [.. Enumerable.Range(0, _span.FitDays).Select(day => perDay * weekdays[_span.WeekdayOf(day)])];
        var dispersion = DailyDispersion.Of(rows.Days, expected, _span.HasWeekdays ? Week : 1);
        var error = Math.Exp(Wide * Math.Sqrt(Math.Max(1, dispersion.Pearson) * dispersion.Clustering / Math.Max(rows.Count, Unseen)));
        return new KindArrivals(
            kind, (long)rows.Count, perDay, perDay / error, perDay * error, hours, weekdays, dispersion,
            ProfileTest.Of(rows.Hours, Flat(Hours, rows.Count)), _span.HasWeekdays ? ProfileTest.Of(rows.Weekdays, OverWeek(Flat(Week, 1), rows.Count)) : null);
    }

    private CellFit? FitCells(int cells)
    {
        var counts = new double[cells];
        foreach (var row in _fitted.Where(row => row.Cell >= 0))
        {
            counts[row.Cell]++;
        }

        if (counts.Sum() <= 0)
        {
            return null;
        }

        var expected = Flat(cells, counts.Sum());
        var strength = Shrinkage.Strength([(counts, expected)], [1]);
        return new CellFit(Shrinkage.Factors(counts, expected, strength), counts, strength, ProfileTest.Of(counts, expected));
    }

    // The profile of all kinds together, shrunk to a flat one.
    private static double[] Alone(double[] counts, double[] expected, double spread) =>
        Shrinkage.Factors(counts, expected, Shrinkage.Strength([(counts, expected)], [spread]), spread);

    private double[] PooledWeek(KindRows all) =>
        _span.HasWeekdays ? Alone(all.Weekdays, OverWeek(Flat(Week, 1), all.Count), all.Spread) : Flat(Week, Week);

    private double[] Weekly((double[] Weekdays, double[] Expected) group, double strength, double spread) =>
        _span.HasWeekdays ? Shrinkage.Factors(group.Weekdays, group.Expected, strength, spread) : Flat(Week, Week);

    // What each weekday would have of a count, by how often it was in the fitted days.
    private double[] OverWeek(double[] factors, double count)
    {
        double[] weights = [.. factors.Select((factor, weekday) => factor * _weekdayDays[weekday])];
        return Scaled(weights, count);
    }

    private static double[] Flat(int parts, double sum) => [.. Enumerable.Repeat(sum / parts, parts)];

    private static double[] Scaled(double[] weights, double sum)
    {
        var total = weights.Sum();
        return [.. weights.Select(weight => total > 0 ? weight * sum / total : 0)];
    }

    private static double[] Joined(double[] pooled, double[] own) => Shrinkage.MeanOne([.. pooled.Select((factor, i) => factor * own[i])]);

    /// <summary>The counts of one kind by day, hour and weekday.</summary>
    private sealed class KindRows
    {
        public KindRows(Observation[] rows, LogSpan span)
        {
            Days = new double[span.FitDays];
            foreach (var row in rows)
            {
                Days[row.Day]++;
                this.Hours[row.Hour]++;
                Weekdays[span.WeekdayOf(row.Day)]++;
            }

            Count = rows.Length;
            Spread = Math.Max(1, DailyDispersion.Of(Days, Flat(span.FitDays, Count), 1).Pearson);
        }

        public double[] Days { get; }

        public double[] Hours { get; } = new double[ArrivalFitter.Hours];

        public double[] Weekdays { get; } = new double[Week];

        public double Count { get; }

        public double Spread { get; }
    }
}
