using GridGov.Twin.Orleans.Shell;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>Puts into a host what a silo needs for worlds that live whole on one silo of a cluster; idle where there is no cluster.</summary>
internal static class WholeWorldHosting
{
    /// <summary>Adds it, the forwarding around the whole application.</summary>
    public static IServiceCollection AddWholeWorlds(this IServiceCollection services)
    {
        services.AddHttpForwarder();
        services.AddSingleton<IWorldKeeper, DrillKeeper>();
        services.AddSingleton<WorldsElsewhere>();
        services.AddSingleton<WorldForwarding>();
        services.AddSingleton<IStartupFilter, WorldForwarding.Around>();
        return services.AddHostedService<DrillWaking>();
    }
}
