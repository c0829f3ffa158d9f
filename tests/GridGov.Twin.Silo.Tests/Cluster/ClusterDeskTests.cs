using System.Text.Json;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Tests.Api;
using GridGov.Twin.Silo.Tests.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OneSilo = GridGov.Twin.Orleans.Shell.SiloView;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>What operators see of a cluster, and what they do about messages set aside.</summary>
public sealed class ClusterDeskTests : IAsyncLifetime
{
    private static readonly OneSilo Seen = new(
        "127.0.0.1:11111@5", "one", "active", DateTimeOffset.UnixEpoch, new Dictionary<string, int> { ["case"] = 3, ["system"] = 9 }, new SiloDone(1_000, 70, 40, 8, 12.5, null));

    private readonly string _data = Directory.CreateTempSubdirectory("gridgov-cluster-").FullName;
    private WebApplication _app = null!;

    private ITurnStore Turns { get; set; } = null!;

    private RoomCluster Room { get; set; } = null!;

    private HttpClient Http { get; } = new();

    private TwinClient Twin => new(Http);

    [Fact]
    public async Task The_silos_with_their_work_and_the_worlds_are_shown()
    {
        var cluster = await Twin.Cluster();
        var silo = cluster.Silos[0];
        (silo.Address, silo.Name, silo.Status, silo.Since).ShouldBe(("127.0.0.1:11111@5", "one", "active", "1970-01-01T00:00:00Z"));
        silo.Grains.ShouldBe([new GrainCount("case", 3), new GrainCount("system", 9)]);
        silo.Work.ShouldBe(new SiloWork(1_000, 70, 40, 8, 12.5, null));
        cluster.Silos[1].Work.ShouldBeNull();
        cluster.Worlds.Single().Id.ShouldBe("live");
        cluster.SetAside.ShouldBeEmpty();
        cluster.Whole.ShouldBe([new WholeRow("drill-a-1", "one"), new WholeRow("drill-b-2", "two")]);
        var paths = JsonDocument.Parse(await Http.GetStringAsync("openapi/v1.json")).RootElement.GetProperty("paths");
        paths.GetProperty("/api/v1/cluster").GetProperty("get").GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_message_set_aside_is_listed_with_its_problem_and_tried_again_when_an_operator_says_so()
    {
        using var journal = Turns.Open(Turns.Worlds()[0], [], null!);
        var message = journal.Due(new Instant(long.MaxValue / 2), 1)[0];
        journal.SetAside(message.Id, "division by zero");
        var aside = (await Twin.Cluster()).SetAside.Single();
        (aside.World, aside.Message, aside.Problem, aside.DueMs).ShouldBe(("live", message.Id.ToString(), "division by zero", message.Sent.Due.Milliseconds));
        aside.To.ShouldBe(GrainName.Of(message.Sent.To, VillageWorld.Scenario.Plan));

        (await Twin.Retry(new RetryOrder("live", aside.Message), "李明")).ShouldBe(aside);
        (await Twin.Cluster()).SetAside.ShouldBeEmpty();
        journal.WaitingFor(message.Sent.To).ShouldContain(one => one.Id == message.Id);
        (await Twin.Audit("live", 0, 100)).ShouldContain(line => line.Actor == "李明" && line.Action == "retry-message" && line.Target == aside.Message && line.What.Zh == "重试搁置消息");
        (await Refused(() => Twin.Retry(new RetryOrder("live", aside.Message), "李明"))).ShouldBe((404, "not-set-aside"));
        (await Refused(() => Twin.Retry(new RetryOrder("none", aside.Message), "李明"))).ShouldBe((404, "no-such-world"));
    }

    public async Task InitializeAsync()
    {
        Turns = TurnStores.Open(Path.Combine(_data, "turns.db"));
        Room = new RoomCluster(Turns);
        _app = TwinHouse.Build(
            _data, services => services.AddSingleton<IClusterHost>(Room).AddSingleton<IClusterSight>(new Sight()).AddSingleton<IWorldPlaces>(new Sight()),
            ("GridGov:Cluster:Host", "orleans"), ("GridGov:Worlds:0:Pace", "1"));
        Room.Stand(true);
        await _app.StartAsync();
        Http.BaseAddress = new Uri(_app.Urls.First());
        while (!(await Http.GetAsync("health/ready")).IsSuccessStatusCode)
        {
            await Task.Delay(20);
        }
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Room.Dispose();
        Turns.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static async Task<(int Status, string Code)> Refused(Func<Task> ask)
    {
        var refused = await Should.ThrowAsync<TwinRefusedException>(ask);
        return (refused.Status, refused.Code);
    }

    private sealed class Sight : IClusterSight, IWorldPlaces
    {
        public string Here => "one";

        public Task<WorldPlace?> Find(string world, CancellationToken stop) => Task.FromResult<WorldPlace?>(null);

        // The second does not listen any more, which keeps nobody from seeing what lives there.
        public Task<IReadOnlyList<SiloWorlds>> Look(CancellationToken stop) => Task.FromResult<IReadOnlyList<SiloWorlds>>(
            [new(new WorldPlace("two", new Uri("http://127.0.0.1:1"), false), ["drill-b-2"]), new(new WorldPlace("one", new Uri("http://127.0.0.1:2"), true), ["drill-a-1"])]);

        public Task<IReadOnlyList<OneSilo>> Look() => Task.FromResult<IReadOnlyList<OneSilo>>([Seen, Seen with { Name = "two", Status = "joining", Done = null }]);
    }
}

/// <summary>A process that is no silo.</summary>
public class NoClusterTests(TwinHouse house) : IClassFixture<TwinHouse>
{
    [Fact]
    public async Task It_says_so()
    {
        foreach (var ask in (Func<Task>[])[() => house.Twin.Cluster(), () => house.Twin.Retry(new RetryOrder("live", "1/0:1:0"), "李明")])
        {
            var refused = await Should.ThrowAsync<TwinRefusedException>(ask);
            (refused.Status, refused.Code).ShouldBe((404, "not-a-cluster"));
            refused.Why.Zh.ShouldNotBe(refused.Why.En);
        }
    }
}
