using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Proofs;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>Everything a page of proofs says: <c>proof.json</c> is this and nothing else. It holds no wall time and no path.</summary>
/// <param name="Format">The name and number of this form.</param>
/// <param name="Program">The version of the program.</param>
/// <param name="Holds">Whether everything that must hold does.</param>
/// <param name="IsWhole">Whether everything was run; false where a quick proof was asked for.</param>
/// <param name="Experiments">Experiments with known answers.</param>
/// <param name="Workloads">The officers of the hypercube.</param>
/// <param name="Coverage">How often intervals hold the truth; null where it was not asked for.</param>
internal sealed record ProofData(
    string Format, string Program, bool Holds, bool IsWhole, ProofExperiment[] Experiments, WorkloadData[] Workloads, CoverageData? Coverage)
{
    public static ProofData Of(Proof proof) => new(
        "gridgov-proof-1", ReportData.Version, proof.Holds, proof.Size.IsWhole, [.. proof.Experiments.Select(ProofExperiment.Of)],
        [.. proof.Workloads.Select(work => new WorkloadData(work.Officer, work.Published, EstimateData.Of(work.Estimate)!, work.Holds))],
        proof.Coverage is not { } coverage ? null
            : new CoverageData(coverage.Intervals, coverage.Replications, coverage.Held, coverage.Confidence, coverage.Share, coverage.Room, coverage.Holds));
}

/// <summary>An experiment of a proof: what it asks, its variants and measures by name, and its checks.</summary>
internal sealed record ProofExperiment(
    string Name, Title Title, Title Question, double Confidence, int Observations, Dictionary<string, Title> Variants, MeasureData[] Measures, CheckData[] Checks)
{
    public static ProofExperiment Of(ExperimentResult result)
    {
        var (plan, file) = (result.Plan, result.Plan.File);
        return new ProofExperiment(
            file.Name, file.Title, file.Question, file.Confidence, result.Observations.Count, plan.Variants.ToDictionary(variant => variant.Id, variant => variant.Title),
            [.. result.Checks.Select(check => check.Measure).Distinct().Select(measure => MeasureData.Of(measure, plan))], [.. result.Checks.Select(CheckData.Of)]);
    }
}

/// <summary>How busy an officer of the hypercube was, and the published share.</summary>
internal sealed record WorkloadData(int Officer, double Published, EstimateData Estimate, bool Holds);

/// <summary>How many of the intervals made held the truth, beside what they claim and how far from it the share may lie.</summary>
internal sealed record CoverageData(int Intervals, int Replications, int Held, double Confidence, double Share, double Room, bool Holds);
