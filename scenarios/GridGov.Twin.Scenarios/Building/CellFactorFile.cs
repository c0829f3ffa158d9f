using System.Globalization;
using CsvHelper;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>
/// Reads how much more or less happens in each cell: a CSV file with the head <c>cell,factor</c>. A cell that is not named has 1; all are scaled
/// to a mean of 1, so that the district's total stays what the demand says.
/// </summary>
internal static class CellFactorFile
{
    /// <summary>The columns.</summary>
    public static readonly string[] Columns = ["cell", "factor"];

    private const double MostTimes = 1e6;

    /// <summary>The factors in the order of the cells; all 1 after a finding.</summary>
    public static double[] Read(Marked<string> path, CityModel city, List<Finding> findings)
    {
        double[] factors = [.. Enumerable.Repeat(1.0, city.Cells.Length)];
        var before = findings.Count;
        if (!File.Exists(path.Value))
        {
            findings.Add(path.Finding("an existing CSV file cell,factor", "the file is not there"));
            return factors;
        }

        var byCode = city.Cells.ToDictionary(cell => cell.Code, cell => cell.Index, StringComparer.Ordinal);
        using var csv = new CsvParser(new StreamReader(path.Value), CultureInfo.InvariantCulture);
        if (!csv.Read() || csv.Record is not { } head || !head.SequenceEqual(Columns))
        {
            findings.Add(new Finding(path.Value, 1, csv.RawRecord.Trim(), string.Join(',', Columns), "the head is wrong"));
            return factors;
        }

        while (csv.Read())
        {
            ReadRow(csv, path.Value, byCode, factors, findings);
        }

        var mean = factors.DefaultIfEmpty(1).Average();
        if (findings.Count == before && mean <= 0)
        {
            findings.Add(new Finding(path.Value, 0, "", "a factor above 0", "nothing would ever happen"));
        }

        return findings.Count == before ? [.. factors.Select(factor => factor / mean)] : factors;
    }

    private static void ReadRow(CsvParser csv, string file, Dictionary<string, int> byCode, double[] factors, List<Finding> findings)
    {
        var fields = csv.Record ?? [];
        if (fields.Length != Columns.Length || !byCode.TryGetValue(fields[0].Trim(), out var cell))
        {
            findings.Add(new Finding(file, csv.RawRow, csv.RawRecord.Trim(), "the code of a cell of the city, and a factor", "no cell of this city"));
        }
        else if (!double.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) || factor is not (>= 0 and <= MostTimes))
        {
            findings.Add(new Finding(file, csv.RawRow, fields[1], "a number from 0 to 1000000", "no factor"));
        }
        else
        {
            factors[cell] = factor;
        }
    }
}
