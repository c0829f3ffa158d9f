using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using GridGov.Twin.Journal.Tests.Stores;
using Xunit.Abstractions;

namespace GridGov.Twin.Orleans.Tests.Survival;

/// <summary>A drill on three real silos whose silo is killed or stands still: it comes up on another, with every note that was acknowledged in it once.</summary>
public class DrillSurvivalTests(ITestOutputHelper output)
{
    private const string Drill = "drill-first-steps-1";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData("KILL")]
    [InlineData("STOP")]
    public Task A_drill_goes_on_elsewhere_with_everything_acknowledged(string signal) => OnThreeSilos(async (http, holder, others) =>
    {
        await Note(http, others[0], "before");
        holder.Signal(signal);
        await Note(http, others[1], "after");
        (await Holder(http, others)).ShouldNotBeNull();
        var script = await http.GetFromJsonAsync<JsonElement>($"{others[0].Address}/api/v1/worlds/{Drill}/drill/script");
        script.GetProperty("notes").EnumerateArray().Select(note => note.GetProperty("text").GetString()).Order().ShouldBe(["after", "before"]);
    });

    [Fact]
    public Task A_drill_that_nobody_asks_for_comes_up_elsewhere_by_itself() => OnThreeSilos(async (http, holder, others) =>
    {
        holder.Signal("KILL");
        var died = Stopwatch.StartNew();
        for (; await Holder(http, others) is null; await Task.Delay(500))
        {
            (died.Elapsed < Patience).ShouldBeTrue("the drill does not come up again");
        }

        output.WriteLine($"up again after {died.Elapsed.TotalSeconds:0} s");
    });

    private async Task OnThreeSilos(Func<HttpClient, SiloProcess, SiloProcess[], Task> what)
    {
        if (SiloProgram.Path is null)
        {
            output.WriteLine($"passed by: {SiloProgram.WhyNot}");
            return;
        }

        using var server = new ThrowAwayPostgres("-c max_connections=300");
        if (server.WhyNot is { } reason)
        {
            output.WriteLine($"passed by: {reason}");
            return;
        }

        var db = server.Address(server.NewDatabase());
        SiloProcess[] silos = [new(db)];
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Add("X-Actor", "trainer");
        try
        {
            await silos[0].Ready();
            silos = [silos[0], new(db), new(db)];
            await Task.WhenAll(silos.Select(silo => silo.Ready()));
            (await http.PostAsJsonAsync($"{silos[0].Address}/api/v1/drills/first-steps/open", new { seed = 42 })).EnsureSuccessStatusCode();
            var holder = (await Holder(http, silos)).ShouldNotBeNull();
            await what(http, holder, [.. silos.Except([holder])]);
        }
        finally
        {
            output.WriteLine(string.Join(Environment.NewLine, silos.Select(silo => $"{silo.Address}: {silo.Said}")));
            Array.ForEach(silos, silo => silo.Dispose());
        }
    }

    // Only the silo a drill lives on answers for it when another silo asks, which wakes nobody.
    private static async Task<SiloProcess?> Holder(HttpClient http, SiloProcess[] silos)
    {
        foreach (var silo in silos)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{silo.Address}/api/v1/worlds/{Drill}") { Headers = { { "X-GridGov-Silo", "1" } } };
            if ((await http.SendAsync(request)).IsSuccessStatusCode)
            {
                return silo;
            }
        }

        return null;
    }

    private static async Task Note(HttpClient http, SiloProcess silo, string text)
    {
        for (var until = DateTime.UtcNow + Patience; !await TryNote(http, silo, text); await Task.Delay(500))
        {
            (DateTime.UtcNow < until).ShouldBeTrue("the drill does not come up again");
        }
    }

    private static async Task<bool> TryNote(HttpClient http, SiloProcess silo, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{silo.Address}/api/v1/worlds/{Drill}/commands")
        {
            Content = JsonContent.Create(new { kind = "note", actor = "trainer", text }),
            Headers = { { "Idempotency-Key", text } },
        };
        try
        {
            using var answer = await http.SendAsync(request);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            // It may have got in; the same key tells.
            return false;
        }
    }
}
