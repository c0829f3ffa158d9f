using System.Globalization;
using GridGov.Twin.Scenarios.Calibration;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Tests.Geo;
using MathNet.Numerics.Distributions;

namespace GridGov.Twin.Scenarios.Tests.Calibration;

/// <summary>Logs drawn from known parameters, and small ones written by hand.</summary>
internal static class SyntheticLog
{
    public const string Head = "id,at,done,what";

    public const string Mapping = """
        replay: synthetic
        title: {zh: 合成, en: synthetic}
        columns: {id: id, opened: at, closed: done}
        time: {formats: ["yyyy-MM-dd HH:mm"]}
        position: {place: as-is, missing: spread}
        duplicates: {same: [id]}
        kinds: {from: [what], rules: [{when: hole, is: E0113.1}, {when: bill, is: E0201.1}, {when: 坑洼, is: E0113.1}]}
        """;

    private static readonly DateOnly Monday = new(2024, 1, 1);

    public static LogSpan Days(int days, int fitted) => new(Monday, days, fitted);

    /// <summary>Rows of one kind: Poisson counts a day by weekday, hours by their weights, cells by their weights.</summary>
    public static IEnumerable<Observation> Draw(Random chance, LogSpan span, int kind, double perDay, double[] weekdays, double[] hours, double[] cells)
    {
        for (var day = 0; day < span.Days; day++)
        {
            for (var left = Poisson.Sample(chance, perDay * weekdays[span.WeekdayOf(day)]); left > 0; left--)
            {
                yield return new Observation(kind, day, Categorical.Sample(chance, hours), Categorical.Sample(chance, cells), day * 86_400_000L, null, null);
            }
        }
    }

    public static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    /// <summary>A row a day at 9 o'clock, closed two hours later.</summary>
    public static string[] Daily(int days) => [.. Enumerable.Range(0, days).Select(day => string.Create(
        CultureInfo.InvariantCulture, $"{day},{Monday.AddDays(day):yyyy-MM-dd} 09:00,{Monday.AddDays(day):yyyy-MM-dd} 11:{day % 60:00},hole"))];

    public static ObservedLog Load(params string[] rows) => Load(new CalibrationRequest("", ""), rows);

    public static ObservedLog Load(CalibrationRequest request, params string[] rows)
    {
        using var folder = new TempFolder();
        return Load(folder, request, folder.Write("log.csv", string.Join('\n', [Head, .. rows]) + "\n"));
    }

    public static ObservedLog Load(TempFolder folder, CalibrationRequest request, string log, string mapping = Mapping) =>
        ObservedLog.Load(request with { Log = log, Mapping = folder.Write("mapping.yaml", mapping) });

    public static string Rejected(CalibrationRequest request, params string[] rows) =>
        Should.Throw<InputRejectedException>(() => Load(request, rows)).Findings.ShouldHaveSingleItem().ToString();

    public static string Rejected(params string[] rows) => Rejected(new CalibrationRequest("", ""), rows);
}
