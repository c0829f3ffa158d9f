using System.Globalization;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>Writes a report's numbers as CSV tables in long form. Shares are of 1; an empty value does not exist.</summary>
internal sealed class ReportTables(ReportData data, Func<string, string> pathOf)
{
    /// <summary>The tables' file names; the last is there only where something is known from elsewhere.</summary>
    public static readonly string[] Files = ["measures.csv", "differences.csv", "observations.csv", "curves.csv", "backlog.csv", "cells.csv", "runs.csv", "checks.csv"];

    /// <summary>Writes all tables.</summary>
    public void Write()
    {
        Table("measures.csv", ["variant", "measure", "measure_zh", "measure_en", "unit", "n", "mean", "deviation", "low", "high"], Measures());
        Table("differences.csv", ["variant", "baseline", "measure", "unit", "n", "mean", "low", "high", "p", "p_holm", "stands"], Differences());
        Table("observations.csv", ["variant", "observation", "seed", "measure", "unit", "value"], Observations());
        Table("curves.csv", ["variant", "curve", "curve_zh", "curve_en", "hour", "n", "mean", "low", "high"], Curves());
        Table("backlog.csv", ["variant", "hour", "open_cases", "is_counted"], Backlog());
        Table("cells.csv", ["variant", "cell", "closed", "on_time", "on_time_share", "tasks", "way_m", "mean_way_m"], Cells());
        Table("runs.csv", ["variant", "run", "seed", "is_mirrored", "hash", "messages", "input_hash"], Runs());
        if (data.Checks.Length > 0)
        {
            Table("checks.csv", ["variant", "measure", "by", "source", "known", "n", "mean", "low", "high", "holds"], Checks());
        }
    }

    private IEnumerable<string[]> Measures() =>
        from variant in data.Variants
        from measure in data.Measures
        where variant.Estimates.ContainsKey(measure.Id)
        let e = variant.Estimates[measure.Id]
        select (string[])[variant.Id, measure.Id, measure.Zh, measure.En, measure.Unit, Text(e.N), Text(e.Mean), Text(e.Deviation), Text(e.Low), Text(e.High)];

    private IEnumerable<string[]> Differences() =>
        from variant in data.Variants.Skip(1)
        from measure in data.Measures
        where variant.Differences.ContainsKey(measure.Id)
        let d = variant.Differences[measure.Id]
        select (string[])
        [
            variant.Id, data.Variants[0].Id, measure.Id, measure.Unit, Text(d.N), Text(d.Mean), Text(d.Low), Text(d.High), Text(d.Chance), Text(d.CorrectedChance),
            Text(d.Stands),
        ];

    // An antithetic pair is one observation of two runs; a batch is a part of a run.
    private IEnumerable<string[]> Observations() =>
        from variant in data.Variants
        let together = variant.Runs.Length / Math.Max(1, data.Validity.Observations)
        from observation in Enumerable.Range(0, data.Validity.Observations)
        from measure in data.Measures
        let value = variant.Observations[measure.Id][observation]
        let seed = variant.Runs[observation * together].Seed.ToString(CultureInfo.InvariantCulture)
        select (string[])[variant.Id, Text(observation + 1), seed, measure.Id, measure.Unit, Text(value)];

    private IEnumerable<string[]> Curves() =>
        from variant in data.Variants
        from curve in data.Curves.Index()
        from hour in variant.Curves[curve.Index].Index()
        let e = hour.Item
        select (string[])[variant.Id, curve.Item.Id, curve.Item.Zh, curve.Item.En, Text(hour.Index), Text(e.N), Text(e.Mean), Text(e.Low), Text(e.High)];

    private IEnumerable<string[]> Backlog() =>
        from variant in data.Variants
        from hour in variant.Backlog.Index()
        select (string[])[variant.Id, Text(hour.Index), Text(hour.Item), Text(hour.Index >= variant.WarmUpDays * 24)];

    private IEnumerable<string[]> Cells() =>
        from variant in data.Variants
        from cell in variant.Cells
        select (string[])
        [
            variant.Id, cell.Code, Text(cell.Closed), Text(cell.OnTime), Text(Ratio(cell.OnTime, cell.Closed)), Text(cell.Tasks), Text(cell.WayM),
            Text(Ratio(cell.WayM, cell.Tasks)),
        ];

    private IEnumerable<string[]> Runs() =>
        from variant in data.Variants
        from run in variant.Runs.Index()
        select (string[])
        [
            variant.Id, Text(run.Index + 1), run.Item.Seed.ToString(CultureInfo.InvariantCulture), Text(run.Item.IsMirrored), run.Item.Hash, Text(run.Item.Messages),
            variant.InputHash,
        ];

    private IEnumerable<string[]> Checks() =>
        from check in data.Checks
        let e = check.Estimate
        select (string[])
        [
            check.Variant, check.Measure, check.By, check.Source, Text(check.Value), Text(e?.N), Text(e?.Mean), Text(e?.Low), Text(e?.High), Text(check.Holds),
        ];

    private void Table(string name, string[] columns, IEnumerable<string[]> rows)
    {
        using var csv = CsvFile.Create(pathOf(name));
        CsvFile.Row(csv, columns);
        foreach (var row in rows)
        {
            CsvFile.Row(csv, row);
        }
    }

    private static double? Ratio(double part, double of) => of > 0 ? part / of : null;

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Text(bool value) => value ? "1" : "0";
}
