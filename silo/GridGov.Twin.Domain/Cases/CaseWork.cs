using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Cases;

/// <summary>Who works on a case, for how long, and what they decide: truth where they stand before it, the plan's conduct elsewhere.</summary>
internal static class CaseWork
{
    /// <summary>The priority of work for an urged case: before all others.</summary>
    public const short UrgedPriority = 0;

    /// <summary>Asks whoever the state names to work on the case.</summary>
    public static void Ask(CaseState state, WorkflowState entered, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        facts.Intended = Intend(state, entered, setting);
        if (entered.Role < 0)
        {
            AwaitResume(ref facts, entered, turn, setting);
            return;
        }

        var role = setting.Plan.Workflow.Workflow.Roles[entered.Role];
        facts.Ticket++;
        if (role.Performer == Performer.Officer)
        {
            AskOfficer(state, entered, entered.Stage == Stage.Report ? facts.Finder : -1, Priority(facts, setting), turn, setting);
        }
        else if (role.Performer != Performer.Nobody)
        {
            var desk = role.Performer == Performer.Desk
                ? setting.DeskOf(role.Index, facts.Cell)
                : setting.DepartmentDeskOf(facts.Department, role.Level, facts.Cell);
            facts.Worker = Grain.DeskOf(desk);
            turn.Send(facts.Worker, new JobArrives(
                turn.Self, Takes(ref facts, entered, byOfficer: false, setting), Duration.Zero, facts.Ticket, Priority(facts, setting), JobArrives.Tell));
        }
    }

    /// <summary>Asks the team of the cell for an officer: for this one (−1: any) where he is on duty.</summary>
    public static void AskOfficer(CaseState state, WorkflowState here, int officer, short priority, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        facts.Worker = Grain.TeamOf(setting.TeamOf(facts.Cell));
        turn.Send(facts.Worker, new TaskNeeded(new OfficerTask(
            turn.Self, Takes(ref facts, here, byOfficer: true, setting), facts.Ticket, facts.Cell, officer, priority, (short)here.Stage)));
    }

    /// <summary>The desk was full: nobody works on the case, and it will ask again.</summary>
    public static void AskLater(CaseState state, Turn turn)
    {
        state.Facts.Worker = GrainId.None;
        state.Facts.WaitTimer = turn.StartTimer(CaseGrain.AsksAgainAfter, new AsksAgain());
    }

    /// <summary>Asks again for the work of the state the case is in.</summary>
    public static void AskAgain(CaseState state, Turn turn, Setting setting) =>
        Ask(state, setting.Plan.Workflow.Workflow.States[state.Facts.State], turn, setting);

    /// <summary>The work asked for is done: look at the truth where the officer stands before it, else do what was intended.</summary>
    public static bool Finish(CaseState state, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        facts.Worker = GrainId.None;
        var here = setting.Plan.Workflow.Workflow.States[facts.State];
        if (here.Stage is not (Stage.Report or Stage.Check))
        {
            return CaseMoves.MakeOrUsual(state, facts.Intended, turn, setting);
        }

        if (facts.Incident.IsNone)
        {
            return Judge(state, isThere: false, turn, setting);
        }

        turn.Send(facts.Incident, new Inspect(turn.Self, facts.Ticket));
        return true;
    }

    /// <summary>The officer has seen the truth: confirm, settle or refute; pass or send back for rework.</summary>
    public static bool Judge(CaseState state, bool isThere, Turn turn, Setting setting)
    {
        var stage = setting.Plan.Workflow.Workflow.States[state.Facts.State].Stage;
        var settles = stage == Stage.Report && state.Facts.Intended == CaseAction.Settle;
        var judgement = (stage, isThere) switch
        {
            (Stage.Report, true) => settles ? CaseAction.Settle : CaseAction.Confirm,
            (Stage.Report, false) => CaseAction.Refute,
            (_, true) => CaseMoves.IsOpen(state, CaseAction.Rework, setting) ? CaseAction.Rework : CaseAction.Escalate,
            (_, false) => CaseAction.Pass,
        };
        return CaseMoves.MakeOrUsual(state, judgement, turn, setting);
    }

