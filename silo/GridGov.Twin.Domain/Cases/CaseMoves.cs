using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
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

    /// <summary>Does what a person at the controls asks, or announces why not.</summary>
    public static bool TryAct(CaseState state, Act act, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        if (act.Moves >= 0 && act.Moves != facts.Moves)
        {
            turn.Emit(new ActRefused(act.Reference, act.Role, act.Action, MoveRefusal.MovedOn, (ushort)facts.State));
            return true;
        }

        if (!IsInPlan(act, setting.Plan))
        {
            turn.Emit(new ActRefused(act.Reference, act.Role, act.Action, MoveRefusal.NoSuchMove, (ushort)facts.State));
            return true;
        }

        if (act.Action == CaseAction.Urge)
        {
            Urge(ref facts, act.Reference, turn);
            return true;
        }

        var answer = WorkflowInterpreter.Ask(setting.Plan.Workflow, facts.State, (Weight)facts.Weight, state.Used, act.Action, act.Role);
        if (answer is RefusedMove refused)
        {
            turn.Emit(new ActRefused(act.Reference, act.Role, act.Action, refused.Why, (ushort)facts.State));
            return true;
        }

        if (act.Department != Act.SameDepartment)
        {
            facts.Department = act.Department;
        }

        return Make(state, (AllowedMove)answer, turn, setting);
    }

    // What comes in from outside may name roles, actions and departments that are not there: refused, for a failing handler stops the world.
    private static bool IsInPlan(in Act act, WorldPlan plan) =>
        act.Role >= WorkflowInterpreter.SystemRole && act.Role < plan.Workflow.Workflow.Roles.Length
        && act.Action <= CaseAction.Merge
        && (act.Department == Act.SameDepartment || act.Department < plan.Departments.Length);

    /// <summary>Does what the workflow wants when the stage clock has run out.</summary>
    public static bool ActOverdue(CaseState state, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        var rule = setting.Plan.Workflow.Workflow.States[facts.State].Overdue;
        if (rule?.Action == CaseAction.Urge)
        {
            Urge(ref facts, actor: -1, turn);
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

    private static bool Make(CaseState state, AllowedMove allowed, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        var move = allowed.Move;
        var counted = state.StageClock.Mode == ClockMode.Idle ? Duration.Zero : state.StageClock.Counted(turn.Now, setting.Plan.Calendar);
        var overdue = state.StageClock.Mode != ClockMode.Idle && counted > state.StageClock.Budget;
        turn.Emit(new CaseMoved(
            counted, facts.What, facts.Cell, (ushort)facts.State, (ushort)move.To, (short)move.Role, move.Action, (byte)(overdue ? 1 : 0)));
        allowed.Use(state.Used);
        facts.Moves++;
        Leave(ref facts, turn);
        if (setting.Plan.Workflow.Workflow.States[facts.State].IsFinal)
        {
            facts.Late = 0;
            turn.Send(Grain.CellOf(facts.Cell), new CaseReopens(turn.Self, facts.At, facts.What));
        }

        CaseWork.Effect(state, move.Action, turn, setting);
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

    private static void Leave(ref CaseFacts facts, Turn turn)
    {
        turn.Cancel(ref facts.OverdueTimer);
        turn.Cancel(ref facts.WaitTimer);
        if (facts.Worker.Kind == Grain.Desk)
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

    private static void Urge(ref CaseFacts facts, long actor, Turn turn)
    {
        facts.Urged = 1;
        turn.Emit(new CaseUrged(actor));
    }
}
