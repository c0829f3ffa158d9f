using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Silo.Stream;
using GridGov.Twin.Silo.Tests.Views;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Tests.Stream;

public class MapProjectionTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void At_every_hour_of_two_days_officers_are_where_their_grains_are(ulong seed)
    {
        var town = new StreamedTown(seed);
        var wrong = new List<string>();
        for (var hour = 1; hour <= 48; hour++)
        {
            // Not on the minute, so that nobody arrives at the very moment of the look.
            town.World.RunUntil(new Instant((hour * 3_600_000L) - 777));
            town.Map.Reach(new WorldClock(town.World.Now, 60, 0, 60));
            foreach (var officer in town.Plan.Officers)
            {
                var facts = town.World.Model.Officers[officer.Index].Facts;
                var leg = town.Map.Officers[officer.Index].Value.Leg;
                var isOnTheWay = facts.Doing is Doing.Patrolling or Doing.Going && facts.Node != facts.Target;
                var (from, to) = (leg.Path[0], leg.Path[^1]);
                if (leg.Doing != (byte)facts.Doing || (isOnTheWay ? (from, to) != (facts.Node, facts.Target) : to != facts.Node || from != to))
                {
                    wrong.Add($"{hour} h {officer.Name}: is {facts.Doing} {facts.Node}→{facts.Target}, shown {(Doing)leg.Doing} {from}→{to}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Who_drops_a_task_on_the_way_is_shown_walking_on()
    {
        var town = new FollowedWorld(7);
        var map = new MapProjection(town.Plan);
        var (from, to) = (town.Plan.City.Cells[0].Node, town.Plan.City.Cells[9].Node);
        Hear(map, 1_000, Grain.OfficerOf(0), Body.Of(new OfficerDutyChanged(1)));
        Hear(map, 1_000, Grain.OfficerOf(0), Body.Of(new TaskBegan(new GrainId(Grain.Case, 1), 3)));
        Hear(map, 1_000, Grain.OfficerOf(0), Body.Of(new LegStarted(new Instant(101_000), from, to, 900, 1)));
        Hear(map, 31_000, Grain.OfficerOf(0), Body.Of(new TaskBrokenOff(new GrainId(Grain.Case, 1), new Duration(30_000), 3)));
        map.Reach(new WorldClock(new Instant(32_000), 1, 0, 1));
        var leg = map.Officers[0].Value.Leg;
        ((Doing)leg.Doing, leg.ArriveMs, leg.Path[0], leg.Path[^1]).ShouldBe((Doing.Patrolling, 101_000, from, to));
    }

    [Fact]
    public void A_device_is_no_longer_shown_silenced_when_its_time_is_over()
    {
        var map = new MapProjection(new FollowedWorld(7).Plan);
        Hear(map, 1_000, Grain.DeviceOf(3), Body.Of(new DeviceSilenced(0, new Instant(61_000))));
        map.Reach(new WorldClock(new Instant(60_000), 1, 0, 1));
        map.Devices[3].Value.ShouldBe((byte)4);
        map.Reach(new WorldClock(new Instant(62_000), 1, 0, 1));
        map.Devices[3].Value.ShouldBe((byte)0);
    }

    private static void Hear(MapProjection map, long atMs, GrainId source, Body body) =>
        map.Hear(new Event { At = new Instant(atMs), Source = source, Body = body });
}
