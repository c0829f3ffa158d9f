using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Proofs;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>What the program proved of itself as one self-contained page in both languages.</summary>
public static class ProofReport
{
    private static readonly string[] Scripts = ["language.js", "figures.js", "checks.js", "folds.js", "proof.js"];

    /// <summary>The page.</summary>
    public static string Html(Proof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return ReportPage.Compose("proof.html", "自证 · GridGov Twin", new Title("自证报告", "Proof report"), Scripts, hasCharts: false, new Dictionary<string, string>
        {
            ["answer"] = ReportPage.Both(AnswerOf(proof)),
            ["data"] = ExperimentJson.Line(ProofData.Of(proof)),
        });
    }

    /// <summary>The result as an indented JSON object, without a newline at the end.</summary>
    public static string Json(Proof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return ExperimentJson.Indent(ProofData.Of(proof));
    }

    /// <summary>What came out in one sentence: how many of the values that must be met are.</summary>
    public static Title AnswerOf(Proof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        bool[] musts =
        [
            .. proof.Experiments.SelectMany(result => result.Checks).Where(check => check.Expected.By == ExpectedBy.Formula).Select(check => check.Holds),
            .. proof.Workloads.Select(workload => workload.Holds), .. proof.Coverage is { } coverage ? (bool[])[coverage.Holds] : [],
        ];
        var met = musts.Count(holds => holds);
        return proof.Holds
            ? new Title($"程序与必须满足的 {musts.Length} 个已知值全部一致。", $"The program agrees with all {musts.Length} known values that it must meet.")
            : new Title(
                $"必须满足的 {musts.Length} 个已知值中，程序与 {musts.Length - met} 个不一致。",
                $"Of {musts.Length} known values that the program must meet, it misses {musts.Length - met}.");
    }
}
