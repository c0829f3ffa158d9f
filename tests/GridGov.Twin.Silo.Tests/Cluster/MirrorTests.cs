using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Tests.Worlds;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>A mirror needs nothing of a cluster but its feed.</summary>
public class MirrorTests
{
    private static readonly Lazy<TurnsInMemory> HalfDay = new(() =>
    {
        var turns = new TurnsInMemory();
        using var village = new ClusterVillage(turns);
        village.JumpTo(12 * 3_600_000);
        return turns;
    });

    [Fact]
    public void Turns_that_come_late_are_mirrored_at_their_own_time_and_do_not_move_the_clock_back()
    {
        var (usual, ahead) = (Of(), Of());
        Reflect(usual);
        var evening = new Instant(18 * 3_600_000);
        ahead.MoveTo(evening);
        Reflect(ahead);
        ahead.MoveTo(ahead.Reached);
        (ahead.World.Now, ahead.Hash).ShouldBe((evening, usual.Hash));
        ahead.Reached.ShouldBeLessThan(evening);
    }

    [Fact]
    public void A_grain_that_cannot_handle_its_message_again_is_named()
    {
        var mirror = Of();
        var honest = HalfDay.Value.Records[0][0];
        var nobody = honest with { Grain = new(200, 5) };
        Should.Throw<MirrorBrokenException>(() => mirror.Reflect(1, nobody)).Message
            .ShouldStartWith($"record 1: turn 1 of grain {nobody.Grain} ({nobody.Grain}) at");
    }

    private static Mirror Of() => new(new Setting(VillageWorld.Scenario.Plan), VillageWorld.Scenario.Run.Seed);

    private static void Reflect(Mirror mirror)
    {
        for (var record = 0; record < HalfDay.Value.Records.Count; record++)
        {
            Array.ForEach(HalfDay.Value.Records[record], turn => mirror.Reflect(record + 1, turn));
        }
    }
}
