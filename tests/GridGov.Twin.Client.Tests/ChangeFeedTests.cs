using GridGov.Twin.Contracts;
using Microsoft.AspNetCore.Http;

namespace GridGov.Twin.Client.Tests;

public class ChangeFeedTests
{
    [Fact]
    public async Task After_a_broken_line_the_feed_goes_on_behind_the_last_note_it_has()
    {
        var connections = 0;
        await using var host = await StandInHost.Answering(async context =>
        {
            var nth = Interlocked.Increment(ref connections);
            context.Response.ContentType = "text/event-stream";
            await context.Response.Body.FlushAsync();
            if (nth == 2)
            {
                context.Abort();
                return;
            }

            await context.Response.WriteAsync(Note(nth * 10));
        });
        var notes = await Take(host, 3);
        notes.Select(note => note.Sequence).ShouldBe([10, 30, 40]);
        host.Asked.Select(asked => asked.Headers.GetValueOrDefault("Last-Event-ID")).Take(4).ShouldBe([null, "10", "10", "30"]);
    }

    [Fact]
    public async Task A_host_that_is_starting_is_asked_again()
    {
        var connections = 0;
        await using var host = await StandInHost.Answering(async context =>
        {
            if (Interlocked.Increment(ref connections) == 1)
            {
                context.Response.StatusCode = 503;
                return;
            }

            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Note(1));
        });
        (await Take(host, 1)).Single().Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_knows_no_such_world_is_believed()
    {
        await using var host = await StandInHost.Saying(404, """{"code":"no-such-world","zh":"没有","en":"none"}""", "application/problem+json");
        (await Should.ThrowAsync<TwinRefusedException>(() => Take(host, 1))).Code.ShouldBe("no-such-world");
    }

    private static async Task<List<ChangeNote>> Take(StandInHost host, int count)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var notes = new List<ChangeNote>();
        await foreach (var note in new TwinClient(host.Http).Changes("live", stop.Token))
        {
            notes.Add(note);
            if (notes.Count == count)
            {
                break;
            }
        }

        return notes;
    }

    private static string Note(int sequence) =>
        $$"""
        event: change
        id: {{sequence}}
        data: {"sequence":{{sequence}},"nowMs":1,"clock":{"nowMs":1,"firstDay":"2025-06-09","pace":"1","paused":false,"factor":1,"wallMs":1,"events":{{sequence}},"hash":"0"},"cases":[],"devices":[],"alarms":false}


        """;
}
