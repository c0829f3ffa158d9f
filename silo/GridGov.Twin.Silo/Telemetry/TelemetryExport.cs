using GridGov.Twin.Silo.Worlds;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace GridGov.Twin.Silo.Telemetry;

/// <summary>
/// Sends traces, measurements and logs by OTLP where an address is given (<c>GridGov:Otlp</c> or the environment's <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>);
/// without one nothing leaves the machine. The exporter reads the other <c>OTEL_…</c> variables itself: protocol, headers, intervals, service name.
/// </summary>
internal sealed class TelemetryExport(IConfiguration configuration, ILoggerFactory logs) : IHostedService, IDisposable
{
    private readonly string? _address = configuration["GridGov:Otlp"] is { Length: > 0 } address ? address : null;
    private TracerProvider? _traces;
    private MeterProvider? _meters;
    private ILoggerFactory? _exported;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (_address is null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT")))
        {
            return Task.CompletedTask;
        }

        var resource = ResourceBuilder.CreateEmpty().AddService(TwinTelemetry.Name).AddTelemetrySdk().AddEnvironmentVariableDetector();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(TwinTelemetry.Name, "Microsoft.AspNetCore", "Microsoft.Orleans.*")
            .AddOtlpExporter(options => Aim(options, "traces")).Build();
        _meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(TwinTelemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Orleans", "System.Runtime")
            .AddOtlpExporter(options => Aim(options, "metrics")).Build();
        _exported = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options => options.SetResourceBuilder(resource).AddOtlpExporter(otlp => Aim(otlp, "logs"))));
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

    // To an address that is set in code the exporter sends everything as it is; over HTTP each signal has a path of its own.
    private void Aim(OtlpExporterOptions options, string signal)
    {
        if (_address is null)
        {
            return;
        }

        var path = options.Protocol == OtlpExportProtocol.HttpProtobuf ? $"{_address.TrimEnd('/')}/v1/{signal}" : _address;
        options.Endpoint = Uri.TryCreate(path, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri!
            : throw new StartRefusedException($"GridGov:Otlp '{_address}': expected the address of a collector, such as http://localhost:4317");
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
