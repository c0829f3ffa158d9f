#if ORLEANS_HOST
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Cluster;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Hosting;
using GridGov.Twin.Silo.Worlds;
using Microsoft.AspNetCore.Hosting.Server;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>The Orleans cluster that this process is a silo of.</summary>
internal sealed class OrleansCluster(IGrainDoor door, Homes homes, DeadWriters dead, TimeProvider clock, ILogger<OrleansCluster> log) : IClusterHost, IDisposable
{
    private readonly List<WorldHome> _served = [];

    public IGrainDoor Door => door;

    /// <summary>Makes the program a silo, its tables made and up to date, where it is configured to be one.</summary>
    /// <exception cref="StartRefusedException">The database cannot be used, or the settings are wrong.</exception>
    public static void Join(WebApplicationBuilder builder)
    {
        var settings = SiloSettings.Read(builder.Configuration);
        if (!settings.IsOnCluster)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(settings.Data);
            var database = ClusterDatabase.Prepare(settings.Db, Console.Out);
            var place = ClusterSettings.Read(builder.Configuration.GetSection("GridGov:Cluster"), database.Host);
            builder.AddGridSilo(place, database);
            builder.Services.AddSingleton<IClusterHost, OrleansCluster>();
            builder.Services.AddSingleton(all => new SiloHttp(all.GetRequiredService<IServer>(), place.Address.ToString(), place.Http));
            Console.WriteLine($"silo {place.Address}:{place.SiloPort} of cluster {place.Name}");
        }
        catch (Exception wrong) when (wrong is JournalException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"the cluster cannot be joined: {wrong.Message}", wrong);
        }
    }

    public ITurnStore Open(string db) => TurnStores.Open(db);

    public IJournalStore OpenWhole(string db, TimeProvider clock) => Journals.Open(DatabaseAddress.Read(db).As(dead.Here), clock);

    public void Serve(ClusterWorld world)
    {
        var home = new WorldHome(world.Setting, world.Journal, door, clock, log);
        _served.Add(home);
        homes.Add(home);
    }

    public void Dispose()
    {
        foreach (var home in _served)
        {
            home.Dispose();
            home.Journal.Dispose();
        }

        _served.Clear();
    }
}
#endif
