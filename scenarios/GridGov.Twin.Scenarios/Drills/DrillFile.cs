using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Drills;

/// <summary>
/// A drill 演练 as people write it: the scenario it is played in, who plays, what is to be reached, and the master scenario events list (MSEL):
/// injects, and what is expected of the players after each.
/// </summary>
/// <param name="Mark">Where the file begins.</param>
/// <param name="Name">The drill's machine name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Aim">What is practised.</param>
/// <param name="Scenario">The path of the scenario.</param>
/// <param name="With">What is laid over the scenario; null for nothing.</param>
/// <param name="Begins">StartEx, as world time.</param>
/// <param name="Lasts">From StartEx to EndEx, 1 minute to 7 days.</param>
/// <param name="Pace">The pace it is played at.</param>
/// <param name="Seed">The seed; null: the scenario's.</param>
/// <param name="LateShare">The share of its points that an action counts when it is done late, 0 to 1.</param>
/// <param name="Players">Who plays: the roles that people take over from the simulated staff.</param>
/// <param name="Objectives">What is to be reached.</param>
/// <param name="Injects">What happens.</param>
/// <param name="Expected">What is expected of the players.</param>
public sealed record DrillFile(
    Mark Mark, string Name, Title Title, Title Aim, string Scenario, YamlNode? With, Instant Begins, Duration Lasts, Pace Pace, ulong? Seed,
    double LateShare, PlayerSection[] Players, ObjectiveSection[] Objectives, InjectSection[] Injects, ActionSection[] Expected)
{
    internal static readonly MapShape Shape = new(
        "drill",
        ["drill", "title", "aim", "scenario", "day", "at", "lasts", "players", "objectives", "injects", "expected"],
        ["with", "pace", "seed", "late"]);

    private const double UsualPace = 10;
    private const double UsualLateShare = 0.5;
    private static readonly Duration Longest = Duration.Days(7);

    /// <summary>Every mapping of the format; the published schema has the same.</summary>
    public static IReadOnlyList<MapShape> Shapes =>
        [Shape, Title.Shape, PlayerSection.Shape, ObjectiveSection.Shape, InjectSection.Shape, BroughtSection.Shape, WhereSection.Shape, ActionSection.Shape];

    /// <summary>Reads the drill at <paramref name="path"/>.</summary>
    /// <exception cref="InputRejectedException">Something in the file is wrong. The scenario is not looked at yet.</exception>
    public static DrillFile Load(string path) => Read(YamlFile.Load(path));

    /// <summary>Reads a drill from its nodes.</summary>
    /// <exception cref="InputRejectedException">Something is wrong.</exception>
    public static DrillFile Read(YamlNode root)
    {
        var findings = new List<Finding>();
        var fields = new YamlValue(root, findings).Fields(Shape);
        _ = fields.Has("with") ? fields["with"].Entries() : [];
        var file = new DrillFile(
            fields.Map.Mark, fields["drill"].Text(), Title.Read(fields["title"]), Title.Read(fields["aim"]),
            ShippedFile.PathFrom(fields["scenario"].Mark.File, fields["scenario"].Text()), fields["with"].IsMap ? fields["with"].Node : null,
            WhenReading.Read(fields, "at"), ReadLength(fields["lasts"]),
            fields.Has("pace") ? RunSettings.ReadPace(fields["pace"]) : Pace.Of(UsualPace),
            fields.Has("seed") ? (ulong)fields["seed"].Whole(0, long.MaxValue) : null,
            fields.Has("late") ? fields["late"].Share() : UsualLateShare,
            AtLeastOne(fields["players"], PlayerSection.Read), AtLeastOne(fields["objectives"], ObjectiveSection.Read),
            AtLeastOne(fields["injects"], InjectSection.Read), AtLeastOne(fields["expected"], ActionSection.Read));
        if (findings.Count == 0)
        {
            DrillNames.Check(file, findings);
        }

        return findings.Count == 0 ? file : throw new InputRejectedException(findings);
    }

    private static Duration ReadLength(YamlValue value)
    {
        var lasts = value.Duration();
        if (!value.IsMissing && (lasts < Duration.Minutes(1) || lasts > Longest))
        {
            value.Reject("1 min to 7 d", "a drill lasts a minute at least and a week at most");
        }

        return lasts;
    }

    private static T[] AtLeastOne<T>(YamlValue map, Func<Marked<string>, YamlValue, T> read)
    {
        var all = map.Each(read);
        if (all.Length == 0 && map.IsMap)
        {
            map.Reject("at least one", "there is none");
        }

        return all;
    }
}
