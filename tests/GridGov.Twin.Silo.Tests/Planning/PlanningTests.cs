using System.Text.Json;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Tests.Api;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Tests.Planning;

/// <summary>What planners do with a host.</summary>
public class PlanningTests
{
    [Fact]
    public async Task The_list_has_every_file_and_says_of_a_wrong_one_what_is_wrong()
    {
        await using var house = await PlanningHouse.Open();
        var rows = await house.Twin.Experiments();
        rows.Select(row => (row.Id, row.State)).ShouldBe([("bent", "invalid"), ("long", "idle"), ("odd", "idle"), ("tiny", "idle")]);
        rows[0].Findings.ShouldContain(finding => finding.File == "bent.yaml" && finding.Line == 2 && finding.Value == "none"
            && finding.Message.Zh.EndsWith("无法理解这个值", StringComparison.Ordinal) && finding.Expectation!.Zh == "2 到 10000 的整数");
        rows[3].Variants.ShouldBe([new VariantView("few", new Name("四人", "four")), new VariantView("more", new Name("六人", "six"))]);
        rows[3].Question.ShouldBe(new Name("几人够？", "How many are enough?"));
        (await Refused(() => house.Twin.RunExperiment("bent", "王芳"))).ShouldBe((422, "bad-experiment"));
        (await Refused(() => house.Twin.RunExperiment("none", "王芳"))).ShouldBe((404, "no-such-experiment"));
        (await Refused(() => house.Twin.RunExperiment("tiny", " "))).ShouldBe((400, "no-actor"));
    }

    [Fact]
    public async Task A_run_ends_with_an_answer_a_report_and_replications_and_all_of_it_outlives_the_host()
    {
        await using var house = await PlanningHouse.Open();
        (await house.Twin.RunExperiment("tiny", "王芳")).State.ShouldBe("running");
        var row = await house.End("tiny");
        (row.State, row.Problem, row.Last!.Actor, row.Last.Observations).ShouldBe(("done", null, "王芳", 3));
        row.Last.Answer.Zh.ShouldNotBeNullOrEmpty();
        await house.Restart();
        var view = (await house.Twin.Experiment("tiny"))!;
        (view.Row.State, view.Row.Last, view.DecidedBy!.Id).ShouldBe(("done", row.Last, "closed"));
        view.Replications.Length.ShouldBe(2 * 3 * 2);
        view.Replications.Select(one => (one.Variant, one.Seed, one.Mirrored)).ShouldBeUnique();
        (await house.Http.GetStringAsync("api/v1/experiments/tiny/report/experiment.json")).ShouldContain(view.Replications[^1].Hash);
        var audit = await house.Twin.Audit("live", 0, 100);
        audit.ShouldContain(line => line.Actor == "王芳" && line.Action == "run-experiment" && line.Target == "tiny");
    }

