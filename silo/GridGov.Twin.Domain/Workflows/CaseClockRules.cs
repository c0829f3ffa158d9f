using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Workflows;

/// <summary>What a state's rule means for the case clock: the same for the case that lives it and the proof that foresees it.</summary>
public static class CaseClockRules
{
    /// <summary>
    /// The clock's mode after entering a state with this rule; null where the rule asks what a clock refuses: to pause, run or stop
    /// what was never started, to pause or run what is stopped. Pausing what is paused, running what runs and stopping what is stopped
    /// changes nothing.
    /// </summary>
    public static ClockMode? After(this CaseClockRule rule, ClockMode mode) => rule switch
    {
        CaseClockRule.Keep => mode,
        CaseClockRule.Start => ClockMode.Running,
        _ when mode == ClockMode.Idle => null,
        CaseClockRule.Stop => ClockMode.Stopped,
        _ when mode == ClockMode.Stopped => null,
        CaseClockRule.Pause => ClockMode.Paused,
        CaseClockRule.Run => ClockMode.Running,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "not a rule for the case clock"),
    };

    /// <summary>
    /// Does to the clock what the state entered asks; <paramref name="limit"/> is the budget where the rule starts it. The answer is
    /// <see cref="ClockAnswer.Done"/> wherever <see cref="After"/> gives a mode and the time does not run backwards.
    /// </summary>
    public static ClockAnswer Apply(this CaseClockRule rule, CaseClock clock, Instant now, Limit limit, WorkCalendar calendar) => rule switch
    {
        CaseClockRule.Start when clock.Mode == ClockMode.Idle => clock.Start(now, limit.Unit, calendar.Budget(limit, now)),
        CaseClockRule.Start => clock.Restart(now, limit.Unit, calendar.Budget(limit, now)),
        CaseClockRule.Pause when clock.Mode != ClockMode.Paused => clock.Pause(now),
        CaseClockRule.Run when clock.Mode != ClockMode.Running => clock.Resume(now),
        CaseClockRule.Stop when clock.Mode != ClockMode.Stopped => clock.Stop(now),
        _ => ClockAnswer.Done,
    };
}
