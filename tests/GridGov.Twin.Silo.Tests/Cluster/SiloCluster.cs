#if ORLEANS_HOST
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Cluster;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>A cluster of one real silo in this process, on a throw-away database.</summary>
internal sealed class SiloCluster : IClusterHost, IDisposable
{
    private readonly IHost _host;
    private readonly IClusterHost _cluster;

    /// <summary>The silo is up when this returns.</summary>
    /// <param name="db">Where it keeps everything; a file or a PostgreSQL.</param>
    /// <param name="desk">Who runs whole worlds on it; null: nobody.</param>
    public SiloCluster(string db, IRunDesk? desk = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var database = ClusterDatabase.Prepare(db, TextWriter.Null);
        builder.AddGridSilo(ClusterSettings.Read(builder.Configuration.GetSection("GridGov:Cluster"), database.Host), database);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IClusterHost, OrleansCluster>();
        if (desk is not null)
        {
            builder.Services.AddSingleton(desk);
        }

        _host = builder.Build();
        _host.Start();
        _cluster = _host.Services.GetRequiredService<IClusterHost>();
    }

    public IGrainDoor Door => _cluster.Door;

    /// <summary>Where its silo runs whole worlds.</summary>
    public IRunPlaces Places => _host.Services.GetRequiredService<IRunPlaces>();

    public ITurnStore Open(string db) => _cluster.Open(db);

    public void Serve(ClusterWorld world) => _cluster.Serve(world);

    public void Dispose()
    {
        _host.StopAsync().GetAwaiter().GetResult();
        _host.Dispose();
    }
}
#endif
