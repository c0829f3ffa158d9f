using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Engine.Tests.Grains;

public class TimersTests
{
    [Fact]
    public void A_timer_ends_once()
    {
        var timers = new Timers();
        var timer = timers.Start();
        timers.End(timer).ShouldBeTrue();
        timers.End(timer).ShouldBeFalse();
        timers.End(default).ShouldBeFalse();
    }

    [Fact]
    public void A_slot_is_used_again_but_its_old_timer_stays_ended()
    {
        var timers = new Timers();
        var old = timers.Start();
        timers.End(old);
        var young = timers.Start();
        young.Slot.ShouldBe(old.Slot);
        timers.End(old).ShouldBeFalse();
        timers.End(young).ShouldBeTrue();
    }

    [Fact]
    public void Slots_are_no_more_than_timers_that_ran_at_once()
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            var chance = ChanceStream.For(seed, 1, 1);
            var timers = new Timers();
            List<TimerId> running = [];
            var most = 0;
            for (var i = 0; i < 2000; i++)
            {
                if (running.Count == 0 || (running.Count < 40 && chance.Happens(0.5)))
                {
                    running.Add(timers.Start());
                    most = Math.Max(most, running.Count);
                    running.Distinct().Count().ShouldBe(running.Count, $"seed {seed}");
                }
                else
                {
                    var which = chance.Below(running.Count);
                    timers.End(running[which]).ShouldBeTrue($"seed {seed}");
                    running.RemoveAt(which);
                }
            }

            running.ShouldAllBe(t => t.Slot < most, $"seed {seed}");
        }
    }
}
