using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// An experiment as people write it: a question, the variants that are compared (the first is the baseline), what is measured, and when to
/// stop. A variant is a scenario with the experiment's and its own <c>with</c> laid over it.
/// </summary>
/// <param name="Mark">Where the file begins.</param>
/// <param name="Name">The experiment's machine name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Variants">What is compared, at least one.</param>
/// <param name="Measures">The measures the report shows, in this order; empty: the usual ones.</param>
/// <param name="Decision">What decides between the variants; null where nothing is to be decided.</param>
/// <param name="Stop">When there are enough replications.</param>
/// <param name="Confidence">The confidence of every interval, 0.5 to 0.999.</param>
/// <param name="Seed">The seed of the first replication; the others follow it by ones.</param>
/// <param name="IsAntithetic">Whether every seed is run twice, the second time with every draw mirrored, and the two are averaged.</param>
/// <param name="FindsWarmUp">Whether the warm-up is found by MSER-5 instead of being the scenario's.</param>
/// <param name="Expected">Values known from elsewhere that the result is held against; none in most experiments.</param>
public sealed record ExperimentFile(
    Mark Mark, string Name, Title Title, Title Question, VariantSection[] Variants, Marked<string>[] Measures, DecisionSection? Decision,
    StopSection Stop, double Confidence, ulong Seed, bool IsAntithetic, bool FindsWarmUp, ExpectedSection[] Expected)
{
    internal static readonly MapShape Shape = new(
        "experiment",
        ["experiment", "title", "question", "replications", "variants"],
        ["scenario", "with", "measures", "decide", "confidence", "seed", "antithetic", "warm-up", "expected"]);

    private static readonly Dictionary<string, bool> WarmUps = new(StringComparer.Ordinal) { ["auto"] = true, ["scenario"] = false };

    /// <summary>Every mapping of the format; the published schema has the same.</summary>
    public static IReadOnlyList<MapShape> Shapes => [Shape, Title.Shape, VariantSection.Shape, StopSection.Shape, DecisionSection.Shape, ExpectedSection.Shape];

    /// <summary>Reads the experiment at <paramref name="path"/>.</summary>
    /// <exception cref="InputRejectedException">Something in the file is wrong. The scenarios are not looked at yet.</exception>
    public static ExperimentFile Load(string path) => Read(YamlFile.Load(path));

    /// <summary>Reads an experiment from its nodes.</summary>
    /// <exception cref="InputRejectedException">Something is wrong.</exception>
    public static ExperimentFile Read(YamlNode root)
    {
        var findings = new List<Finding>();
        var fields = new YamlValue(root, findings).Fields(Shape);
        var file = new ExperimentFile(
            fields.Map.Mark, fields["experiment"].Text(), Title.Read(fields["title"]), Title.Read(fields["question"]),
            VariantSection.ReadAll(fields), fields["measures"].MarkedTexts(),
            fields.Has("decide") ? DecisionSection.Read(fields["decide"]) : null,
            StopSection.Read(fields["replications"]),
            fields.Has("confidence") ? fields["confidence"].Real(0.5, 0.999) : 0.95,
            fields.Has("seed") ? (ulong)fields["seed"].Whole(0, long.MaxValue / 2) : 1,
            fields.Has("antithetic") && fields["antithetic"].YesNo(),
            fields.Has("warm-up") && fields["warm-up"].Word(WarmUps), [.. fields["expected"].Items().Select(ExpectedSection.Read)]);
        if (file is { IsAntithetic: true, Stop.Batches: > 0 })
        {
            fields["antithetic"].Reject("no antithetic with batches", "the batches of one long run have no mirrored twins");
        }

        if (file.Stop.UntilChosen && file.Decision is not { Matters: > 0 })
        {
            fields["replications"].Reject("decide with a difference that matters", "until-chosen needs decide.matters");
        }

        return findings.Count == 0 ? file : throw new InputRejectedException(findings);
    }
}
