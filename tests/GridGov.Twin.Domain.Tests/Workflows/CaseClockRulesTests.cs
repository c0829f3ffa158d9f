using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Tests.Calendars;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Workflows;

public class CaseClockRulesTests
{
    public static TheoryData<ClockMode, CaseClockRule> Pairs
    {
        get
        {
            var pairs = new TheoryData<ClockMode, CaseClockRule>();
            foreach (var mode in Enum.GetValues<ClockMode>())
            {
                foreach (var rule in Enum.GetValues<CaseClockRule>())
                {
                    pairs.Add(mode, rule);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_clock_obeys_a_states_rule_as_the_proof_foresees(ClockMode mode, CaseClockRule rule)
    {
        var clock = ClockIn(mode);
        var answer = rule.Apply(clock, Instant.Start, new Limit(4, LimitUnit.WorkingHour), SpringFestival.Calendar);
        var foreseen = rule.After(mode);
        (answer == ClockAnswer.Done).ShouldBe(foreseen is not null);
        clock.Mode.ShouldBe(foreseen ?? mode);
    }

    [Fact]
    public void A_start_on_a_running_clock_counts_from_zero_with_the_new_limit()
    {
        var clock = ClockIn(ClockMode.Running);
        CaseClockRule.Start.Apply(clock, Instant.Start, new Limit(2, LimitUnit.UrgentHour), SpringFestival.Calendar);
        clock.Restarts.ShouldBe(1);
        clock.Budget.ShouldBe(Duration.Hours(2));
    }

    private static CaseClock ClockIn(ClockMode mode)
    {
        var clock = new CaseClock();
        _ = mode == ClockMode.Idle ? ClockAnswer.Done : clock.Start(Instant.Start, LimitUnit.WorkingDay, Duration.Hours(8));
        _ = mode == ClockMode.Paused ? clock.Pause(Instant.Start) : mode == ClockMode.Stopped ? clock.Stop(Instant.Start) : ClockAnswer.Done;
        clock.Mode.ShouldBe(mode);
        return clock;
    }
}
