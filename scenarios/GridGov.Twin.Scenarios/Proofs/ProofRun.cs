using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Proofs;

/// <summary>What the program proved of itself.</summary>
/// <param name="Experiments">Experiments with known answers, run.</param>
/// <param name="Coverage">How often intervals hold the truth; null where it was not asked for.</param>
/// <param name="Workloads">The hypercube's officers; none where they were not asked for.</param>
/// <param name="Size">How much was run.</param>
public sealed record Proof(ExperimentResult[] Experiments, Coverage? Coverage, Workload[] Workloads, ProofSize Size)
{
    /// <summary>
    /// Whether everything that must hold does: closed formulas, intervals, the hypercube. Published figures of real districts are shown
    /// beside them and may miss.
    /// </summary>
    public bool Holds =>
        Experiments.SelectMany(result => result.Checks).Where(check => check.Expected.By == ExpectedBy.Formula).All(check => check.Holds)
        && Coverage is null or { Holds: true } && Array.TrueForAll(Workloads, workload => workload.Holds);
}

/// <summary>Runs the experiments of a folder and, where its <c>queues.yaml</c> is among them, the proofs that are no experiments.</summary>
/// <param name="folder">A folder of experiment files with expected values.</param>
/// <param name="store">Where outcomes are kept and found; null: nowhere.</param>
/// <param name="threads">How many replications run at once.</param>
/// <param name="size">How much to run; null: everything.</param>
public sealed class ProofRun(string folder, ReplicationStore? store, int threads, ProofSize? size = null)
{
    private const string QueuesFile = "queues.yaml";
    private const string Known = "mm10-season";
    private const string Wait = "wait.hotline";
    private const int Replications = 10;
    private const double TownUnits = 20_000;

    private static readonly ProofPart Town = new("hypercube", new Title("超立方模型", "the hypercube"));
    private static readonly ProofPart Cover = new("coverage", new Title("区间覆盖率", "coverage of intervals"));
    private readonly ProofSize _size = size ?? ProofSize.Whole;

    /// <summary>The experiments of the folder, read and built.</summary>
    /// <exception cref="InputRejectedException">There is none, or something is wrong in one.</exception>
    public (string File, ExperimentPlan Plan)[] Plans { get; } = Load(folder, size ?? ProofSize.Whole);

    /// <summary>What is run, in this order.</summary>
    public ProofPart[] Parts =>
        [.. Plans.Select(plan => new ProofPart(plan.Plan.File.Name, plan.Plan.File.Title)), .. Queues is null ? (ProofPart[])[] : [Town, Cover]];

    private ExperimentPlan? Queues => Array.Find(Plans, plan => Path.GetFileName(plan.File) == QueuesFile).Plan;

    /// <summary>Runs everything; null when <paramref name="stop"/> was asked for.</summary>
    /// <param name="watch">Told which part is under way, by its id, and how far it is: 0 to 1.</param>
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

        if (Queues is not { } queues)
        {
            return new Proof([.. results], null, [], _size);
        }

        watch?.Invoke(Town.Id, 0);
        return HypercubeProof.Run(_size.Towns, TownUnits, threads, done => watch?.Invoke(Town.Id, (double)done / _size.Towns), stop) is { } workloads
            && RunCoverage(queues, watch, stop) is { } coverage
            ? new Proof([.. results], coverage, workloads, _size) : null;
    }

    private Coverage? RunCoverage(ExperimentPlan queues, Action<string, double>? watch, CancellationToken stop)
    {
        var expected = queues.File.Expected.First(expected => expected.Variant.Value == Known && expected.Measure.Value == Wait);
        return CoverageProof.Run(
            queues.Variants.Single(variant => variant.Id == Known), Wait, expected.Value, _size.Intervals, Replications, threads,
            done => watch?.Invoke(Cover.Id, (double)done / _size.Intervals), stop);
    }

    private static (string File, ExperimentPlan Plan)[] Load(string folder, ProofSize size)
    {
        string[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)] : [];
        return files.Length > 0
            ? [.. files.Select(file => (file, Sized(ExperimentPlan.Load(file), size)))]
            : throw new InputRejectedException(new Finding(folder, 0, "", "a folder of experiment files with expected values", "there are no proofs"));
    }

    // Published months are short work; what a formula needs many replications of is cut.
    private static ExperimentPlan Sized(ExperimentPlan plan, ProofSize size)
    {
        var stop = plan.File.Stop;
        return size.Replications is not { } most || stop.Most <= most ? plan
            : plan with { File = plan.File with { Stop = stop with { Least = Math.Min(stop.Least, most), Most = most } } };
    }
}
