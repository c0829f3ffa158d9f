using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Cases;

/// <summary>What people at the controls ask of a case: done where the workflow allows it, else refused with the reason. All answer whether the case lives on.</summary>
internal static class CaseActs
{
    /// <summary>Does what is asked, or announces why not.</summary>
    public static bool Try(CaseState state, Act act, Turn turn, Setting setting)
    {
        if (WhyNot(state, act, turn.Self, setting, out var allowed) is { } why)
        {
            Refuse(state, act, why, turn);
            return true;
        }

        switch (act.Action)
        {
            case CaseAction.Urge:
                Urge(state, act, allowed!, turn);
                return true;
            case CaseAction.Merge:
                turn.Send(act.Into, new MergeAsked(turn.Self, act.Reference, state.Facts.Moves, act.Role));
                return true;
            case CaseAction.Dispatch or CaseAction.Transfer when act.Department != Act.SameDepartment:
                state.Facts.Department = act.Department;
                break;
        }

        return Make(state, act, allowed!, turn, setting);
    }

    /// <summary>Says to another case whether it can be merged into this one.</summary>
    public static void AnswerMerge(CaseState state, MergeAsked asked, Turn turn, Setting setting)
    {
        var isOpen = !setting.Plan.Workflow.Workflow.States[state.Facts.State].IsFinal;
        turn.Send(asked.From, new MergeAnswered(
            turn.Self, asked.Reference, asked.Moves, (short)asked.Role, (byte)(isOpen ? 1 : 0), MoveRefusal.TargetEnded));
    }

    /// <summary>Joins the other case, when that is open and the workflow still allows it.</summary>
    public static bool Merge(CaseState state, MergeAnswered answer, Turn turn, Setting setting)
    {
        var act = AsAct(answer);
        var why = WhyNot(state, act, turn.Self, setting, out var allowed) ?? (answer.IsOpen == 1 ? null : answer.Why);
        if (why is { } refusal)
        {
            Refuse(state, act, refusal, turn);
            return true;
        }

        turn.Emit(new CaseMergedInto(answer.Target));
        HandOver(state, answer.Target, turn);
        return Make(state, act, allowed!, turn, setting);
    }

    /// <summary>Asks the team for the officer who is wanted for the work the case waits for.</summary>
    public static void AskFor(CaseState state, SendOfficer send, Turn turn, Setting setting)
    {
        if (WhyNotSent(state, send, setting) is { } why)
        {
            turn.Emit(new SendRefused(send.Reference, (int)send.Officer, why));
            return;
        }

        turn.Send(state.Facts.Worker, new OfficerAsked(turn.Self, send.Reference, state.Facts.Ticket, (int)send.Officer));
    }

    /// <summary>Gives the work to the officer, taking it from whoever has it.</summary>
    public static void GiveTo(CaseState state, OfficerGranted granted, Turn turn, Setting setting)
    {
        ref var facts = ref state.Facts;
        if (granted.Ticket != facts.Ticket || facts.Worker.Kind != Grain.Team)
        {
            turn.Emit(new SendRefused(granted.Reference, granted.Officer, SendRefusal.MovedOn));
            return;
        }

        turn.Send(facts.Worker, new WorkStops(turn.Self, facts.Ticket));
        facts.Ticket++;
        CaseWork.AskOfficer(state, setting.Plan.Workflow.Workflow.States[facts.State], granted.Officer, OfficerTask.ByOrder, turn, setting);
        turn.Emit(new OfficerSent(granted.Reference, turn.Self, granted.Officer));
    }

    /// <summary>Answers for a case that is not there.</summary>
    public static void AnswerForGone(in Body message, Turn turn)
    {
        switch (message.Kind)
        {
            case Act.Kind:
                RefuseForGone(message.As<Act>(), MoveRefusal.NoSuchCase, turn);
                break;
            case MergeAnswered.Kind:
                RefuseForGone(AsAct(message.As<MergeAnswered>()), MoveRefusal.MovedOn, turn);
                break;
            case MergeAsked.Kind:
                var asked = message.As<MergeAsked>();
                turn.Send(asked.From, new MergeAnswered(turn.Self, asked.Reference, asked.Moves, (short)asked.Role, 0, MoveRefusal.NoSuchTarget));
                break;
            case SendOfficer.Kind:
                turn.Emit(new SendRefused(message.As<SendOfficer>().Reference, (int)message.As<SendOfficer>().Officer, SendRefusal.NoSuchCase));
                break;
            case OfficerGranted.Kind:
                turn.Emit(new SendRefused(message.As<OfficerGranted>().Reference, message.As<OfficerGranted>().Officer, SendRefusal.MovedOn));
                break;
        }
    }

