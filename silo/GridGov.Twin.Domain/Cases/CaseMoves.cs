using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Cases;

/// <summary>How a case moves through the workflow: leaving a state, what the move itself does, entering the next. All answer whether the case lives on.</summary>
internal static class CaseMoves
{
    /// <summary>Moves the case by <paramref name="action"/> of the role that works here; where that is not open, by the usual move.</summary>
    public static bool MakeOrUsual(CaseState state, CaseAction action, Turn turn, Setting setting) =>
        FindOpen(state, action, RoleHere(state, setting), setting) is { } move ? Make(state, move, turn, setting) : MakeUsual(state, turn, setting);

    /// <summary>Whether the role that works here may do <paramref name="action"/> now.</summary>
    public static bool IsOpen(CaseState state, CaseAction action, Setting setting) =>
        FindOpen(state, action, RoleHere(state, setting), setting) is not null;

    /// <summary>Makes the usual move, if any is open.</summary>
    public static bool MakeUsual(CaseState state, Turn turn, Setting setting)
    {
        var usual = WorkflowInterpreter.Usual(setting.Plan.Workflow, state.Facts.State, (Weight)state.Facts.Weight, state.Used);
        return usual is null || Make(state, usual, turn, setting);
    }

    /// <summary>Does what the workflow wants when the stage clock has run out.</summary>
    public static bool ActOverdue(CaseState state, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        var rule = setting.Plan.Workflow.Workflow.States[facts.State].Overdue;
        if (rule?.Action == CaseAction.Urge)
        {
            facts.Urged = 1;
            turn.Emit(new CaseUrged(-1));
            return true;
        }

        return rule is null || FindOpen(state, rule.Action, role: null, setting) is not { } move || Make(state, move, turn, setting);
    }

    // Unlike the interpreter it explains nothing, so it costs nothing where the answer is no.
    private static AllowedMove? FindOpen(CaseState state, CaseAction action, int? role, Setting setting)
    {
        foreach (var move in setting.Plan.Workflow.MovesOf(state.Facts.State))
        {
            var isAsked = move.Move.Action == action && (role is null || move.Move.Role == role);
            if (isAsked && move.IsFor((Weight)state.Facts.Weight) && !move.IsUsedUp(state.Used))
            {
                return move;
            }
        }

        return null;
    }

    private static int RoleHere(CaseState state, Setting setting) => setting.Plan.Workflow.Workflow.States[state.Facts.State].Role;

    /// <summary>Makes a move; <paramref name="byHand"/>: by a person at the controls, who does not wait for those at work.</summary>
    public static bool Make(CaseState state, AllowedMove allowed, Turn turn, Setting setting, bool byHand = false)
    {
        ref var facts = ref state.Facts;
        var move = allowed.Move;
        var counted = state.StageClock.Mode == ClockMode.Idle ? Duration.Zero : state.StageClock.Counted(turn.Now, setting.Plan.Calendar);
        var overdue = state.StageClock.Mode != ClockMode.Idle && counted > state.StageClock.Budget;
        turn.Emit(new CaseMoved(
            counted, facts.What, facts.Cell, (ushort)facts.State, (ushort)move.To, (short)move.Role, move.Action, (byte)(overdue ? 1 : 0)));
        allowed.Use(state.Used);
        facts.Moves++;
        if (byHand && move.Action == CaseAction.Extend && move.To == facts.State)
        {
            GoOnWithMoreTime(state, turn, setting);
            return true;
        }

        Leave(ref facts, turn, byHand);
        if (setting.Plan.Workflow.Workflow.States[facts.State].IsFinal)
        {
            facts.Late = 0;
            turn.Send(Grain.CellOf(facts.Cell), new CaseReopens(turn.Self, facts.At, facts.What));
        }

        CaseWork.Effect(state, move.Action, turn, setting, byHand);
        return Enter(state, move.To, move.Action, turn, setting);
    }

    /// <summary>Enters a state: clocks, work, or the end.</summary>
    public static bool Enter(CaseState state, int to, CaseAction by, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        var entered = setting.Plan.Workflow.Workflow.States[to];
        facts.State = to;
        if (entered.Stage == Stage.Handling || by == CaseAction.Settle)
        {
            facts.Level = (byte)(by == CaseAction.Settle ? City.Level.Grid : entered.Level);
        }

        CaseClocks.SetStage(state, entered, by, turn, setting);
        CaseClocks.SetWhole(state, entered, by, turn, setting);
        if (entered.IsFinal)
        {
            return End(state, entered, turn);
        }

        CaseClocks.WaitForOverdue(state, entered, turn, setting);
        CaseWork.Ask(state, entered, turn, setting);
        return true;
    }

    // Those at work go on with what they do: only simulated staff have to finish before they can ask for more time.
    private static void GoOnWithMoreTime(CaseState state, Turn turn, Setting setting)
    {
        var here = setting.Plan.Workflow.Workflow.States[state.Facts.State];
        turn.Cancel(ref state.Facts.OverdueTimer);
        CaseClocks.SetStage(state, here, CaseAction.Extend, turn, setting);
        CaseClocks.SetWhole(state, here, CaseAction.Extend, turn, setting);
        CaseClocks.WaitForOverdue(state, here, turn, setting);
    }

    private static void Leave(ref CaseFacts facts, Turn turn, bool byHand)
    {
        turn.Cancel(ref facts.OverdueTimer);
        turn.Cancel(ref facts.WaitTimer);
        if (byHand && !facts.Worker.IsNone)
        {
            turn.Send(facts.Worker, new WorkStops(turn.Self, facts.Ticket));
        }
        else if (facts.Worker.Kind == Grain.Desk)
        {
            turn.Send(facts.Worker, new JobWithdrawn(turn.Self, facts.Ticket));
        }
        else if (facts.Worker.Kind == Grain.Team)
        {
            turn.Send(facts.Worker, new TaskWithdrawn(turn.Self, facts.Ticket));
        }

        facts.Worker = GrainId.None;
        facts.Ticket++;
    }

    private static bool End(CaseState state, WorkflowState entered, Turn turn)
    {
        ref var facts = ref state.Facts;
        turn.Emit(new CaseEnded(
            turn.Now - facts.Opened, facts.What, facts.Cell, (ushort)facts.State, facts.Level, facts.Late, facts.Reports));
        turn.Send(Grain.CellOf(facts.Cell), new CaseLeaves(turn.Self));
        CaseWork.TellIncidents(state, new GivenUp(), turn);
        if (entered.Moves.Length == 0)
        {
            return false;
        }

        facts.WaitTimer = turn.StartTimer(CaseGrain.ReopenWindow, new RestEnds());
        return true;
    }
}
