using System.Globalization;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Hosting;

/// <summary>
/// What the host is configured to do, under <c>GridGov</c> in appsettings.json or as environment variables such as <c>GridGov__Data</c>.
/// </summary>
/// <param name="Data">The folder for what is kept: journal, tiles, paces.</param>
/// <param name="Db">The journal: a file, <c>postgres://…</c> or keywords; <c>sqlite</c> is a file of the data folder.</param>
/// <param name="Worlds">The worlds, at least one.</param>
/// <param name="Experiments">The folder of the experiments' files; null: those that ship.</param>
/// <param name="IsOnCluster">Whether the worlds' grains live on an Orleans cluster.</param>
/// <param name="Proofs">The folder of the proofs' files; null: those that ship.</param>
/// <param name="Drills">The folder of the drills' files; null: those that ship.</param>
public sealed record SiloSettings(
    string Data, string Db, WorldSettings[] Worlds, string? Experiments = null, bool IsOnCluster = false, string? Proofs = null,
    string? Drills = null)
{
    private const string DatabaseFile = "twin.db";
    private const string ClusterFile = "cluster.db";

    /// <summary>The arguments that people write, and the settings they are.</summary>
    public static readonly IReadOnlyDictionary<string, string> Arguments = new Dictionary<string, string>
    {
        ["--host"] = "GridGov:Cluster:Host",
        ["--db"] = "GridGov:Db",
    };

    // Whoever starts the twin to look at it should not find a town asleep.
    private static readonly WorldSettings Usual = new("live", "first-day", FirstPace: Pace.Of(10), BeginsAt: Instant.Start + Duration.Minutes(510));

    /// <summary>
    /// Reads the settings; what is not given has a default: one world <c>live</c> of <c>first-day</c>, which begins at 08:30
    /// at ten times the wall clock's pace, kept in the user's data folder.
    /// </summary>
    /// <exception cref="StartRefusedException">A world's name is not one, there are two of one name, or there is no such host.</exception>
    public static SiloSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("GridGov");
        var data = Path.GetFullPath(section["Data"] is { Length: > 0 } given ? given : DefaultData());
        var worlds = section.GetSection("Worlds").GetChildren().Select((world, index) => Read(world, index)).ToArray();
        worlds = worlds.Length > 0 ? worlds : [Usual];
        if (worlds.GroupBy(world => world.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new StartRefusedException($"GridGov:Worlds has two worlds of the id '{twice.Key}'");
        }

        var isOnCluster = IsOrleans(section["Cluster:Host"]);
        return new SiloSettings(
            data, Database(section["Db"], data, isOnCluster), worlds, section["Experiments"] is { Length: > 0 } experiments ? experiments : null, isOnCluster,
            section["Proofs"] is { Length: > 0 } proofs ? proofs : null, section["Drills"] is { Length: > 0 } drills ? drills : null);
    }

    private static bool IsOrleans(string? host) => host switch
    {
        null or "" or "in-process" => false,
        "orleans" => true,
        _ => throw new StartRefusedException($"--host (GridGov:Cluster:Host) '{host}': expected in-process, the default, or orleans"),
    };

    private static string Database(string? given, string data, bool isOnCluster) =>
        given is { Length: > 0 } and not "sqlite" ? given : Path.Combine(data, isOnCluster ? ClusterFile : DatabaseFile);

    private static WorldSettings Read(IConfigurationSection world, int index)
    {
        var (id, kind) = (world["Id"] ?? (index == 0 ? "live" : $"world-{index}"), world["Kind"] ?? WorldSettings.Live);
        if (id.Length is 0 or > 64 || id.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
        {
            throw new StartRefusedException($"GridGov:Worlds:{index}:Id '{id}': expected 1 to 64 of a–z, 0–9 and hyphens");
        }

        return kind == WorldSettings.Live
            ? new WorldSettings(id, world["Scenario"] is { Length: > 0 } scenario ? scenario : Usual.Scenario, kind, FirstPace(world, index), BeginsAt(world, index))
            : throw new StartRefusedException($"GridGov:Worlds:{index}:Kind '{kind}': expected live; a drill is opened from its file, a replication from its experiment");
    }

    private static Pace? FirstPace(IConfigurationSection world, int index)
    {
        try
        {
            return world["Pace"] is { Length: > 0 } pace ? Pace.Parse(pace) : null;
        }
        catch (FormatException wrong)
        {
            throw new StartRefusedException($"GridGov:Worlds:{index}:Pace: {wrong.Message}", wrong);
        }
    }

    private static Instant? BeginsAt(IConfigurationSection world, int index) => world["BeginsAt"] is not { Length: > 0 } text ? null
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? Instant.Start + Duration.Minutes((at.Hour * 60) + at.Minute)
        : throw new StartRefusedException($"GridGov:Worlds:{index}:BeginsAt '{text}': expected a time of the first day such as 08:30");

    private static string DefaultData()
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(user.Length > 0 ? user : AppContext.BaseDirectory, "gridgov-twin");
    }
}