    /// <summary>What an action does to the world besides moving the case. A person at the controls has named the department himself.</summary>
    public static void Effect(CaseState state, CaseAction action, Turn turn, Setting setting, bool byHand)
    {
        ref var facts = ref state.Facts;
        if (action == CaseAction.Settle || (action == CaseAction.Finish && facts.Work.Happens(setting.Plan.Conduct.FixedAtFirst)))
        {
            TellIncidents(state, new PutRight(), turn);
        }
        else if (action == CaseAction.Transfer && !byHand && setting.Plan.Departments.Length > 1 && facts.Department == setting.Plan.Kinds[facts.What].Department)
        {
            var other = facts.Work.Below(setting.Plan.Departments.Length - 1);
            facts.Department = other < facts.Department ? other : other + 1;
        }
    }

    /// <summary>Sends a message to every incident behind the case.</summary>
    public static void TellIncidents<T>(CaseState state, in T message, Turn turn)
        where T : unmanaged, IMessage
    {
        if (!state.Facts.Incident.IsNone)
        {
            turn.Send(state.Facts.Incident, message);
        }

        foreach (var joined in state.Joined)
        {
            turn.Send(joined, message);
        }
    }

    // Decided when the work is asked for, from the case's own stream, so that no other case or policy can change it.
    private static CaseAction Intend(CaseState state, WorkflowState entered, Setting setting)
    {
        ref var facts = ref state.Facts;
        var plan = setting.Plan.Workflow;
        var usual = WorkflowInterpreter.Usual(plan, entered.Index, (Weight)facts.Weight, state.Used)?.Move.Action ?? CaseAction.Confirm;
        if (entered.Stage == Stage.Report)
        {
            return IntendsToSettle(state, entered, setting) ? CaseAction.Settle : usual;
        }

        var left = facts.Work.Unit();
        foreach (var move in plan.MovesOf(entered.Index))
        {
            var isOpen = move.Move.Role == entered.Role && move.Move.Action != CaseAction.Urge && move.IsFor((Weight)facts.Weight) && !move.IsUsedUp(state.Used);
            left -= isOpen && move.Move.Action != usual ? setting.Plan.Conduct.ChanceOf(entered.Stage, move.Move.Action) : 0;
            if (left < 0)
            {
                return move.Move.Action;
            }
        }

        return usual;
    }

    private static bool IntendsToSettle(CaseState state, WorkflowState entered, Setting setting)
    {
        // The finder decided when he opened the case; anyone else decides on the way.
        return CaseMoves.IsOpen(state, CaseAction.Settle, setting)
            && (state.Facts.Finder >= 0 ? state.Facts.SettledByFinder == 1 : state.Facts.Work.Happens(setting.Plan.Kinds[state.Facts.What].OnTheSpot));
    }

    /// <summary>Draws again how long the work takes that a desk was asked for.</summary>
    public static Duration Draw(CaseState state, Setting setting) =>
        Takes(ref state.Facts, setting.Plan.Workflow.Workflow.States[state.Facts.State], byOfficer: false, setting);

    private static Duration Takes(ref CaseFacts facts, WorkflowState entered, bool byOfficer, Setting setting)
    {
        var conduct = setting.Plan.Conduct;
        var work = (entered.Stage, facts.Intended) switch
        {
            (Stage.Report, CaseAction.Settle) => conduct.SettleWork,
            (Stage.Handling, CaseAction.Finish) => byOfficer ? conduct.SettleWork : setting.Plan.Kinds[facts.What].Handling,
            (Stage.Handling, _) => conduct.StageWork[(int)Stage.Dispatch],
            _ => conduct.StageWork[(int)entered.Stage],
        };
        return work.Sample(ref facts.Work);
    }

    private static void AwaitResume(ref CaseFacts facts, WorkflowState entered, Turn turn, Setting setting)
    {
        if (facts.Intended == CaseAction.Resume || entered.CaseClock == CaseClockRule.Pause)
        {
            facts.WaitTimer = turn.StartTimer(setting.Plan.Conduct.SuspendedFor.Sample(ref facts.Work), new SuspensionEnds());
        }
    }

    // 1 serious, 2 urgent by its limit, 4 big, 5 small; urged cases go before all.
    private static short Priority(in CaseFacts facts, Setting setting)
    {
        var isUrgent = setting.LimitOf(facts.What).Unit is LimitUnit.UrgentHour or LimitUnit.UrgentMinute;
        return (short)(facts.Urged == 1 ? UrgedPriority : facts.Weight == (byte)Weight.Serious ? 1 : isUrgent ? 2 : facts.Weight == (byte)Weight.Big ? 4 : 5);
    }
}