    [Fact]
    public async Task The_report_may_run_its_own_parts_only_and_has_no_rights_in_this_host()
    {
        await using var house = await PlanningHouse.Open();
        (await house.Http.GetAsync("api/v1/experiments/tiny/report")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await house.Twin.RunExperiment("tiny", "王芳");
        await house.End("tiny");
        using var answer = await house.Http.GetAsync("api/v1/experiments/tiny/report");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("script-src 'sha256-");
        policy.ShouldContain("sandbox allow-scripts");
        policy.ShouldNotContain("allow-same-origin");
        policy.ShouldNotContain("connect-src");
        (await house.Http.GetAsync("api/v1/experiments/tiny/report/..%2Fresult.json")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_runs_at_a_time_and_one_that_is_stopped_has_no_result()
    {
        await using var house = await PlanningHouse.Open();
        await house.Twin.RunExperiment("long", "王芳");
        (await Refused(() => house.Twin.RunExperiment("tiny", "李明"))).ShouldBe((409, "one-runs"));
        (await Refused(() => house.Twin.StopExperiment("tiny", "李明"))).ShouldBe((409, "not-running"));
        await house.Twin.StopExperiment("long", "李明");
        var row = await house.End("long");
        (row.State, row.Last).ShouldBe(("stopped", null));
        (await house.Twin.Audit("live", 0, 100)).ShouldContain(line => line.Actor == "李明" && line.Action == "stop-experiment" && line.Target == "long");
        await house.Twin.RunExperiment("tiny", "李明");
        (await house.End("tiny")).State.ShouldBe("done");
    }

    [Fact]
    public async Task A_host_that_stops_stops_the_run()
    {
        await using var house = await PlanningHouse.Open();
        await house.Twin.RunExperiment("long", "王芳");
        await house.Restart();
        (await house.Twin.ExperimentProgress("long")).State.ShouldBe("idle");
    }

    [Fact]
    public async Task What_is_wrong_with_a_variant_is_said_with_its_line_when_it_is_run()
    {
        await using var house = await PlanningHouse.Open();
        await house.Twin.RunExperiment("odd", "王芳");
        var row = await house.End("odd");
        row.State.ShouldBe("failed");
        row.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.File.ShouldBe("odd.yaml"), finding => finding.Line.ShouldBe(10), finding => finding.Value.ShouldBe("minus"));
        (await house.Twin.World("live")).State.ShouldBe("paused");
    }

    [Fact]
    public async Task A_replication_opened_as_a_world_ends_with_its_own_hash()
    {
        await using var house = await PlanningHouse.Open();
        await house.Twin.RunExperiment("tiny", "王芳");
        await house.End("tiny");
        var rows = (await house.Twin.Experiment("tiny"))!.Replications;
        foreach (var row in rows.Where(row => row.Variant == "more").Take(2))
        {
            var opened = await house.Twin.OpenReplication("tiny", new ReplicationOrder(row.Variant, row.Seed, row.Mirrored), "王芳");
            opened.Hash.ShouldBe(row.Hash);
            var world = await house.World(opened.World, world => world.State == "paused");
            (world.Kind, world.Clock.NowMs, world.End!.Hash).ShouldBe(("run", 0, null));
            world.Title.Zh.ShouldBe(row.Mirrored ? $"六人 · 种子 {row.Seed}（镜像）" : $"六人 · 种子 {row.Seed}");
            await house.Twin.Order(opened.World, new ClockOrder(Pace: "max"), "王芳");
            await house.Twin.Order(opened.World, new ClockOrder(Paused: false), "王芳");
            world = await house.World(opened.World, world => world.End!.Hash is not null);
            (world.State, world.Clock.NowMs, world.End!.Hash).ShouldBe(("paused", 2 * 86_400_000L, row.Hash));
        }

        rows.Take(8).Select(row => row.Mirrored).Distinct().Count().ShouldBe(2);
        (await house.Twin.Audit("live", 0, 100)).Count(line => line.Action == "open-replication").ShouldBe(2);
    }

    [Fact]
    public async Task A_few_replications_are_open_at_once_and_the_oldest_is_closed()
    {
        await using var house = await PlanningHouse.Open();
        var names = new List<string>();
        for (var seed = 1UL; seed <= 4; seed++)
        {
            names.Add((await house.Twin.OpenReplication("tiny", new ReplicationOrder("few", seed, Pace: "600"), "王芳")).World);
        }

        (await house.Twin.Worlds()).Select(world => world.Id).ShouldBe(["live", .. names.Skip(1)]);
        (await Refused(() => house.Twin.World(names[0]))).ShouldBe((404, "no-such-world"));
        (await house.Twin.OpenReplication("tiny", new ReplicationOrder("few", 2), "王芳")).World.ShouldBe(names[1]);
        (await house.Http.GetAsync("health/ready")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await Refused(() => house.Twin.OpenReplication("tiny", new ReplicationOrder("none", 2), "王芳"))).ShouldBe((404, "no-such-variant"));
        (await Refused(() => house.Twin.OpenReplication("tiny", new ReplicationOrder("few", 2, Pace: "quick"), "王芳"))).ShouldBe((422, "bad-pace"));
        (await Refused(() => house.Twin.OpenReplication("odd", new ReplicationOrder("few", 2), "王芳"))).ShouldBe((422, "bad-experiment"));
        await house.Restart();
        (await house.Twin.Worlds()).Select(world => world.Id).ShouldBe(["live"]);
    }

    [Fact]
    public async Task A_folder_of_experiments_that_is_not_there_is_named_at_the_start()
    {
        var data = Directory.CreateTempSubdirectory("gridgov-planning-").FullName;
        await using var app = TwinHouse.Build(data, ("GridGov:Experiments", "nowhere"));
        (await Should.ThrowAsync<StartRefusedException>(() => app.StartAsync())).Message.ShouldContain("GridGov:Experiments 'nowhere'");
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task What_ships_is_listed_and_in_the_document()
    {
        var data = Directory.CreateTempSubdirectory("gridgov-planning-").FullName;
        await using (var app = TwinHouse.Build(data))
        {
            await app.StartAsync();
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            (await new TwinClient(http).Experiments()).ShouldContain(row => row.Id == "xintian-vs-jimo" && row.State == "idle" && row.Variants.Length == 3);
            var paths = JsonDocument.Parse(await http.GetStringAsync("openapi/v1.json")).RootElement.GetProperty("paths");
            paths.GetProperty("/api/v1/experiments/{experiment}/replications").GetProperty("post").GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
            await app.StopAsync();
        }

        Directory.Delete(data, recursive: true);
    }

    private static async Task<(int Status, string Code)> Refused(Func<Task> ask)
    {
        var refused = await Should.ThrowAsync<TwinRefusedException>(ask);
        refused.Why.Zh.ShouldNotBe(refused.Why.En);
        return (refused.Status, refused.Code);
    }
}
