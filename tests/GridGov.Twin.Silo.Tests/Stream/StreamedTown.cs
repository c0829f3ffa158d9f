using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Silo.Stream;
using GridGov.Twin.Silo.Tests.Views;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Tests.Stream;

/// <summary>A real town whose map is streamed, tick by tick.</summary>
internal sealed class StreamedTown : IEventListener
{
    private readonly LocalPlane _plane;

    public StreamedTown(ulong seed)
    {
        var town = new FollowedWorld(seed);
        (Plan, World) = (town.Plan, town.World);
        Map = new MapProjection(Plan);
        Stream = new MapStream(Map, Plan.City);
        _plane = new LocalPlane(Plan.City.Anchor);
        World.Listen(this);
    }

    public WorldPlan Plan { get; }

    public World<DistrictModel> World { get; }

    public MapProjection Map { get; }

    public MapStream Stream { get; }

    public void On(in Event e) => Map.Hear(e);

    public void Run(int minutes)
    {
        World.RunUntil(World.Now + Duration.Minutes(minutes));
        // The wall clock goes along, so that most frames need not tell the world's.
        Map.Reach(new WorldClock(World.Now, 60, World.Now.Milliseconds / 60, 60));
    }

    /// <summary>A view around a point, as shares of the district's size.</summary>
    public ViewRect View(double east, double north, double size)
    {
        var bounds = PlaneRect.Around(Plan.City.Boundary);
        var half = bounds.LongerM * size / 2;
        var middle = new Place(((bounds.WestM + bounds.EastM) / 2) + (east * bounds.LongerM), ((bounds.SouthM + bounds.NorthM) / 2) + (north * bounds.LongerM));
        var (west, south) = _plane.ToDegrees(new Place(middle.EastM - half, middle.NorthM - half));
        var (right, top) = _plane.ToDegrees(new Place(middle.EastM + half, middle.NorthM + half));
        return new ViewRect(west, south, right, top, 1_000);
    }

    /// <summary>Ticks without time passing until the viewer has read everything.</summary>
    public void Settle(Viewer viewer, Screen screen)
    {
        for (var tick = 0; tick < 4; tick++)
        {
            while (viewer.Frames.TryRead(out var frame))
            {
                screen.Apply(frame);
            }

            if (!screen.IsInStep)
            {
                viewer.AskForKey();
            }

            Stream.Tick(isBeat: true);
        }

        while (viewer.Frames.TryRead(out var last))
        {
            screen.Apply(last);
        }

        screen.IsInStep.ShouldBeTrue();
    }
}
