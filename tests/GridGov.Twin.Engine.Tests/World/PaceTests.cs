using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.World;

public class PaceTests
{
    private static readonly Instant From = new(1000);

    [Fact]
    public void A_world_goes_as_much_faster_than_the_wall_clock_as_its_pace()
    {
        Pace.Parse("60").Limit(From, 250).ShouldBe(new Instant(16_000));
        Pace.Parse("0.5").Limit(From, 250).ShouldBe(new Instant(1125));
        Pace.Parse("1").Limit(From, 0).ShouldBe(From);
        Pace.Parse("max").Limit(From, 0).ShouldBe(Instant.Never);
        Pace.Parse("600").Limit(From, 1e300).ShouldBe(Instant.Never);
    }

    [Fact]
    public void The_wait_for_a_message_is_over_when_it_may_run_and_not_before()
    {
        foreach (var text in new[] { "1", "60", "600", "0.25", "7" })
        {
            var pace = Pace.Parse(text);
            for (var due = From.Milliseconds; due < 3000; due += 13)
            {
                var wait = pace.WaitMs(From, 2, new Instant(due));
                if (wait == 0)
                {
                    pace.Limit(From, 2).Milliseconds.ShouldBeGreaterThan(due, $"pace {text}, due {due}");
                }
                else
                {
                    pace.Limit(From, 2).Milliseconds.ShouldBeLessThanOrEqualTo(due, $"pace {text}, due {due}");
                    pace.Limit(From, 2 + wait + 1e-6).Milliseconds.ShouldBeGreaterThan(due, $"pace {text}, due {due}");
                }
            }
        }

        Pace.Max.WaitMs(From, 0, new Instant(5000)).ShouldBe(0);
        Pace.Of(1).WaitMs(From, 0, Instant.Never).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void A_paced_paused_and_hurried_world_has_the_same_history()
    {
        var end = Instant.Start + Duration.Hours(3);
        var fast = Chatter.World(10, 4);
        fast.RunUntil(end);

        var paced = Chatter.World(10, 4);
        foreach (var pace in new[] { "1", "600", "60", "600", "max" })
        {
            var from = paced.Now;
            for (var wallMs = 0; wallMs < 3000 && paced.Now < end; wallMs += 250)
            {
                var limit = Pace.Parse(pace).Limit(from, wallMs);
                paced.RunUntil(limit < end ? limit : end);
            }
        }

        paced.StateHash().ShouldBe(fast.StateHash());
    }

    [Theory]
    [InlineData("")]
    [InlineData("fast")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1e3")]
    [InlineData("6,5")]
    [InlineData("NaN")]
    public void A_pace_that_is_none_is_refused_with_what_was_expected(string text)
    {
        var message = Should.Throw<FormatException>(() => Pace.Parse(text)).Message;
        message.ShouldContain($"pace '{text}'");
        message.ShouldContain("expected max or a number");
    }
}
