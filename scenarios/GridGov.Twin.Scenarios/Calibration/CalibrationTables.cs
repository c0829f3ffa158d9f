using System.Globalization;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>The tables of a calibration as CSV. The column <c>part</c> tells what was fitted from what was held out.</summary>
internal static class CalibrationTables
{
    public const string Rates = "rates.csv";
    public const string Handling = "handling.csv";
    public const string BackTestFile = "backtest.csv";

    public static void Write(CalibrationResult result, string folder)
    {
        WriteRates(result, Path.Combine(folder, Rates));
        WriteHandling(result, Path.Combine(folder, Handling));
        WriteBackTest(result, Path.Combine(folder, BackTestFile));
        if (result.Arrivals.Cells is { } cells)
        {
            using var csv = CsvFile.Create(Path.Combine(folder, CalibratedScenario.CellsFile));
            CsvFile.Row(csv, CellFactorFile.Columns);
            foreach (var cell in result.Log.Ground.Plan.City.Cells)
            {
                CsvFile.Row(csv, cell.Code, Number(cells.Factors[cell.Index]));
            }
        }
    }

    private static void WriteRates(CalibrationResult result, string path)
    {
        using var csv = CsvFile.Create(path);
        CsvFile.Row(csv,
        [
            "part", "kind", "kind_zh", "kind_en", "rows", "per_day", "per_day_low", "per_day_high", "variance_over_mean", "pearson", "poisson_p", "hour_chi2_p", "weekday_chi2_p",
            .. Words.Weekdays.Keys, .. Enumerable.Range(0, 24).Select(hour => $"h{hour:00}"),
        ]);
        foreach (var kind in result.Arrivals.Kinds)
        {
            var (condition, spread) = (result.Log.Condition(kind.Kind), kind.Dispersion);
            CsvFile.Row(csv,
            [
                "fitted", condition.Key, condition.SmallZh, condition.SmallEn, Number(kind.Count), Number(kind.PerDay), Number(kind.Low), Number(kind.High),
                Number(spread.Index), Number(spread.Pearson), Number(spread.PoissonP), Number(kind.HourTest?.P), Number(kind.WeekdayTest?.P),
                .. kind.Weekdays.Select(factor => Number(factor)), .. kind.Hours.Select(factor => Number(factor)),
            ]);
        }
    }

    private static void WriteHandling(CalibrationResult result, string path)
    {
        using var csv = CsvFile.Create(path);
        CsvFile.Row(csv, "part", "kind", "closed", "open", "law", "observed_p50_h", "observed_p90_h", "fitted_p50_h", "fitted_p90_h", "ks_distance");
        foreach (var fit in result.Handling)
        {
            var (key, law) = (result.Log.Condition(fit.Kind).Key, fit.Law is { } chosen ? Words.Of(chosen.Family) : "");
            foreach (var (part, curve, distance) in new[] { ("fitted", fit.Curve, fit.Distance), ("held-out", fit.HeldOut, fit.HeldOutDistance) })
            {
                CsvFile.Row(
                    csv, part, key, Number(curve.Closed), Number(curve.Open), law, Number(curve.Quantile(0.5)), Number(curve.Quantile(0.9)),
                    Number(fit.Law?.Quantile(0.5)), Number(fit.Law?.Quantile(0.9)), Number(distance));
            }
        }
    }

    private static void WriteBackTest(CalibrationResult result, string path)
    {
        using var csv = CsvFile.Create(path);
        CsvFile.Row(csv, "part", "by", "key", "predicted", "low95", "high95", "observed", "inside");
        var (test, span) = (result.BackTest, result.Log.Span);
        string[] weekdays = [.. Words.Weekdays.Keys];
        Rows("total", [test.Total], _ => "");
        Rows("kind", test.ByKind, count => CalibrationJson.KeyOf(count, result.Log));
        Rows("hour", test.ByHour, count => count.Key);
        Rows("weekday", test.ByWeekday, count => weekdays[Index(count)]);
        Rows("day", test.Daily, count => span.Cut.AddDays(Index(count)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        void Rows(string by, HeldOutCount[] counts, Func<HeldOutCount, string> key)
        {
            foreach (var count in counts)
            {
                CsvFile.Row(
                    csv, "held-out", by, key(count), Number(count.Predicted), Number(count.Low), Number(count.High), Number(count.Observed),
                    count.IsInside ? "true" : "false");
            }
        }
    }

    private static int Index(HeldOutCount count) => int.Parse(count.Key, CultureInfo.InvariantCulture);

    private static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("G7", CultureInfo.InvariantCulture) : "";
}
