using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Tests.Api;
using GridGov.Twin.Silo.Tests.Stream;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>A drill lives on one of two hosts, and whoever asks does not see on which.</summary>
public sealed class DrillPairTests : IAsyncLifetime
{
    private SiloPair Pair { get; set; } = null!;

    [Fact]
    public async Task A_drill_that_lives_elsewhere_is_played_through_either_host_and_ends_as_on_one()
    {
        var world = await Pair.Opened();
        var play = new DrillPlay(world, Pair.Twin(0), Pair.Twin(1));
        await play.FileIt();
        var hash = await play.DispatchIt();
        hash.ShouldBe(await HashOnOneHost());
        play.Inputs.ShouldBe([0, 1, 2, 3]);
        var script = await Pair.Twin(0).DrillScript(world, "evaluator");
        (script.Points, script.Notes.Single().Text, script.Objectives.Single().RatedBy).ShouldBe((2, "they are calm", SiloPair.Trainer));
        (await Pair.Twin(0).Audit(world, 0, 100)).ShouldContain(line => line.Actor == "evaluator");
        var report = await Pair.Http[0].GetAsync($"api/v1/worlds/{world}/drill/report/report.html");
        report.Headers.GetValues("Content-Security-Policy").Single().ShouldBe((await Pair.Http[1].GetAsync($"api/v1/worlds/{world}/drill/report/report.html"))
            .Headers.GetValues("Content-Security-Policy").Single());
        (await report.Content.ReadAsStringAsync()).ShouldContain("they are calm");
    }

