using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;

namespace GridGov.Twin.Silo.Stream;

/// <summary>The map stream over SignalR: frames as bytes by <see cref="FrameHubProtocol"/>, in base64 by SignalR's own JSON protocol; one stream a view.</summary>
internal sealed class TwinHub(MapStreams streams) : Hub
{
    private const int MostViews = 4;
    private const string ViewsItem = "views";

    private List<(string World, Viewer Viewer)> Views
    {
        get
        {
            if (Context.Items.TryGetValue(ViewsItem, out var views))
            {
                return (List<(string, Viewer)>)views!;
            }

            var made = new List<(string, Viewer)>();
            Context.Items[ViewsItem] = made;
            return made;
        }
    }

    /// <summary>Streams the frames of a rectangle, a key frame first, until stopped.</summary>
    public ChannelReader<byte[]> View(string world, ViewRect view, CancellationToken stop)
    {
        Require(view);
        var stream = Find(world);
        var viewer = stream.Join(view);
        lock (Views)
        {
            if (Views.Count >= MostViews)
            {
                stream.Part(viewer);
                throw new HubException($"a connection has at most {MostViews} views; end one first");
            }

            Views.Add((world, viewer));
        }

        var views = Views;
        stop.Register(() =>
        {
            stream.Part(viewer);
            lock (views)
            {
                views.Remove((world, viewer));
            }
        });
        return viewer.Frames;
    }

    /// <summary>Moves this connection's views of a world to another rectangle.</summary>
    public void Look(string world, ViewRect view)
    {
        Require(view);
        var stream = Find(world);
        foreach (var viewer in Of(world))
        {
            stream.Look(viewer, view);
        }
    }

    /// <summary>Asks for a key frame, after a gap.</summary>
    public void Resync(string world)
    {
        var stream = Find(world);
        Of(world).ForEach(stream.Resync);
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        lock (Views)
        {
            Views.ForEach(view => streams.Find(view.World)?.Part(view.Viewer));
        }

        return base.OnDisconnectedAsync(exception);
    }

    private static void Require(ViewRect? view)
    {
        if ((view is null ? "a view needs a rectangle: west, south, east, north, heightM" : view.Problem) is { } problem)
        {
            throw new HubException(problem);
        }
    }

    private MapStream Find(string world) => streams.Find(world) ?? throw new HubException($"there is no world '{world}'");

    private List<Viewer> Of(string world)
    {
        lock (Views)
        {
            return [.. Views.Where(view => view.World == world).Select(view => view.Viewer)];
        }
    }
}
