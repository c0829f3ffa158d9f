using System.Diagnostics;
using System.Globalization;
using MathNet.Numerics.Distributions;
using Xunit.Abstractions;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>
/// Runs many rows, on every core, and holds each measure against its value. A 99 % interval misses honestly once in a hundred times: a row that
/// misses is run again with an independent seed and a closer interval and must then hit, and the first misses must not be more than chance allows.
/// </summary>
internal static class QueueProof
{
    private const double Precision = 0.01;
    private const double CloserPrecision = 0.006;

    public static void Check(IReadOnlyList<QueueRow> rows, ulong seed, ITestOutputHelper output)
    {
        var watch = Stopwatch.StartNew();
        var results = new Estimate[rows.Count][];

        // The longest first, so that no core is left alone with them at the end.
        var order = Enumerable.Range(0, rows.Count).OrderByDescending(i => rows[i].Room.Capacity > 0 ? 0 : rows[i].Room.Load).ToArray();
        Parallel.ForEach(order, i => results[i] = rows[i].Run(seed + (ulong)i, Precision));
        var misses = Misses(rows, results);
        var measures = rows.Sum(row => row.Measures.Length);
        var millions = rows.Sum(row => row.Arrivals) / 1e6;
        output.WriteLine(Text($"{rows.Count} rows, {measures} measures, {millions:0.0} M arrivals, {watch.Elapsed.TotalSeconds:0} s"));
        misses.ForEach(miss => output.WriteLine($"missed at first: {Describe(rows[miss.Row], miss.Measure, results[miss.Row])}"));

        foreach (var row in misses.Select(miss => miss.Row).Distinct())
        {
            var again = rows[row].Run(seed + 1_000_003 + (ulong)row, CloserPrecision);
            foreach (var (_, measure) in misses.Where(miss => miss.Row == row))
            {
                again[measure].Holds(rows[row].Measures[measure].Expected).ShouldBeTrue($"missed twice: {Describe(rows[row], measure, again)}");
            }
        }

        // The measures of a row are not independent, so rows are counted, as if each had the chance of its worst case.
        var rowsMissed = misses.Select(miss => miss.Row).Distinct().Count();
        var perRow = 1 - Math.Pow(0.99, rows.Average(row => row.Measures.Length));
        rowsMissed.ShouldBeLessThanOrEqualTo(MostPlausible(rows.Count, perRow), "more rows missed at first than chance explains");
    }

    private static List<(int Row, int Measure)> Misses(IReadOnlyList<QueueRow> rows, Estimate[][] results)
    {
        List<(int, int)> misses = [];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var measure = 0; measure < rows[row].Measures.Length; measure++)
            {
                if (!results[row][measure].Holds(rows[row].Measures[measure].Expected))
                {
                    misses.Add((row, measure));
                }
            }
        }

        return misses;
    }

    // The least number that chance exceeds less than once in a thousand times.
    private static int MostPlausible(int rows, double chance) =>
        Enumerable.Range(0, rows + 1).First(most => Binomial.CDF(chance, rows, most) > 0.999);

    private static string Describe(QueueRow row, int measure, Estimate[] estimates)
    {
        var (asked, found) = (row.Measures[measure], estimates[measure]);
        return Text($"{row.Room.Name}, {asked.Name}: expected {asked.Expected:g8}, found {found.Value:g8} ± {found.HalfWidth:g3}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
