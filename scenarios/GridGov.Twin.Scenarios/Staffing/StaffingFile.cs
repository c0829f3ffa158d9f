using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>
/// A staffing question as people write it: a scenario, the targets its work must meet and how sure that must be, the posts whose people may
/// change, and the limits of money, rest and fairness.
/// </summary>
/// <param name="Mark">Where the file begins.</param>
/// <param name="Name">The question's machine name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Scenario">The path of the scenario.</param>
/// <param name="With">What is laid over the scenario; null: nothing.</param>
/// <param name="Targets">What must be reached, at least one; the first is the one the trade-off curve shows.</param>
/// <param name="Posts">Who may be more or fewer, at least one.</param>
/// <param name="Budget">The most that a week of all posts may cost; null: no limit.</param>
/// <param name="Rest">The limits of rest.</param>
/// <param name="Fairness">The limits of fairness.</param>
/// <param name="Least">The fewest replications of a trial, at least 2.</param>
/// <param name="Most">The most replications of a trial, up to 10,000.</param>
/// <param name="Confidence">How sure every target must be, 0.5 to 0.999.</param>
/// <param name="Seed">The seed of the first replication of every trial; the others follow it by ones.</param>
public sealed record StaffingFile(
    Mark Mark, string Name, Title Title, Title Question, string Scenario, YamlNode? With, TargetSection[] Targets, PostSection[] Posts,
    Marked<double>? Budget, RestSection Rest, FairnessSection Fairness, int Least, int Most, double Confidence, ulong Seed)
{
    internal static readonly MapShape Shape = new(
        "staffing",
        ["staffing", "title", "question", "scenario", "targets", "posts"],
        ["with", "budget", "rest", "fairness", "replications", "confidence", "seed"]);

    internal static readonly MapShape ReplicationsShape = new("replications", [], ["least", "most"]);

    private const int MostReplications = 10_000;

    /// <summary>Every mapping of the format; the published schema has the same.</summary>
    public static IReadOnlyList<MapShape> Shapes =>
    [
        Shape, Title.Shape, TargetSection.Shape, PostSection.PoolsShape, PostSection.Shape, RestSection.Shape, FairnessSection.Shape, ReplicationsShape,
    ];

    /// <summary>Reads the staffing question at <paramref name="path"/>.</summary>
    /// <exception cref="InputRejectedException">Something in the file is wrong. The scenario is not looked at yet.</exception>
    public static StaffingFile Load(string path) => Read(YamlFile.Load(path));

    /// <summary>Reads a staffing question from its nodes.</summary>
    /// <exception cref="InputRejectedException">Something is wrong.</exception>
    public static StaffingFile Read(YamlNode root)
    {
        var findings = new List<Finding>();
        var fields = new YamlValue(root, findings).Fields(Shape);
        var (least, most) = ReadReplications(fields["replications"]);
        var file = new StaffingFile(
            fields.Map.Mark, fields["staffing"].Text(), Title.Read(fields["title"]), Title.Read(fields["question"]),
            ShippedFile.PathFrom(fields["scenario"].Mark.File, fields["scenario"].Text()), Overlay(fields["with"]),
            TargetSection.ReadAll(fields["targets"]), PostSection.ReadAll(fields["posts"]),
            fields.Said("budget", value => value.Real(0, 1e12)), RestSection.Read(fields["rest"]), FairnessSection.Read(fields["fairness"]), least, most,
            fields.Has("confidence") ? fields["confidence"].Real(0.5, 0.999) : 0.95,
            fields.Has("seed") ? (ulong)fields["seed"].Whole(0, long.MaxValue / 2) : 1);
        return findings.Count == 0 ? file : throw new InputRejectedException(findings);
    }

    private static YamlNode? Overlay(YamlValue value)
    {
        // Read for its finding only: what stands in it is checked as a part of the scenario.
        _ = value.IsMissing ? [] : value.Entries();
        return value.IsMap ? value.Node : null;
    }

    private static (int Least, int Most) ReadReplications(YamlValue value)
    {
        if (value.IsMissing)
        {
            return (10, 40);
        }

        if (!value.IsMap)
        {
            var count = value.Whole(2, MostReplications);
            return (count, count);
        }

        var fields = value.Fields(ReplicationsShape);
        var least = fields.Has("least") ? fields["least"].Whole(2, MostReplications) : 10;
        var most = fields.Has("most") ? fields["most"].Whole(2, MostReplications) : Math.Max(40, least);
        if (most < least)
        {
            fields["most"].Reject(FormattableString.Invariant($"at least {least}"), "the most replications are fewer than the least");
        }

        return (least, most);
    }
}
