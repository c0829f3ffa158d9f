using System.Globalization;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>Predicts the held-out days from the fit and compares. Intervals allow for over-dispersion, for days that go together, and for the error of the rates.</summary>
internal sealed class BackTester
{
    private const int Hours = 24;
    private const int Week = 7;

    // The half a row that a kind counts as which the fitted days have not seen.
    private const double Unseen = 0.5;
    private readonly ArrivalFit _fit;
    private readonly LogSpan _span;
    private readonly int[] _weekdays;
    private readonly double[,,] _held;   // [kind][day][hour]
    private readonly double[] _cells;

    private BackTester(ArrivalFit fit, IReadOnlyList<Observation> rows, LogSpan span)
    {
        (_fit, _span) = (fit, span);
        _weekdays = [.. Enumerable.Range(span.FitDays, span.HeldDays).Select(span.WeekdayOf)];
        _held = new double[fit.Kinds.Length, span.HeldDays, Hours];
        _cells = new double[fit.Cells?.Factors.Length ?? 0];
        var index = fit.Kinds.Select((kind, i) => (kind.Kind, i)).ToDictionary(pair => pair.Kind, pair => pair.i);
        foreach (var row in rows.Where(row => row.Day >= span.FitDays))
        {
            _held[index[row.Kind], row.Day - span.FitDays, row.Hour]++;
            if (row.Cell >= 0 && _cells.Length > 0)
            {
                _cells[row.Cell]++;
            }
        }
    }

    /// <summary>The comparison.</summary>
    public static BackTest Test(ArrivalFit fit, IReadOnlyList<Observation> rows, LogSpan span) => new BackTester(fit, rows, span).Test();

    private BackTest Test()
    {
        var (kinds, days) = (Enumerable.Range(0, _fit.Kinds.Length).ToArray(), Enumerable.Range(0, _span.HeldDays).ToArray());
        HeldOutCount[] byKind = [.. kinds.Select(k => Count(Key(k), _fit.Kinds[k], [.. days.Select(d => Mean(k, d))], days.Sum(d => Seen(k, d))))];
        HeldOutCount[] byHour = [.. Enumerable.Range(0, Hours).Select(h => Count(Text(h), _fit.Total, [.. days.Select(d => MeanAt(d, h))], SeenAt(h)))];
        HeldOutCount[] byWeekday = [.. Enumerable.Range(0, Week).Select(w => OnWeekday(w, days))];
        HeldOutCount[] daily = [.. days.Select(d => Count(Text(d), _fit.Total, [Mean(d)], Seen(d)))];
        var kindDays = kinds.SelectMany(k => days.Select(d => Count("", _fit.Kinds[k], [Mean(k, d)], Seen(k, d)))).ToArray();
        return new BackTest(
            Count("", _fit.Total, [.. days.Select(d => Mean(d))], days.Sum(d => Seen(d))), byKind, byHour, byWeekday, daily,
            Inside(kindDays), Inside(daily), [.. Scores(kinds, days)],
            ProfileTest.Of([.. byHour.Select(h => (double)h.Observed)], [.. byHour.Select(h => h.Predicted)]),
            _span.HasWeekdays ? ProfileTest.Of([.. byWeekday.Select(w => (double)w.Observed)], [.. byWeekday.Select(w => w.Predicted)]) : null);
    }

    private HeldOutCount OnWeekday(int weekday, int[] days)
    {
        int[] those = [.. days.Where(d => _weekdays[d] == weekday)];
        return Count(Text(weekday), _fit.Total, [.. those.Select(d => Mean(d))], those.Sum(d => Seen(d)));
    }

    // Variance of a sum over days: Σ(μ + μ²/r), more where days go together, and the error of the rate itself.
    private static HeldOutCount Count(string key, KindArrivals kind, double[] means, double seen)
    {
        var mean = means.Sum();
        var (spread, together) = (kind.Dispersion, means.Length > 1 ? kind.Dispersion.Clustering : 1);
        var variance = means.Sum(m => m + (m * m / spread.Size)) * together;
        var error = mean * mean * Math.Max(1, spread.Pearson) * spread.Clustering / Math.Max(Unseen, kind.Count);
        var (low, high) = CountInterval.Of(mean, variance + error);
        return new HeldOutCount(key, mean, low, high, (long)seen);
    }

    private IEnumerable<Score> Scores(int[] kinds, int[] days)
    {
        var perDay = _fit.Kinds.Select(kind => Math.Max(kind.Count, Unseen) / _span.FitDays).ToArray();
        var one = perDay.Average();
        var pairs = kinds.SelectMany(k => days.Select(d => (k, d))).ToArray();
        yield return ScoreOf(BackTest.OneRate, pairs.Select(p => (Seen(p.k, p.d), Mean(p.k, p.d), one)));
        yield return ScoreOf(BackTest.KindMeans, pairs.Select(p => (Seen(p.k, p.d), Mean(p.k, p.d), perDay[p.k])));
        yield return ScoreOf(BackTest.FlatHours, pairs.SelectMany(p => Enumerable.Range(0, Hours).Select(h =>
            (_held[p.k, p.d, h], _fit.Kinds[p.k].On(_weekdays[p.d], h), Mean(p.k, p.d) / Hours))));
        if (_cells.Sum() > 0)
        {
            var each = _cells.Sum() / _cells.Length;
            yield return ScoreOf(BackTest.AlikeCells, _cells.Select((seen, cell) => (seen, _fit.Cells!.Factors[cell] * each, each)));
        }
    }

    private static Score ScoreOf(string against, IEnumerable<(double Seen, double Fitted, double Simpler)> counts)
    {
        var all = counts.ToArray();
        return new Score(against, all.Length, all.Average(c => Deviance(c.Seen, c.Fitted)), all.Average(c => Deviance(c.Seen, c.Simpler)));
    }

    private static double Deviance(double seen, double mean) => 2 * ((seen > 0 ? seen * Math.Log(seen / mean) : 0) - seen + mean);

    private static double Inside(HeldOutCount[] counts) => counts.Length > 0 ? (double)counts.Count(c => c.IsInside) / counts.Length : double.NaN;

    private double Mean(int kind, int day) => _fit.Kinds[kind].On(_weekdays[day]);

    private double Mean(int day) => _fit.Kinds.Sum(kind => kind.On(_weekdays[day]));

    private double MeanAt(int day, int hour) => _fit.Kinds.Sum(kind => kind.On(_weekdays[day], hour));

    private double Seen(int kind, int day) => Enumerable.Range(0, Hours).Sum(h => _held[kind, day, h]);

    private double Seen(int day) => Enumerable.Range(0, _fit.Kinds.Length).Sum(kind => Seen(kind, day));

    private double SeenAt(int hour) => Enumerable.Range(0, _fit.Kinds.Length).Sum(k => Enumerable.Range(0, _span.HeldDays).Sum(d => _held[k, d, hour]));

    private string Key(int kind) => Text(_fit.Kinds[kind].Kind);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
