using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Tests.Crashes;

namespace GridGov.Twin.Silo.Tests.Telemetry;

/// <summary>What a collector gets from the real program, set up as its user would.</summary>
public sealed class CollectorTests : IDisposable
{
    private static readonly (string Key, string Value)[] Quick =
        [("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_BSP_SCHEDULE_DELAY", "200"), ("OTEL_BLRP_SCHEDULE_DELAY", "200"), ("OTEL_METRIC_EXPORT_INTERVAL", "400")];

    private readonly string _data = Directory.CreateTempSubdirectory("gridgov-otlp-").FullName;

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("GridGov__Otlp")]
    public async Task Traces_measurements_and_logs_arrive_at_the_collector_that_is_named(string setting)
    {
        await using var collector = await Collector.Start();
        using var host = new HostProcess(_data, null, [.. Quick, (setting, collector.Address), ("OTEL_SERVICE_NAME", "district-7")]);
        await host.Start();
        var cell = (await host.Twin.Officer("live", 0))!.Beat[0];
        try
        {
            await host.Twin.Give("live", new Command("send-officer", "tracer", Officer: 0, Cell: cell));
        }
        catch (TwinRefusedException)
        {
            // Off duty at midnight: refused, and traced all the same.
        }

        await Arrives(() => collector.Spans.Any(span => span.Name == "twin.push") && collector.Spans.Any(span => span.Name == "twin.command"));
        var command = collector.Spans.Single(span => span.Name == "twin.command");
        command.Service.ShouldBe("district-7");
        collector.Spans.Where(span => span.Trace == command.Trace && span.Parent == command.Id).Select(span => span.Name)
            .ShouldBe(["twin.door", "twin.world", "twin.journal", "twin.push"], ignoreOrder: true);
        await Arrives(() => collector.Spans.Any(span => span.Id == command.Parent && span.Trace == command.Trace));

        await Arrives(() => collector.Instruments.Any(one => one == ("district-7", "twin.journal.commit")) && collector.Instruments.Any(one => one.Name == "twin.data.age"));
        await Arrives(() => collector.Logs.Any(log => log.Service == "district-7" && log.Text.Contains("{World}", StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static async Task Arrives(Func<bool> seen)
    {
        for (var until = DateTime.UtcNow.AddSeconds(60); !seen(); await Task.Delay(50))
        {
            (DateTime.UtcNow < until).ShouldBeTrue("it never arrived");
        }
    }
}