    private static bool Make(CaseState state, Act act, AllowedMove allowed, Turn turn, Setting setting)
    {
        var livesOn = CaseMoves.Make(state, allowed, turn, setting, byHand: true);
        turn.Emit(new ActDone(act.Reference, state.Facts.Moves, (ushort)state.Facts.State, act.Action, 0));
        return livesOn;
    }

    // It moves nothing, but whoever has the case in his line or list is told.
    private static void Urge(CaseState state, Act act, AllowedMove allowed, Turn turn)
    {
        ref var facts = ref state.Facts;
        facts.Urged = 1;
        allowed.Use(state.Used);
        turn.Emit(new CaseUrged(act.Reference));
        if (facts.Worker.Kind == Grain.Desk)
        {
            turn.Send(facts.Worker, new JobHurries(turn.Self, facts.Ticket, CaseWork.UrgedPriority));
        }
        else if (facts.Worker.Kind == Grain.Team)
        {
            turn.Send(facts.Worker, new TaskHurries(turn.Self, facts.Ticket, CaseWork.UrgedPriority));
        }

        turn.Emit(new ActDone(act.Reference, facts.Moves, (ushort)facts.State, act.Action, 0));
    }

    // One report for each that was joined here, so that none is lost; the case that ends has nothing to give up any more.
    private static void HandOver(CaseState state, GrainId target, Turn turn)
    {
        ref var facts = ref state.Facts;
        for (var report = 0; report < facts.Reports; report++)
        {
            var incident = report == 0 ? facts.Incident : report <= state.Joined.Count ? state.Joined[report - 1] : GrainId.None;
            turn.Send(target, new ReportJoins(incident, facts.Key, (long)facts.Channel));
        }

        facts.Incident = GrainId.None;
        state.Joined.Clear();
    }

    private static MoveRefusal? WhyNot(CaseState state, in Act act, GrainId self, Setting setting, out AllowedMove? allowed)
    {
        ref readonly var facts = ref state.Facts;
        allowed = null;
        if (act.Moves >= 0 && act.Moves != facts.Moves)
        {
            return MoveRefusal.MovedOn;
        }

        if (!IsInPlan(act, setting.Plan))
        {
            return MoveRefusal.NoSuchMove;
        }

        var answer = WorkflowInterpreter.Ask(setting.Plan.Workflow, facts.State, (Weight)facts.Weight, state.Used, act.Action, act.Role);
        allowed = answer as AllowedMove;
        return answer is RefusedMove refused ? refused.Why : WhatIsMissing(facts, act, self, setting.Plan);
    }

    // What comes in from outside may name roles and actions that are not there: refused, for a failing handler stops the world.
    private static bool IsInPlan(in Act act, WorldPlan plan) =>
        act.Role >= WorkflowInterpreter.SystemRole && act.Role < plan.Workflow.Workflow.Roles.Length && act.Action <= CaseAction.Merge;

    private static MoveRefusal? WhatIsMissing(in CaseFacts facts, in Act act, GrainId self, WorldPlan plan)
    {
        var isNamed = act.Department != Act.SameDepartment;
        return act.Action switch
        {
            CaseAction.Dispatch or CaseAction.Transfer when isNamed && act.Department >= plan.Departments.Length => MoveRefusal.NoSuchDepartment,
            CaseAction.Transfer when !isNamed || act.Department == facts.Department => MoveRefusal.SameDepartment,
            CaseAction.Merge when act.Into.IsNone => MoveRefusal.NoTarget,
            CaseAction.Merge when act.Into.Kind != Grain.Case => MoveRefusal.NoSuchTarget,
            CaseAction.Merge when act.Into == self => MoveRefusal.TargetIsSelf,
            _ => null,
        };
    }

    private static SendRefusal? WhyNotSent(CaseState state, in SendOfficer send, Setting setting)
    {
        ref readonly var facts = ref state.Facts;
        if (send.Moves >= 0 && send.Moves != facts.Moves)
        {
            return SendRefusal.MovedOn;
        }

        if ((ulong)send.Officer >= (ulong)setting.Plan.Officers.Length)
        {
            return SendRefusal.NoSuchOfficer;
        }

        return facts.Worker.Kind != Grain.Team ? SendRefusal.NoOfficersWork
            : setting.Plan.Officers[send.Officer].Team != facts.Worker.Number ? SendRefusal.OtherTeam
            : null;
    }

    private static void Refuse(CaseState state, in Act act, MoveRefusal why, Turn turn) =>
        turn.Emit(new ActRefused(act.Reference, act.Role, act.Action, why, (ushort)state.Facts.State));

    private static void RefuseForGone(in Act act, MoveRefusal why, Turn turn) =>
        turn.Emit(new ActRefused(act.Reference, act.Role, act.Action, why, ActRefused.NoState));

    private static Act AsAct(in MergeAnswered answer) =>
        new(answer.Reference, answer.Moves, answer.Role, CaseAction.Merge, 0, Act.SameDepartment, answer.Target);
}
