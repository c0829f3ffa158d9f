using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Api;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Drills;
using GridGov.Twin.Silo.Planning;
using GridGov.Twin.Silo.Stream;
using GridGov.Twin.Silo.Telemetry;
using GridGov.Twin.Silo.Worlds;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi;

namespace GridGov.Twin.Silo.Hosting;

/// <summary>Puts the twin's worlds, their API and their streams into a web application, its own or another's.</summary>
public static class SiloHosting
{
    /// <summary>Adds the worlds of the configuration (see <see cref="SiloSettings"/>) and what serves them.</summary>
    public static IServiceCollection AddTwinSilo(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new LiveWorldLimits());
        services.AddSingleton<TwinHost>();
        services.AddSingleton<IWorldDirectory>(all => all.GetRequiredService<TwinHost>());
        services.AddSingleton<WorldDesks>();
        services.AddSingleton<CityFiles>();
        services.AddSingleton<IWorldFollowing>(all => all.GetRequiredService<WorldDesks>());
        services.AddMapStream();
        services.AddSingleton<ExperimentShelf>();
        services.AddSingleton<OneAtATime>();
        services.AddSingleton<Planners>();
        services.AddSingleton<IRunDesk, RunDesk>();
        services.AddSingleton<ClusterDesk>();
        services.AddSingleton<ProofShelf>();
        services.AddSingleton<Provers>();
        services.AddSingleton<ReplicationWorlds>();
        services.AddSingleton<DrillShelf>();
        services.AddSingleton<DrillDesks>();
        services.AddSingleton<IWorldFollowing>(all => all.GetRequiredService<DrillDesks>());
        services.AddSingleton<DrillWorlds>();
        services.AddSingleton<DrillRoom>();
        services.AddWholeWorlds();
        services.AddSingleton<DrillReplays>();
        services.AddPlainHttp();
        services.AddHostedService<TelemetryExport>();
        services.AddHostedService(all => all.GetRequiredService<TwinHost>());
        services.AddHostedService(all => all.GetRequiredService<Planners>());
        services.AddHostedService(all => all.GetRequiredService<Provers>());
        services.AddHostedService(all => all.GetRequiredService<ReplicationWorlds>());
        services.AddHostedService(all => all.GetRequiredService<DrillWorlds>());
        services.AddHostedService(all => all.GetRequiredService<DrillReplays>());
        services.AddOpenApi("v1", options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        services.ConfigureHttpJsonOptions(options => WireJson.Set(options.SerializerOptions));
        // What keeps the host from starting is told in one line by RunTwin; single requests are for traces.
        services.AddLogging(logging => logging
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Orleans", LogLevel.Warning)
            .AddFilter("Polly", LogLevel.Warning)
            .AddFilter("Yarp", LogLevel.Warning));
        return services;
    }

    /// <summary>Maps the API under <c>/api/v1</c>, its OpenAPI document, the map stream and the health endpoints.</summary>
    public static IEndpointRouteBuilder MapTwinSilo(this IEndpointRouteBuilder routes)
    {
        TwinApi.Map(routes);
        HealthRoutes.Map(routes);
        routes.MapMapStream();
        routes.MapOpenApi("/openapi/{documentName}.json");
        return routes;
    }

    /// <summary>Runs the application until it is stopped, and says where it listens. Whatever keeps it from starting is one line, without a stack trace.</summary>
    /// <returns>The exit code: 0, or 1 when it could not start.</returns>
    public static int RunTwin(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        try
        {
            app.Start();
        }
        catch (Exception fault) when (Explain(fault) is { } line)
        {
            Console.Error.WriteLine(line);
            ((IDisposable)app).Dispose();
            return 1;
        }

        foreach (var address in app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            Console.WriteLine($"GridGov Twin: {address}");
        }

        app.WaitForShutdown();
        ((IDisposable)app).Dispose();
        return 0;
    }

    private static string? Explain(Exception fault) => fault switch
    {
        StartRefusedException refused => $"gridgov: {refused.Message}",
        IOException { InnerException: AddressInUseException } used => $"gridgov: {used.Message} Choose another with --urls, such as --urls http://localhost:5200",
        System.Net.Sockets.SocketException socket => $"gridgov: cannot listen: {socket.Message}",
        _ => null,
    };
}
