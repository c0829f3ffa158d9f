using System.Net.WebSockets;
using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Silo.Stream;
using GridGov.Twin.Silo.Tests.Views;
using GridGov.Twin.Silo.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridGov.Twin.Silo.Tests.Stream;

public sealed class TwinHubTests : IAsyncLifetime
{
    private static readonly ViewRect Everything = new(120.3, 36.3, 120.6, 36.5, 3_000);
    private WebApplication _app = null!;
    private Uri _host = null!;
    private FollowedWorld _town = null!;
    private MapProjection _map = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddMapStream();
        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapMapStream();
        await _app.StartAsync();
        _host = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        _town = new FollowedWorld();
        _map = _app.Services.GetRequiredService<MapStreams>().Add("live", _town.Plan);
        _town.World.Listen(new ToMap(_map));
        Run(9);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_viewer_gets_a_key_frame_and_then_what_changes()
    {
        await using var hub = await HubSocket.Connect(_host);
        await hub.Stream("v", "View", "live", Everything);
        var screen = new Screen();
        screen.Apply(await hub.Frame());
        var before = screen.Text();
        Run(9.5);
        while (screen.Text() == before)
        {
            screen.Apply(await hub.Frame());
        }

        screen.IsInStep.ShouldBeTrue();
    }

    [Fact]
    public async Task Frames_come_as_bytes_to_one_who_asks_for_them_so()
    {
        var screen = new Screen();
        screen.Apply(await FrameHubProtocolTests.FirstFrame(_host, "live", Everything));
        screen.IsInStep.ShouldBeTrue();
        screen.Text().Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Looking_elsewhere_and_asking_again_bring_key_frames_on_the_same_stream()
    {
        await using var hub = await HubSocket.Connect(_host);
        await hub.Stream("v", "View", "live", Everything);
        await hub.Frame();
        var middle = _town.Book.Spots.Of(_town.Plan.City.Cells[100].Centre);
        await hub.Invoke("l", "Look", "live", new ViewRect(middle.Lon - 1e-3, middle.Lat - 1e-3, middle.Lon + 1e-3, middle.Lat + 1e-3, 200));
        var cells = (await NextKey(hub)).Cells.Count;
        cells.ShouldBeInRange(1, 100);
        await hub.Invoke("r", "Resync", "live");
        (await NextKey(hub)).Cells.Count.ShouldBe(cells);
    }

    [Fact]
    public async Task Bad_calls_are_told_what_is_wrong_and_the_connection_lives_on()
    {
        await using var hub = await HubSocket.Connect(_host);
        await hub.Stream("1", "View", "nowhere", Everything);
        (await hub.Error()).ShouldContain("there is no world 'nowhere'");
        await hub.Stream("2", "View", "live", Everything with { West = 121 });
        (await hub.Error()).ShouldContain("west");
        await hub.Stream("3", "View", "live", null);
        (await hub.Error()).ShouldContain("rectangle");
        await hub.Stream("4", "View", "live", "not a rectangle", 5);
        (await hub.Error()).ShouldNotContain("   at ");
        await hub.Invoke("5", "Drop", "everything");
        (await hub.Error()).ShouldNotContain("   at ");
        await hub.Stream("6", "View", "live", Everything);
        FramePacker.Unpack(await hub.Frame()).Head.Flags.HasFlag(FrameFlags.Key).ShouldBeTrue();
    }

    [Fact]
    public async Task A_connection_has_at_most_four_views()
    {
        await using var hub = await HubSocket.Connect(_host);
        for (var view = 0; view < 5; view++)
        {
            await hub.Stream($"{view}", "View", "live", Everything);
        }

        (await hub.Error()).ShouldContain("at most 4 views");
        _app.Services.GetRequiredService<MapStreams>().Viewers.ShouldBe(4);
    }

    [Fact]
    public async Task A_viewer_who_goes_away_is_forgotten()
    {
        var streams = _app.Services.GetRequiredService<MapStreams>();
        await using (var hub = await HubSocket.Connect(_host))
        {
            await hub.Stream("v", "View", "live", Everything);
            await hub.Frame();
            streams.Viewers.ShouldBe(1);
        }

        while (streams.Viewers > 0)
        {
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task A_page_of_another_host_is_refused_and_one_of_this_host_is_not()
    {
        await Should.ThrowAsync<WebSocketException>(() => HubSocket.Connect(_host, "https://elsewhere.example"));
        await using var own = await HubSocket.Connect(_host, $"http://{_host.Authority}");
    }

    private void Run(double hour)
    {
        _town.World.RunUntil(Instant.Start + Duration.Minutes((long)(hour * 60)));
        _map.Reach(new WorldClock(_town.World.Now, 1, 0, 1));
    }

    private static async Task<MapFrame> NextKey(HubSocket hub)
    {
        while (true)
        {
            var message = await hub.Next();
            if (message.GetProperty("type").GetInt32() == 2
                && FramePacker.Unpack(message.GetProperty("item").GetBytesFromBase64()) is { } frame && frame.Head.Flags.HasFlag(FrameFlags.Key))
            {
                return frame;
            }
        }
    }

    private sealed class ToMap(MapProjection map) : Engine.World.IEventListener
    {
        public void On(in Engine.Grains.Event e) => map.Hear(e);
    }
}
