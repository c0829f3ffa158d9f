using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Proofs;

/// <summary>What the program proved of itself.</summary>
/// <param name="Experiments">Experiments with known answers, run.</param>
/// <param name="Coverage">How often intervals hold the truth; null where it was not asked for.</param>
/// <param name="Workloads">The hypercube's officers; none where they were not asked for.</param>
public sealed record Proof(ExperimentResult[] Experiments, Coverage? Coverage, Workload[] Workloads)
{
    /// <summary>
    /// Whether everything that must hold does: closed formulas, intervals, the hypercube. Published figures of real districts are shown
    /// beside them and may miss.
    /// </summary>
    public bool Holds =>
        Experiments.SelectMany(result => result.Checks).Where(check => check.Expected.By == ExpectedBy.Formula).All(check => check.Holds)
        && Coverage is null or { Holds: true } && Array.TrueForAll(Workloads, workload => workload.Holds);
}

/// <summary>Runs the experiments of a folder and the proofs that are no experiments.</summary>
/// <param name="folder">A folder of experiment files with expected values; <c>queues.yaml</c> in it also serves for the coverage.</param>
/// <param name="store">Where outcomes are kept and found; null: nowhere.</param>
/// <param name="threads">How many replications run at once.</param>
public sealed class ProofRun(string folder, ReplicationStore? store, int threads)
{
    private const string QueuesFile = "queues.yaml";
    private const string Known = "mm10-season";
    private const string Wait = "wait.hotline";
    private const int Intervals = 1_000;
    private const int Replications = 10;

    /// <summary>The experiments of the folder, read and built.</summary>
    /// <exception cref="InputRejectedException">There is none, or something is wrong in one.</exception>
    public (string File, ExperimentPlan Plan)[] Plans { get; } = Load(folder);

    /// <summary>Runs everything; null when <paramref name="stop"/> was asked for.</summary>
    /// <param name="watch">Told what is under way, and how far it is: 0 to 1.</param>
    /// <param name="stop">Asks for a stop.</param>
    public Proof? Run(Action<string, double>? watch, CancellationToken stop)
    {
        var results = new List<ExperimentResult>();
        foreach (var (_, plan) in Plans)
        {
            if (new ExperimentRun(plan, store, threads).Run(progress => watch?.Invoke(plan.File.Name, progress.Share), stop) is not { } result)
            {
                return null;
            }

            results.Add(result);
        }

        watch?.Invoke("hypercube", 0);
        if (HypercubeProof.Run(24, 20_000, stop) is not { } workloads)
        {
            return null;
        }

        var coverage = RunCoverage(watch, stop);
        return stop.IsCancellationRequested ? null : new Proof([.. results], coverage, workloads);
    }

    private Coverage? RunCoverage(Action<string, double>? watch, CancellationToken stop)
    {
        var queues = Array.Find(Plans, plan => Path.GetFileName(plan.File) == QueuesFile).Plan;
        var expected = queues?.File.Expected.FirstOrDefault(expected => expected.Variant.Value == Known && expected.Measure.Value == Wait);
        return queues is null || expected is null ? null
            : CoverageProof.Run(
                queues.Variants.Single(variant => variant.Id == Known), Wait, expected.Value, Intervals, Replications,
                done => watch?.Invoke("coverage", (double)done / Intervals), stop);
    }

    private static (string File, ExperimentPlan Plan)[] Load(string folder)
    {
        string[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)] : [];
        return files.Length > 0
            ? [.. files.Select(file => (file, ExperimentPlan.Load(file)))]
            : throw new InputRejectedException(new Finding(folder, 0, "", "a folder of experiment files with expected values", "there are no proofs"));
    }
}
