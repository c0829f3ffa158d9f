using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.Tests.World;

public class DeterminismTests
{
    private static readonly Instant End = Instant.Start + Duration.Hours(6);

    [Fact]
    public void The_same_seed_gives_the_same_history()
    {
        var (one, other) = (Chatter.World(20, 7), Chatter.World(20, 7));
        one.RunUntil(End);
        other.RunUntil(End);
        other.EventHash.ShouldBe(one.EventHash);
        other.StateHash().ShouldBe(one.StateHash());
        one.EventCount.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Another_seed_gives_another_history()
    {
        var (one, other) = (Chatter.World(20, 7), Chatter.World(20, 8));
        one.RunUntil(End);
        other.RunUntil(End);
        other.EventHash.ShouldNotBe(one.EventHash);
        other.StateHash().ShouldNotBe(one.StateHash());
    }

    [Fact]
    public void How_a_run_is_cut_into_pieces_changes_nothing()
    {
        var (whole, pieces, steps) = (Chatter.World(20, 7), Chatter.World(20, 7), Chatter.World(20, 7));
        whole.RunUntil(End);
        for (var at = Instant.Start; at < End; at += Duration.Seconds(333))
        {
            pieces.RunUntil(at);
            pieces.NextDue();
        }

        while (!pieces.RunUntil(End, 17))
        {
        }

        while (steps.NextDue() < End)
        {
            steps.Step().ShouldBeTrue();
        }

        steps.RunUntil(End);
        pieces.StateHash().ShouldBe(whole.StateHash());
        steps.StateHash().ShouldBe(whole.StateHash());
        pieces.EventHash.ShouldBe(whole.EventHash);
    }
}
