using System.Net;
using System.Net.Http.Json;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Hosting;
using GridGov.Twin.Silo.Tests.Api;
using GridGov.Twin.Silo.Tests.Worlds;
using GridGov.Twin.Silo.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>The API of a silo of a cluster is that of any other host.</summary>
public sealed class ClusterApiTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("gridgov-cluster-").FullName;
    private WebApplication _app = null!;

    private HttpClient Http { get; } = new();

    private RoomCluster Room { get; } = new(new TurnsInMemory());

    private TwinClient Twin => new(Http);

    [Fact]
    public async Task Cells_officers_devices_desks_and_cases_of_a_world_on_a_cluster_are_listed_and_a_command_is_carried_out()
    {
        await JumpTo(10 * 3_600_000);
        var cells = await Read<CellRow[]>("cells");
        cells.Length.ShouldBe(VillageWorld.Scenario.Plan.City.Cells.Length);
        (await Twin.Officers("live")).Items.Length.ShouldBe(VillageWorld.Scenario.Plan.Officers.Length);
        (await Read<DeviceRow[]>("devices")).Length.ShouldBe(VillageWorld.Scenario.Plan.City.Devices.Length);
        (await Twin.Desks("live")).Length.ShouldBe(VillageWorld.Scenario.Plan.Desks.Length);
        var kind = (await Twin.Kinds("live"))[0];
        var answer = await Twin.Give("live", new Command("report", "李明", What: kind.Key, Cell: cells[3].Code), "key-1");
        answer.Outcome.ShouldBe(StoredAnswer.Done);
        var listed = await Twin.Cases("live", new CaseQuery());
        listed.Items.ShouldContain(row => row.Number == answer.Case);
        (await Twin.Case("live", answer.Case!.Value))!.History.ShouldNotBeEmpty();
        (await Twin.Audit("live", 0, 100)).ShouldContain(line => line.Actor == "李明");
        (await Read<Page<EventView>>("events?most=10")).Items.Length.ShouldBe(10);
        (await Twin.Indicators("live")).SinceStart.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_what_if_of_a_world_on_a_cluster_is_answered_and_the_world_is_as_it_was()
    {
        await JumpTo(10 * 3_600_000);
        var before = (await Twin.World("live")).Clock;
        var question = new WhatIfQuestion(4, [new WhatIfPlan(new Name("试", "try"), [new WhatIfMeasure("storm", FromMs: before.NowMs, Factor: 5)])], 10);
        var asked = await Twin.Ask("live", question, "李明");
        (asked.State, asked.NowMs, asked.Of).ShouldBe(("running", before.NowMs, 20));
        while ((await Twin.WhatIf("live", asked.Id))!.State == "running")
        {
            await Task.Delay(20);
        }

        var done = (await Twin.WhatIf("live", asked.Id))!;
        done.State.ShouldBe("done");
        done.Answer!.Plans[1].BacklogAtEnd.Mean.ShouldBeGreaterThan(done.Answer.Plans[0].BacklogAtEnd.Mean);
        var after = (await Twin.World("live")).Clock;
        (after.Hash, after.Events, after.NowMs).ShouldBe((before.Hash, before.Events, before.NowMs));
        (await Twin.Audit("live", 0, 100)).ShouldContain(line => line.Actor == "李明" && line.Action == "what-if");
    }

    public async Task InitializeAsync()
    {
        _app = TwinHouse.Build(_data, services => services.AddSingleton<IClusterHost>(Room), ("GridGov:Cluster:Host", "orleans"));
        await _app.StartAsync();
        Http.BaseAddress = new Uri(_app.Urls.First());
        while ((await Http.GetAsync("health/ready")).StatusCode != HttpStatusCode.OK)
        {
            await Task.Delay(20);
        }

        await Twin.Order("live", new ClockOrder(Paused: true), "test");
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Room.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<T> Read<T>(string what) => (await Http.GetFromJsonAsync<T>($"api/v1/worlds/live/{what}"))!;

    private async Task JumpTo(long ms)
    {
        await Twin.Order("live", new ClockOrder(JumpToMs: ms), "test");
        while ((await Twin.World("live")).Clock is { } clock && (clock.JumpTo is not null || clock.NowMs < ms))
        {
            await Task.Delay(20);
        }
    }
}

/// <summary>How a host is told to be a silo of a cluster.</summary>
public class ClusterSettingsTests
{
    [Theory]
    [InlineData(new string[0], false)]
    [InlineData(new[] { "--host", "in-process" }, false)]
    [InlineData(new[] { "--host", "orleans" }, true)]
    public void The_host_is_chosen_by_an_argument(string[] args, bool isOnCluster) => Read(args).IsOnCluster.ShouldBe(isOnCluster);

    [Fact]
    public void The_database_is_given_by_an_argument_or_is_a_file_of_the_data_folder()
    {
        Read("--host", "orleans", "--db", "Host=db;Username=twin").Db.ShouldBe("Host=db;Username=twin");
        Path.GetFileName(Read("--host", "orleans", "--db", "sqlite").Db).ShouldBe("cluster.db");
        Path.GetFileName(Read("--host", "orleans").Db).ShouldBe("cluster.db");
        Path.GetFileName(Read().Db).ShouldBe("twin.db");
    }

    [Fact]
    public async Task Another_host_is_refused_and_so_is_a_cluster_that_the_program_was_built_without()
    {
        Should.Throw<StartRefusedException>(() => Read("--host", "nomad")).Message.ShouldContain("'nomad': expected in-process, the default, or orleans");
        var data = Directory.CreateTempSubdirectory("gridgov-cluster-");
        await using var app = TwinHouse.Build(data.FullName, ("GridGov:Cluster:Host", "orleans"));
        (await Should.ThrowAsync<StartRefusedException>(() => app.StartAsync())).Message.ShouldContain("dotnet run --project silo/GridGov.Twin.Silo -p:OrleansHost=true -- --host orleans --db");
        data.Delete(recursive: true);
    }

    private static SiloSettings Read(params string[] args) => SiloSettings.Read(
        new ConfigurationBuilder().AddCommandLine(args, new Dictionary<string, string>(SiloSettings.Arguments)).Build());
}
