using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Cases;

/// <summary>What entering a state does to the two clocks of a case.</summary>
internal static class CaseClocks
{
    /// <summary>Sets the clock of the stage: starts it anew, extends, pauses or resumes it.</summary>
    public static void SetStage(CaseState state, WorkflowState entered, CaseAction by, Turn turn, Setting setting)
    {
        var clock = state.StageClock;
        if (by == CaseAction.Extend && clock.Mode == ClockMode.Running)
        {
            var more = Share(clock.Budget, setting.Plan.Conduct.ExtendByShare);
            clock.Extend(turn.Now, more);
            state.WholeClock.Extend(turn.Now, more);
            return;
        }

        if (entered.CaseClock == CaseClockRule.Pause)
        {
            clock.Pause(turn.Now);
            return;
        }

        if (by == CaseAction.Resume && clock.Mode == ClockMode.Paused)
        {
            clock.Resume(turn.Now);
            return;
        }

        var limit = entered.LimitFromCondition ? setting.LimitOf(state.Facts.What) : entered.Limit;
        clock.Reset();
        if (limit is { } known)
        {
            clock.Start(turn.Now, known.Unit, setting.Plan.Calendar.Budget(known, turn.Now));
        }
    }

    /// <summary>Does to the whole-case clock what the state asks, and announces the deadline.</summary>
    public static void SetWhole(CaseState state, WorkflowState entered, CaseAction by, Turn turn, Setting setting)
    {
        entered.CaseClock.Apply(state.WholeClock, turn.Now, setting.LimitOf(state.Facts.What), setting.Plan.Calendar);
        if (entered.CaseClock is CaseClockRule.Start or CaseClockRule.Pause or CaseClockRule.Run || by == CaseAction.Extend)
        {
            turn.Emit(new CaseDueSet(state.WholeClock.Due(setting.Plan.Calendar), (long)state.WholeClock.Mode));
        }

        if (state.WholeClock.Mode != ClockMode.Idle && state.WholeClock.IsOverdue(turn.Now, setting.Plan.Calendar))
        {
            state.Facts.Late = 1;
        }
    }

    /// <summary>Wakes the case when the stage clock has run out, where the workflow acts then.</summary>
    public static void WaitForOverdue(CaseState state, WorkflowState entered, Turn turn, Setting setting)
    {
        if (entered.Overdue is { } rule && state.StageClock.Mode == ClockMode.Running)
        {
            var due = state.StageClock.Due(setting.Plan.Calendar, rule.AtShare);
            if (due != Instant.Never)
            {
                state.Facts.OverdueTimer = turn.StartTimer(Max(due - turn.Now, Duration.Zero), new StageOverdue());
            }
        }
    }

    private static Duration Share(Duration whole, double share) => new(Math.Max(1, (long)(whole.Milliseconds * share)));

    private static Duration Max(Duration left, Duration right) => left > right ? left : right;
}
