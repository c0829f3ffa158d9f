using GridGov.Twin.Orleans.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>Makes a program a silo of the cluster.</summary>
public static class ClusterSilo
{
    // A silo that does not answer for three probes is taken for dead by the others; two must agree where there are more than two.
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan QuietThingsStay = TimeSpan.FromMinutes(15);

    /// <summary>Adds the silo: on PostgreSQL one of a cluster, on SQLite the only one.</summary>
    /// <param name="builder">The program.</param>
    /// <param name="settings">How it takes part.</param>
    /// <param name="database">What the silos share. One that is alone keeps its membership and reminders in memory.</param>
    public static void AddGridSilo(this IHostApplicationBuilder builder, ClusterSettings settings, ClusterDatabase database)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        builder.Services.AddSingleton<Homes>();
        builder.Services.AddSingleton<CallCount>();
        builder.Services.AddSingleton<IGrainDoor, OrleansDoor>();
        builder.Services.AddSingleton<IRunPlaces, OrleansPlaces>();
        builder.Services.AddSingleton<IClusterSight, ClusterSight>();
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<DeadWriters>();
        builder.Services.AddSingleton<IWorldPlaces, OrleansWorldPlaces>();
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (settings.Name, settings.Name));
            silo.ConfigureEndpoints(settings.Address, settings.SiloPort, settings.GatewayPort);
            Find(silo, settings, database);
            Keep(silo, database);
            silo.Configure<GrainCollectionOptions>(options =>
            {
                options.ClassSpecificCollectionAge[typeof(BuildingGridGrain).FullName!] = QuietThingsStay;
                options.ClassSpecificCollectionAge[typeof(DeviceGridGrain).FullName!] = QuietThingsStay;
            });
            silo.AddPlacementDirector<HomePlacement, HomePlacementDirector>();
            silo.AddPlacementDirector<SiloPlacement, SiloPlacementDirector>();
            silo.AddPlacementDirector<WholeWorldPlacement, WholeWorldPlacementDirector>();
            silo.AddActivityPropagation();
            silo.Services.AddSingleton<IIncomingGrainCallFilter>(all => all.GetRequiredService<CallCount>());
        });
        builder.Services.AddHostedService<Beats>();
    }

    private static void Find(ISiloBuilder silo, ClusterSettings settings, ClusterDatabase database)
    {
        if (database.IsAlone)
        {
            silo.UseLocalhostClustering(settings.SiloPort, settings.GatewayPort, serviceId: settings.Name, clusterId: settings.Name);
            silo.UseInMemoryReminderService();
            return;
        }

        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (database.Invariant, database.Text));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (database.Invariant, database.Text));
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = Probe;
            options.TableRefreshTimeout = TimeSpan.FromSeconds(10);
            options.DefunctSiloExpiration = TimeSpan.FromDays(1);
            options.DefunctSiloCleanupPeriod = TimeSpan.FromHours(1);
        });
    }

    private static void Keep(ISiloBuilder silo, ClusterDatabase database) => silo.AddAdoNetGrainStorage(GridKey.Storage, options =>
    {
        (options.Invariant, options.ConnectionString) = (database.Invariant, database.Text);
        options.GrainStorageSerializer = new StateJson();
    });
}
