using System.Collections.Concurrent;
using System.Diagnostics;
using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Telemetry;

namespace GridGov.Twin.Silo.Tests.Api;

/// <summary>One command is one trace, over the threads.</summary>
public class TraceTests(TwinHouse house) : IClassFixture<TwinHouse>
{
    [Fact]
    public async Task A_command_is_one_trace_from_the_request_to_the_push()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TwinTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var officer = new Command("send-officer", "tracer", Officer: 0, Cell: (await house.Twin.Officer("live", 0))!.Beat[0]);
        await Should.NotThrowAsync(async () =>
        {
            try
            {
                await house.Twin.Give("live", officer);
            }
            catch (Client.TwinRefusedException)
            {
                // Off duty at midnight: refused, and traced all the same.
            }
        });
        Activity[] Commands() => [.. spans.Where(span => span.OperationName == "twin.command" && Equals(span.GetTagItem("twin.target"), $"cell {officer.Cell}"))];
        Activity[] Children() => [.. Commands().SelectMany(command => spans.Where(span => span.ParentSpanId == command.SpanId && span.TraceId == command.TraceId))];
        SpinWait.SpinUntil(() => Commands().Length > 0 && Children().Length >= 4, TimeSpan.FromMinutes(2));
        Commands().ShouldHaveSingleItem();
        Children().OrderBy(span => span.StartTimeUtc).Select(span => span.OperationName).ShouldBe(["twin.door", "twin.world", "twin.journal", "twin.push"]);
    }
}