    [Fact]
    public async Task Lists_at_either_host_tell_of_the_drill_and_of_where_it_lives()
    {
        var world = await Pair.Opened();
        for (var silo = 0; silo < 2; silo++)
        {
            var card = (await Pair.Twin(silo).Drills()).Opened.Single();
            (card.World, card.State, card.Silo, card.Actor).ShouldBe((world, "ready", SiloPair.Name(1), SiloPair.Trainer));
            (await Pair.Twin(silo).Worlds()).Select(one => one.Id).ShouldBe([$"village-{silo}", world]);
        }

        using var ask = new HttpRequestMessage(HttpMethod.Get, "api/v1/drills") { Headers = { { WorldForwarding.Mark, "1" } } };
        (await (await Pair.Http[0].SendAsync(ask)).Content.ReadFromJsonAsync<DrillsView>())!.Opened.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refusals_and_repeated_keys_are_answered_as_where_the_drill_lives()
    {
        var world = await Pair.Opened();
        var refused = await Should.ThrowAsync<TwinRefusedException>(() => Pair.Twin(0).Give(world, new Command("inject", SiloPair.Trainer, Inject: "none")));
        refused.ShouldBeEquivalentTo(await Should.ThrowAsync<TwinRefusedException>(() => Pair.Twin(1).Give(world, new Command("inject", SiloPair.Trainer, Inject: "none"))));
        refused.Why!.Zh.ShouldNotBe(refused.Why.En);
        var note = new Command("note", SiloPair.Trainer, Text: "once");
        (await Pair.Twin(0).Give(world, note, "key")).ShouldBe(await Pair.Twin(1).Give(world, note, "key"));
        (await Pair.Twin(0).DrillScript(world, SiloPair.Trainer)).Notes.Length.ShouldBe(1);
        (await Pair.Http[0].GetAsync("api/v1/worlds/drill-first-steps-99")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Pair.Http[0].GetAsync("api/v1/worlds/nowhere/drill")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Notes_of_change_and_the_frames_of_the_map_come_through_the_other_host()
    {
        var world = await Pair.Opened();
        await Pair.Twin(1).Order(world, new ClockOrder(Paused: false), SiloPair.Trainer);
        await foreach (var note in Pair.Twin(0).Changes(world))
        {
            note.NowMs.ShouldBeGreaterThan(DrillPlay.Begins);
            break;
        }

        await using var hub = await HubSocket.Connect(Pair.Http[0].BaseAddress!, Pair.Http[0].BaseAddress!.GetLeftPart(UriPartial.Authority), world);
        await hub.Stream("1", "View", world, new { west = 100.0, south = 20.0, east = 140.0, north = 50.0, heightM = 1_000.0 });
        (await hub.Frame()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_replay_opened_through_the_other_host_is_reached_through_it_too()
    {
        var world = await Pair.Opened();
        await new DrillPlay(world, Pair.Twin(0)).FileIt();
        var replay = (await Pair.Twin(0).Replay(world, new ReplayOrder(DrillPlay.Begins), SiloPair.Trainer)).World;
        await DrillPlay.Until(Pair.Twin(0), replay, view => view.Kind == "replay" && view.Clock.NowMs >= DrillPlay.Begins);
        (await Pair.Twin(1).Worlds()).ShouldContain(one => one.Id == replay);
    }

    [Fact]
    public async Task Where_the_host_of_a_drill_goes_away_the_other_goes_on_with_everything_acknowledged_at_the_pace_that_was_set()
    {
        var world = await Pair.Opened();
        await Pair.Twin(0).Order(world, new ClockOrder(Pace: "30"), SiloPair.Trainer);
        var play = new DrillPlay(world, Pair.Twin(0));
        await play.FileIt();
        await Pair.Leave(1);
        (await Pair.Twin(0).Drill(world))!.State.ShouldBe("held");
        await DrillPlay.Until(Pair.Twin(0), world, view => view.Clock is { Pace: "30", Paused: true });
        (await play.DispatchIt()).ShouldBe(await HashOnOneHost());
        (await Pair.Twin(0).Drills()).Opened.Single().Silo.ShouldBe(SiloPair.Name(0));
        (await Pair.Twin(0).DrillScript(world, SiloPair.Trainer)).Notes.Single().Text.ShouldBe("they are calm");
        play.Inputs.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public async Task What_cannot_be_reached_is_told_with_the_reason_and_what_was_passed_on_once_is_not_passed_on_again()
    {
        var world = await Pair.Opened();
        (await Away($"api/v1/worlds/{world}", isPassedOn: true)).ShouldContain("has just left silo one");
        Pair.Elsewhere = new Uri("http://127.0.0.1:1");
        (await Away($"api/v1/worlds/{world}/drill")).ShouldContain("silo three cannot be reached at http://127.0.0.1:1/: Connection refused");
        Pair.Away = new WorldAwayException("日志被占用", "the journal is held");
        (await Away($"api/v1/worlds/{world}/drill")).ShouldBe("the journal is held");
        (await Away($"hubs/twin?world={world}")).ShouldBe("the journal is held");
        (await Pair.Twin(0).World("village-0")).Id.ShouldBe("village-0");
    }

    public async Task InitializeAsync() => Pair = await SiloPair.Start();

    public async Task DisposeAsync() => await Pair.DisposeAsync();

    private static async Task<string> HashOnOneHost()
    {
        var data = Directory.CreateTempSubdirectory("gridgov-one-");
        await using (var app = TwinHouse.Build(data.FullName))
        {
            await app.StartAsync();
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            var twin = new TwinClient(http);
            var world = (await twin.OpenDrill("first-steps", new DrillOrder(42), SiloPair.Trainer)).World;
            await DrillPlay.Until(twin, world, view => view.Clock is { JumpTo: null, NowMs: DrillPlay.Begins });
            var play = new DrillPlay(world, twin);
            await play.FileIt();
            var hash = await play.DispatchIt();
            await app.StopAsync();
            return hash;
        }
    }

    private async Task<string> Away(string path, bool isPassedOn = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (isPassedOn)
        {
            request.Headers.Add(WorldForwarding.Mark, "1");
        }

        using var answer = await Pair.Http[0].SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("world-away");
        problem.GetProperty("zh").GetString().ShouldNotBeNullOrEmpty();
        return problem.GetProperty("en").GetString()!;
    }
}
