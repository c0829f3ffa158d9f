using System.Net;
using System.Text.Json;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Tests.Api;

/// <summary>What people and programs do with a host.</summary>
public class TwinApiTests(TwinHouse house) : IClassFixture<TwinHouse>
{
    private const string Root = "api/v1/worlds/live";
    private static int _reports;

    [Fact]
    public async Task Worlds_live_side_by_side()
    {
        var worlds = await house.Twin.Worlds();
        worlds.Select(world => (world.Id, world.Kind)).ShouldBe([("live", "live"), ("other", "live")]);
        worlds[0].Title.ShouldBe(new Name("宁静村庄", "A quiet village"));
        worlds[1].Clock.Paused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_case_is_reported_acted_on_and_every_step_is_in_its_history_and_in_the_audit_log()
    {
        var view = await NewCase();
        view.Row.Channel.ShouldBe("centre");
        var allowed = view.Actions.First(action => action.Allowed && action.Needs is null && action.Action != "urge");
        var answer = await house.Twin.Give("live", Act(view, allowed) with { Version = view.Row.Version });
        (answer.Outcome, answer.Case, answer.Version).ShouldBe(("done", view.Row.Number, view.Row.Version + 1));
        var after = (await house.Twin.Case("live", view.Row.Number))!;
        after.Row.Version.ShouldBe(view.Row.Version + 1);
        after.History.Length.ShouldBeGreaterThan(view.History.Length);
        var audit = await house.Twin.Audit("live", 0, 1000);
        audit.ShouldContain(line => line.Actor == "李明" && line.Target == $"case {view.Row.Number}" && line.Outcome == "done");
    }

    [Fact]
    public async Task A_report_lies_where_it_was_said_to_lie_and_those_of_a_whole_cell_do_not_lie_on_each_other()
    {
        var cell = (await NewCase()).Row.Cell;
        var middle = (await house.Twin.Cell("live", cell))!.Row.At;
        var report = new Command("report", "李明", Cell: cell, What: (await house.Twin.Kinds("live"))[0].Key);
        var said = await Reported(report with { Lon = middle.Lon, Lat = middle.Lat + 0.0001, What = (await house.Twin.Kinds("live"))[9].Key });
        said.At.Lon.ShouldBe(middle.Lon, 1e-6);
        said.At.Lat.ShouldBe(middle.Lat + 0.0001, 1e-6);

        var places = new List<PointView>();
        foreach (var kind in (await house.Twin.Kinds("live")).Skip(20).Take(4))
        {
            places.Add((await Reported(report with { What = kind.Key })).At);
        }

        places.Distinct().Count().ShouldBe(places.Count);
        places.ShouldAllBe(place => Math.Abs(place.EastM - middle.EastM) + Math.Abs(place.NorthM - middle.NorthM) > 0.5);
    }

    [Fact]
    public async Task The_audit_log_says_what_people_did_as_people_read_it()
    {
        await house.Twin.Order("live", new ClockOrder(StepMs: 120_000), "王芳");
        await house.Twin.Order("live", new ClockOrder(Paused: true), "王芳");
        var lines = (await house.Twin.Audit("live", 0, 1000)).Where(line => line.Action == "clock").ToArray();
        lines.ShouldContain(line => line.Outcome == "step 120000 ms" && line.What == new Name("步进 2分", "stepped 2 min"));
        lines[^1].What.ShouldBe(new Name("暂停时钟", "paused the clock"));
        lines.ShouldAllBe(line => DateTime.ParseExact(line.On.En, "yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture).Year > 2000);
    }

    [Fact]
    public async Task What_the_workflow_forbids_is_refused_with_the_reason_and_audited()
    {
        var view = await NewCase();
        var refused = await Should.ThrowAsync<TwinRefusedException>(
            () => house.Twin.Give("live", new Command("act", "李明", "town-acceptor", view.Row.Number, "close")));
        (refused.Status, refused.Code).ShouldBe((409, "no-such-move"));
        refused.Why.Zh.ShouldNotBe(refused.Why.En);
        (await house.Twin.Audit("live", 0, 1000)).ShouldContain(line => line.Target == $"case {view.Row.Number}" && line.Outcome == $"refused: {refused.Code}");
    }

    [Fact]
    public async Task Nobody_overwrites_blindly()
    {
        var view = await NewCase();
        using var got = await house.Http.GetAsync($"{Root}/cases/{view.Row.Number}");
        got.Headers.ETag!.Tag.ShouldBe($"\"{view.Row.Version}\"");
        var allowed = view.Actions.First(action => action.Allowed && action.Needs is null && action.Action != "urge");
        await house.Twin.Give("live", Act(view, allowed));
        var body = JsonSerializer.Serialize(Act(view, allowed), JsonSerializerOptions.Web);
        var stale = await house.Refused(HttpMethod.Post, "live/commands", body, ("If-Match", got.Headers.ETag.Tag));
        (stale.Status, stale.Code, stale.Problem.GetProperty("version").GetInt32()).ShouldBe((412, "moved-on", view.Row.Version + 1));
        var refused = await Should.ThrowAsync<TwinRefusedException>(() => house.Twin.Give("live", Act(view, allowed) with { Version = view.Row.Version }));
        (refused.Status, refused.Code).ShouldBe((409, "moved-on"));
    }

    [Fact]
    public async Task A_key_sent_again_is_answered_as_before_and_with_another_request_refused()
    {
        var command = await ReportCommand();
        var first = await house.Twin.Give("live", command, "key-1");
        (await house.Twin.Give("live", command, "key-1")).ShouldBe(first);
        (await Should.ThrowAsync<TwinRefusedException>(() => house.Twin.Give("live", command with { Actor = "b" }, "key-1"))).Status.ShouldBe(422);
    }

    [Fact]
    public async Task A_scheduled_command_waits_for_its_time()
    {
        var at = (await house.Twin.World("live")).Clock.NowMs + 3_600_000;
        var answer = await house.Twin.Give("live", await ReportCommand() with { AtMs = at });
        (answer.Outcome, answer.AtMs).ShouldBe(("scheduled", at));
    }

    [Fact]
    public async Task Every_look_at_a_caller_is_in_the_audit_log()
    {
        var view = await NewCase();
        (await house.Twin.Caller("live", view.Row.Number, "王芳")).ShouldBeNull();
        (await house.Twin.Audit("live", 0, 1000)).ShouldContain(line => line.Actor == "王芳" && line.Action == "look at caller" && line.Target == $"case {view.Row.Number}");
    }

    [Fact]
    public async Task Changes_are_told_and_go_on_after_a_broken_line()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var notes = house.Twin.Changes("live", stop.Token).GetAsyncEnumerator(stop.Token);
        var told = notes.MoveNextAsync().AsTask();
        var number = (await NewCase()).Row.Number;
        while (await Task.WhenAny(told, Task.Delay(TimeSpan.FromSeconds(5), stop.Token)) != told)
        {
            number = (await NewCase()).Row.Number; // The first one came before the line stood.
        }

        (await told).ShouldBeTrue();
        while (!notes.Current.Cases.Contains(number))
        {
            (await notes.MoveNextAsync()).ShouldBeTrue();
        }

        using var again = new HttpRequestMessage(HttpMethod.Get, $"{Root}/changes");
        again.Headers.Add("Last-Event-ID", (notes.Current.Sequence - 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var answer = await house.Http.SendAsync(again, HttpCompletionOption.ResponseHeadersRead, stop.Token);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop.Token));
        (await lines.ReadLineAsync(stop.Token)).ShouldBe("event: change");
        (await lines.ReadLineAsync(stop.Token))!.ShouldContain($"\"sequence\":{notes.Current.Sequence},");
    }

    [Fact]
    public async Task What_one_sets_while_the_world_holds_still_is_told_to_all_who_watch()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await using var notes = house.Twin.Changes("live", stop.Token).GetAsyncEnumerator(stop.Token);
        var told = notes.MoveNextAsync().AsTask();
        for (var pace = 2; await Task.WhenAny(told, Task.Delay(TimeSpan.FromSeconds(5), stop.Token)) != told; pace++)
        {
            await house.Twin.Order("live", new ClockOrder(Pace: $"{pace}"), "tests"); // The first one may have come before the line stood.
        }

        (await told).ShouldBeTrue();
        foreach (var pace in new[] { "60", "1" })
        {
            await house.Twin.Order("live", new ClockOrder(Pace: pace), "tests");
            while (notes.Current.Clock.Pace != pace)
            {
                (await notes.MoveNextAsync()).ShouldBeTrue();
            }

            notes.Current.Clock.Paused.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Events_are_read_from_a_sequence_on()
    {
        var page = JsonDocument.Parse(await house.Http.GetStringAsync($"{Root}/events?since=3&most=2")).RootElement;
        page.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("sequence").GetInt64()).ShouldBe([3L, 4L]);
    }

    [Fact]
    public async Task The_map_has_its_city_zipped_or_plain_and_its_tiles()
    {
        var plain = await house.Http.GetByteArrayAsync($"{Root}/city");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}/city");
        request.Headers.Add("Accept-Encoding", "gzip");
        using var zipped = await house.Http.SendAsync(request);
        zipped.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        using var unzipped = new System.IO.Compression.GZipStream(await zipped.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var text = new MemoryStream();
        await unzipped.CopyToAsync(text);
        text.ToArray().ShouldBe(plain);
        JsonDocument.Parse(plain).RootElement.GetProperty("cells").GetArrayLength().ShouldBe(30);
        var tileset = await house.Http.GetStringAsync($"{Root}/tiles/tileset.json");
        var file = System.Text.RegularExpressions.Regex.Match(tileset, "[a-z0-9-]+\\.glb").Value;
        using var tile = await house.Http.GetAsync($"{Root}/tiles/{file}");
        (tile.StatusCode, tile.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "model/gltf-binary"));
    }

    [Fact]
    public async Task The_document_names_every_route_with_a_summary()
    {
        var document = JsonDocument.Parse(await house.Http.GetStringAsync("openapi/v1.json")).RootElement;
        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        var paths = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}"
                + (method.Value.TryGetProperty("summary", out var summary) && summary.GetString()!.Length > 0 ? "" : " without summary"))).ToHashSet();
        string[] gets = ["", "/indicators", "/workflow", "/kinds", "/departments", "/cases", "/cases/{number}", "/cases/{number}/caller", "/cells", "/cells/{code}",
            "/buildings/{index}", "/devices", "/devices/{code}", "/officers", "/officers/{index}", "/desks", "/alarms", "/audit", "/events", "/changes", "/city", "/tiles/{file}", "/streets", "/what-if/{id}"];
        string[] ofDrills = ["get /drills", "post /drills/{drill}/open", "get /worlds/{world}/drill", "get /worlds/{world}/drill/script",
            "get /worlds/{world}/drill/report/{file}", "post /worlds/{world}/drill/replay"];
        string[] expected = [.. ofDrills.Select(one => one.Replace(" ", " /api/v1")), .. gets.Select(path => $"get /api/v1/worlds/{{world}}{path}"), "get /api/v1/worlds", "put /api/v1/worlds/{world}/clock",
            "post /api/v1/worlds/{world}/commands", "post /api/v1/worlds/{world}/readings", "post /api/v1/worlds/{world}/devices/{code}/readings", "post /api/v1/worlds/{world}/what-if", "delete /api/v1/worlds/{world}/what-if/{id}",
            "get /health/live", "get /health/ready", "get /api/v1/cluster", "post /api/v1/cluster/retry",
            "get /api/v1/proofs", "post /api/v1/proofs/run", "delete /api/v1/proofs/run", "get /api/v1/proofs/report", "get /api/v1/proofs/report/{file}",
            "get /api/v1/experiments", .. ((string[])["get ", "get /progress", "post /run", "delete /run", "get /report", "get /report/{file}", "post /replications"])
                .Select(one => one.Replace(" ", " /api/v1/experiments/{experiment}"))];
        paths.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_view_can_be_read()
    {
        foreach (var path in (string[])["indicators", "workflow", "kinds", "departments", "cases", "cells", "devices", "officers", "officers/0", "desks", "alarms", "audit", "buildings/0"])
        {
            using var answer = await house.Http.GetAsync($"{Root}/{path}");
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    private static Command Act(CaseView view, ActionView action) => new("act", "李明", action.Role, view.Row.Number, action.Action);

    private async Task<CaseView> NewCase()
    {
        var answer = await house.Twin.Give("live", await ReportCommand());
        answer.Outcome.ShouldBe("done");
        return (await house.Twin.Case("live", answer.Case!.Value))!;
    }

    private async Task<CaseRow> Reported(Command report) => (await house.Twin.Case("live", (await house.Twin.Give("live", report)).Case!.Value))!.Row;

    // Another kind or cell each time, so that no report is merged into the last one's case.
    private async Task<Command> ReportCommand()
    {
        var cells = JsonDocument.Parse(await house.Http.GetStringAsync($"{Root}/cells")).RootElement;
        var cell = cells[Interlocked.Increment(ref _reports) % cells.GetArrayLength()].GetProperty("code").GetString();
        return new Command("report", "李明", What: (await house.Twin.Kinds("live"))[0].Key, Cell: cell);
    }
}
