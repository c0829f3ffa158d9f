using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Silo.Projections;
using GridGov.Twin.Silo.Views;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Tests.Views;

/// <summary>A real world of a shipped scenario, followed by a book, without a journal or a clock around it.</summary>
internal sealed class FollowedWorld : IEventListener
{
    private static readonly Lazy<Setting> FirstDay = new(() => new Setting(ScenarioBuilder.Load(Tree.Shipped("first-day")).Plan));

    public FollowedWorld(ulong seed = 7)
    {
        Setting = FirstDay.Value;
        World = Beginning.NewWorld(Setting, seed);
        Book = new WorldBook(Setting.Plan);
        Views = new WorldViews(Setting, Book, seed);
        World.Listen(this);
    }

    public Setting Setting { get; }

    public WorldPlan Plan => Setting.Plan;

    public World<DistrictModel> World { get; }

    public WorldBook Book { get; }

    public WorldViews Views { get; }

    public void On(in Event e) => Book.Hear(e);

    public FollowedWorld RunTo(double hour)
    {
        World.RunUntil(Instant.Start + Duration.Minutes((long)(hour * 60)));
        Book.Reach(new WorldClock(World.Now, 1, 0, 1));
        return this;
    }
}
