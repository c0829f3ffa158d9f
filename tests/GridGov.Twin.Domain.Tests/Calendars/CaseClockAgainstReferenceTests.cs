using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Calendars;

public class CaseClockAgainstReferenceTests
{
    private enum Order
    {
        Start,
        Pause,
        Resume,
        Restart,
        Extend,
        Stop,
    }

    [Fact]
    public void Ten_thousand_random_sequences_of_orders_count_what_a_slow_reference_counts()
    {
        // One pooled clock for all of them: nothing of an earlier case may shine through.
        var clock = new CaseClock();
        for (var seed = 1UL; seed <= 10_000; seed++)
        {
            clock.Reset();
            LiveOneCase(seed, ref clock);
        }
    }

    private static void LiveOneCase(ulong seed, ref CaseClock clock)
    {
        var chance = ChanceStream.For(seed, 7UL, 2);
        var (firstDay, rules) = RandomCalendar.Draw(ref chance);
        var (calendar, slowCalendar) = (new WorkCalendar(firstDay, rules), new SlowCalendar(firstDay, rules));
        var slow = new SlowClock(slowCalendar);
        var nowMs = (long)chance.Below(10 * 86_400_000);
        slow.LiveUntil(nowMs);
        var orders = 3 + chance.Below(12);
        for (var i = 0; i < orders; i++)
        {
            var order = i == 0 && chance.Happens(0.8) ? Order.Start : (Order)chance.Below(6);
            var limit = new Limit(1 + chance.Below(5), (LimitUnit)chance.Below(7));
            Give(order, limit, nowMs, clock, calendar, slow, slowCalendar).ShouldBeTrue($"seed {seed}, order {i}: {order}");
            clock = chance.Happens(0.1) ? ThroughSnapshot(clock) : clock;
            var probeMs = nowMs + Gap(ref chance);
            ShouldAgree(clock, calendar, slow, probeMs, $"seed {seed}, order {i}: {order}");
            nowMs += Gap(ref chance);
            slow.LiveUntil(nowMs);
        }
    }

    // Gives the order to both; true when the clock answers as the reference's three flags demand.
    private static bool Give(Order order, Limit limit, long nowMs, CaseClock clock, WorkCalendar calendar, SlowClock slow, SlowCalendar slowCalendar)
    {
        var now = new Instant(nowMs);
        var (budget, slowBudgetMs) = (calendar.Budget(limit, now), slowCalendar.BudgetMs(limit, nowMs));
        budget.Milliseconds.ShouldBe(slowBudgetMs);
        var refused = !slow.Started ? ClockAnswer.NotStarted : slow.Stopped ? ClockAnswer.AlreadyStopped
            : slow.Running ? ClockAnswer.AlreadyRunning : ClockAnswer.AlreadyPaused;
        var (answer, legal) = order switch
        {
            Order.Start => (clock.Start(now, limit.Unit, budget), !slow.Started),
            Order.Pause => (clock.Pause(now), slow.Running),
            Order.Resume => (clock.Resume(now), slow.Started && !slow.Running && !slow.Stopped),
            Order.Restart => (clock.Restart(now, limit.Unit, budget), slow.Started),
            Order.Extend => (clock.Extend(now, budget), slow.Started && !slow.Stopped),
            _ => (clock.Stop(now), slow.Started && !slow.Stopped),
        };
        if (legal)
        {
            Obey(order, limit.Unit, slowBudgetMs, slow);
        }

        return answer == (legal ? ClockAnswer.Done : refused);
    }

    private static void Obey(Order order, LimitUnit unit, long budgetMs, SlowClock slow)
    {
        switch (order)
        {
            case Order.Start: slow.Begin(unit, budgetMs, again: false); break;
            case Order.Pause: slow.Pause(); break;
            case Order.Resume: slow.Resume(); break;
            case Order.Restart: slow.Begin(unit, budgetMs, again: true); break;
            case Order.Extend: slow.Extend(budgetMs); break;
            default: slow.Stop(); break;
        }
    }

    private static void ShouldAgree(CaseClock clock, WorkCalendar calendar, SlowClock slow, long probeMs, string where)
    {
        clock.Due(calendar).ShouldBe(slow.Running ? new Instant(slow.DueMs()) : Instant.Never, where);
        var later = slow.Copy();
        later.LiveUntil(probeMs);
        var probe = new Instant(probeMs);
        clock.Counted(probe, calendar).Milliseconds.ShouldBe(later.CountedMs, where);
        clock.Remaining(probe, calendar).Milliseconds.ShouldBe(later.BudgetMs - later.CountedMs, where);
        clock.IsOverdue(probe, calendar).ShouldBe(later.CountedMs > later.BudgetMs, where);
        Joined(clock.Intervals(calendar, probe).Select(Bounds)).ShouldBe(Joined(later.Intervals), where);
        Joined(clock.History(calendar, probe).Select(Bounds)).ShouldBe(Joined(later.History), where);
    }

    private static (long From, long To, int Run) Bounds(CountedInterval interval) => (interval.From.Milliseconds, interval.To.Milliseconds, interval.Run);

    // Pieces that touch are the same counted time, however it was cut.
    private static List<(long From, long To, int Run)> Joined(IEnumerable<(long From, long To, int Run)> pieces)
    {
        List<(long From, long To, int Run)> joined = [];
        foreach (var piece in pieces)
        {
            piece.From.ShouldBeLessThan(piece.To);
            if (joined.Count > 0 && joined[^1].To == piece.From && joined[^1].Run == piece.Run)
            {
                joined[^1] = joined[^1] with { To = piece.To };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    private static CaseClock ThroughSnapshot(CaseClock clock)
    {
        var (first, second, restored) = (new SnapshotWriter(), new SnapshotWriter(), new CaseClock());
        clock.Write(first);
        restored.Read(new SnapshotReader(first.Written.ToArray()));
        restored.Write(second);
        second.Written.SequenceEqual(first.Written).ShouldBeTrue("a clock read back writes the same bytes");
        return restored;
    }

    // From no time at all to ten days, every order of magnitude alike.
    private static long Gap(ref ChanceStream chance) => chance.Below(5) switch
    {
        0 => 0,
        1 => chance.Below(1000),
        2 => chance.Below(3_600_000),
        3 => chance.Below(86_400_000),
        _ => chance.Below(864_000_000),
    };
}
