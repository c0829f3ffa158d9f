using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Hosting;

/// <summary>
/// What the host is configured to do, under <c>GridGov</c> in appsettings.json or as environment variables such as <c>GridGov__Data</c>.
/// </summary>
/// <param name="Data">The folder for what is kept: journal, tiles, paces.</param>
/// <param name="Db">The journal: a file, <c>postgres://…</c> or keywords.</param>
/// <param name="Worlds">The worlds, at least one.</param>
public sealed record SiloSettings(string Data, string Db, WorldSettings[] Worlds)
{
    private const string DatabaseFile = "twin.db";

    /// <summary>Reads the settings; what is not given has a default: one world <c>live</c> of <c>first-day</c>, kept in the user's data folder.</summary>
    /// <exception cref="StartRefusedException">A world's name is not one, or there are two of one name.</exception>
    public static SiloSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("GridGov");
        var data = Path.GetFullPath(section["Data"] is { Length: > 0 } given ? given : DefaultData());
        var worlds = section.GetSection("Worlds").GetChildren().Select((world, index) => Read(world, index)).ToArray();
        worlds = worlds.Length > 0 ? worlds : [new WorldSettings("live", "first-day")];
        if (worlds.GroupBy(world => world.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new StartRefusedException($"GridGov:Worlds has two worlds of the id '{twice.Key}'");
        }

        return new SiloSettings(data, section["Db"] is { Length: > 0 } db ? db : Path.Combine(data, DatabaseFile), worlds);
    }

    private static WorldSettings Read(IConfigurationSection world, int index)
    {
        var (id, kind) = (world["Id"] ?? (index == 0 ? "live" : $"world-{index}"), world["Kind"] ?? "live");
        if (id.Length is 0 or > 64 || id.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
        {
            throw new StartRefusedException($"GridGov:Worlds:{index}:Id '{id}': expected 1 to 64 of a–z, 0–9 and hyphens");
        }

        return kind is "live" or "drill" or "run"
            ? new WorldSettings(id, world["Scenario"] is { Length: > 0 } scenario ? scenario : "first-day", kind)
            : throw new StartRefusedException($"GridGov:Worlds:{index}:Kind '{kind}': expected live, drill or run");
    }

    private static string DefaultData()
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        return Path.Combine(user.Length > 0 ? user : AppContext.BaseDirectory, "gridgov-twin");
    }
}
