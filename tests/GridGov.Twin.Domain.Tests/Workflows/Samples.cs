using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Workflows;
using Go = GridGov.Twin.Domain.Tests.Workflows.WorkflowSketch.Go;

namespace GridGov.Twin.Domain.Tests.Workflows;

/// <summary>Sound workflows to learn and to break things by.</summary>
internal static class Samples
{
    public const int Small = 1;
    public const int BigAndSerious = 6;

    /// <summary>The closed loop with one level: everything a centre knows, with rework, return, extension, suspension and reopening, each bounded.</summary>
    public static Workflow OneLevel => new WorkflowSketch()
        .Role("officer", Performer.Officer).Role("acceptor", Performer.Desk).Role("dispatcher", Performer.Desk)
        .Role("department", Performer.Department).Role("leader")
        .State("reported", Stage.Report, "officer", CaseClockRule.Keep,
            new Go(CaseAction.Confirm, "officer", "filing"),
            new Go(CaseAction.Refute, "officer", "rejected"),
            new Go(CaseAction.Settle, "officer", "settled", Weights: Small))
        .State("filing", Stage.Filing, "acceptor", CaseClockRule.Keep,
            new Go(CaseAction.File, "acceptor", "dispatch"),
            new Go(CaseAction.Reject, "acceptor", "rejected"))
            .Limit(new Limit(15, LimitUnit.UrgentMinute)).Overdue(CaseAction.Urge)
        .State("dispatch", Stage.Dispatch, "dispatcher", CaseClockRule.Start,
            new Go(CaseAction.Dispatch, "dispatcher", "handling"))
        .State("handling", Stage.Handling, "department", CaseClockRule.Run,
            new Go(CaseAction.Finish, "department", "check"),
            new Go(CaseAction.Return, "department", "dispatch", AtMost: 2),
            new Go(CaseAction.Extend, "leader", "handling", AtMost: 1),
            new Go(CaseAction.Suspend, "leader", "suspended", AtMost: 1),
            new Go(CaseAction.Urge, "leader", "handling"))
            .LimitFromCondition()
        .State("suspended", Stage.Handling, null, CaseClockRule.Pause,
            new Go(CaseAction.Resume, "leader", "handling"))
        .State("check", Stage.Check, "officer", CaseClockRule.Keep,
            new Go(CaseAction.Pass, "officer", "closing"),
            new Go(CaseAction.Rework, "officer", "handling", AtMost: 2))
        .State("closing", Stage.Closing, "acceptor", CaseClockRule.Keep,
            new Go(CaseAction.Close, "acceptor", "closed"))
        .State("closed", Stage.Ended, null, CaseClockRule.Stop,
            new Go(CaseAction.Reopen, "leader", "dispatch", AtMost: 1))
        .State("rejected", Stage.Ended, null, CaseClockRule.Keep)
        .State("settled", Stage.Ended, null, CaseClockRule.Keep)
        .Draw();

    /// <summary>Grid, town and district: small things end in the grid, what the town leaves too long the system takes up to the district.</summary>
    public static Workflow ThreeLevels => new WorkflowSketch()
        .Role("officer", Performer.Officer).Role("town", Performer.Desk).Role("district", Performer.Desk)
        .State("grid", Stage.Report, "officer", CaseClockRule.Start,
            new Go(CaseAction.Settle, "officer", "closed", Weights: Small),
            new Go(CaseAction.Escalate, "officer", "town", Weights: BigAndSerious))
        .State("town", Stage.Handling, "town", CaseClockRule.Keep,
            new Go(CaseAction.Finish, "town", "check"),
            new Go(CaseAction.Return, "town", "grid", AtMost: 1),
            new Go(CaseAction.Escalate, null, "district"))
            .Limit(new Limit(2, LimitUnit.WorkingDay)).Overdue(CaseAction.Escalate)
        .State("district", Stage.Handling, "district", CaseClockRule.Keep,
            new Go(CaseAction.Finish, "district", "check"))
        .State("check", Stage.Check, "officer", CaseClockRule.Keep,
            new Go(CaseAction.Pass, "officer", "closed"),
            new Go(CaseAction.Rework, "officer", "district", AtMost: 3))
        .State("closed", Stage.Ended, null, CaseClockRule.Stop)
        .Draw();

    public static int StateOf(this Workflow workflow, string id) => workflow.States.Single(state => state.Id == id).Index;

    public static int RoleOf(this Workflow workflow, string id) => workflow.Roles.Single(role => role.Id == id).Index;
}
