using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GridGov.Twin.Silo.Telemetry;

/// <summary>
/// Sends traces, measurements and logs by OTLP where an address is given (<c>GridGov:Otlp</c> or <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>); without one
/// nothing leaves the machine.
/// </summary>
internal sealed class TelemetryExport(IConfiguration configuration, ILoggerFactory logs) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _meters;
    private ILoggerFactory? _exported;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var address = configuration["GridGov:Otlp"] ?? configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        if (string.IsNullOrEmpty(address))
        {
            return Task.CompletedTask;
        }

        var endpoint = new Uri(address);
        var resource = ResourceBuilder.CreateDefault().AddService(TwinTelemetry.Name);
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(TwinTelemetry.Name, "Microsoft.AspNetCore")
            .AddOtlpExporter(options => options.Endpoint = endpoint).Build();
        _meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(TwinTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter(options => options.Endpoint = endpoint).Build();
        _exported = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options => options.SetResourceBuilder(resource).AddOtlpExporter(otlp => otlp.Endpoint = endpoint)));
        logs.AddProvider(new Forward(_exported));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _traces?.Dispose();
        _meters?.Dispose();
        _exported?.Dispose();
    }

    // The host's logs go to the exporting factory as well, which is only made when there is an address.
    private sealed class Forward(ILoggerFactory to) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => to.CreateLogger(categoryName);

        public void Dispose()
        {
        }
    }
}
