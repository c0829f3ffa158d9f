using System.Globalization;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Proofs;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Prints known values beside what was measured, and whether they agree.</summary>
internal sealed class CheckTable(IAnsiConsole console, Language language)
{
    /// <summary>Prints everything a proof holds.</summary>
    public void Print(Proof proof)
    {
        foreach (var result in proof.Experiments)
        {
            console.Write(new Text($"{language.Pick(result.Plan.File.Title.Zh, result.Plan.File.Title.En)}\n", new Style(decoration: Decoration.Bold)));
            Print(result.Checks);
        }

        Workloads(proof.Workloads);
        if (proof.Coverage is { } coverage)
        {
            var (name, claimed) = (language.Pick("区间覆盖率", "coverage of intervals"), language.Pick("声称", "claimed"));
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {coverage.Share:0.0 %} / {coverage.Intervals:#,0} ({claimed} {coverage.Confidence:0 %}) {Mark(coverage.Holds)}"));
        }
    }

    /// <summary>Prints the checks of one experiment.</summary>
    public void Print(Check[] checks)
    {
        var table = TableLook.Framed(
            (language.Head("变体", "variant"), false), (language.Head("指标", "measure"), false), (language.Head("已知值", "known"), true),
            (language.Head("测得", "measured"), true), ("", false), (language.Head("来源", "from"), false));
        foreach (var check in checks)
        {
            table.AddRow(
                new Text(check.Variant.Id), new Text(language.Pick(check.Measure.Zh, check.Measure.En)), new Text(MeasureText.Value(check.Measure, check.Expected.Value)),
                new Text(MeasureText.Estimate(check.Measure, check.Estimate)), new Text(Mark(check.Holds)), new Text($"{By(check.Expected.By)}: {check.Expected.Source}"));
        }

        console.Write(table);
    }

    private void Workloads(Workload[] workloads)
    {
        var table = TableLook.Framed(
            (language.Head("超立方模型：网格员", "hypercube: officer"), false), (language.Head("公布值", "published"), true), (language.Head("测得", "measured"), true), ("", false));
        foreach (var workload in workloads)
        {
            table.AddRow(
                new Text(workload.Officer.ToString(CultureInfo.InvariantCulture)), new Text(workload.Published.ToString("0.0000", CultureInfo.InvariantCulture)),
                new Text(string.Create(CultureInfo.InvariantCulture, $"{workload.Estimate.Mean:0.0000} ± {workload.Estimate.HalfWidth:0.0000}")), new Text(Mark(workload.Holds)));
        }

        console.Write(table);
    }

    private string By(ExpectedBy by) => by switch
    {
        ExpectedBy.Formula => language.Pick("公式", "formula"),
        ExpectedBy.Fitted => language.Pick("拟合所用", "fitted"),
        _ => language.Pick("留出未用", "held out"),
    };

    private static string Mark(bool holds) => holds ? "✓" : "✗";
}
