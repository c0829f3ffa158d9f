using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Tests.Workflows;
using GridGov.Twin.Domain.Workflows;
using Go = GridGov.Twin.Domain.Tests.Workflows.WorkflowSketch.Go;

namespace GridGov.Twin.Domain.Tests.Build;

/// <summary>
/// The closed loop the test towns work by. Every unusual action belongs to staff who work in its state, so that simulated people take it;
/// what a department leaves too long the system takes up to the leaders; a check that fails too often goes there too. The leader may urge wherever
/// somebody works.
/// </summary>
internal static class Loop
{
    private const int Small = 1;

    /// <summary>The roles by name.</summary>
    public static int Role(string id) => Workflow.RoleOf(id);

    /// <summary>The states by name.</summary>
    public static int State(string id) => Workflow.StateOf(id);

    public static Workflow Workflow { get; } = Drawn() with { VerifiedEntry = 1 };

    private static Workflow Drawn() => Worked(new WorkflowSketch()
        .Role("officer", Performer.Officer).Role("acceptor", Performer.Desk).Role("dispatcher", Performer.Desk)
        .Role("department", Performer.Department).Role("leader", Performer.Desk)
        .State("verify", Stage.Report, "officer", CaseClockRule.Keep,
            new Go(CaseAction.Confirm, "officer", "filing"),
            new Go(CaseAction.Refute, "officer", "rejected"),
            new Go(CaseAction.Settle, "officer", "closed", Weights: Small),
            new Go(CaseAction.Urge, "leader", "verify"))
        .State("filing", Stage.Filing, "acceptor", CaseClockRule.Keep,
            new Go(CaseAction.File, "acceptor", "dispatch"),
            new Go(CaseAction.Reject, "acceptor", "rejected"),
            new Go(CaseAction.Merge, "acceptor", "merged"),
            new Go(CaseAction.Urge, "leader", "filing"))
            .Limit(new Limit(15, LimitUnit.UrgentMinute)).Overdue(CaseAction.Urge)
        .State("dispatch", Stage.Dispatch, "dispatcher", CaseClockRule.Start,
            new Go(CaseAction.Dispatch, "dispatcher", "handling"),
            new Go(CaseAction.Urge, "leader", "dispatch"))
            .Limit(new Limit(30, LimitUnit.WorkingMinute)))
        .Draw();

    private static WorkflowSketch Worked(WorkflowSketch sketch) => Ended(sketch
        .State("handling", Stage.Handling, "department", CaseClockRule.Run,
            new Go(CaseAction.Finish, "department", "check"),
            new Go(CaseAction.Return, "department", "returned", AtMost: 2),
            new Go(CaseAction.Transfer, "department", "handling", AtMost: 1),
            new Go(CaseAction.Extend, "department", "handling", AtMost: 1),
            new Go(CaseAction.Suspend, "department", "suspended", AtMost: 1),
            new Go(CaseAction.Escalate, null, "upper", AtMost: 1),
            new Go(CaseAction.Urge, "leader", "handling"))
            .LimitFromCondition().Overdue(CaseAction.Escalate)
        .State("returned", Stage.Dispatch, "dispatcher", CaseClockRule.Keep,
            new Go(CaseAction.Dispatch, "dispatcher", "handling"))
        .State("suspended", Stage.Handling, null, CaseClockRule.Pause,
            new Go(CaseAction.Resume, "department", "handling"))
        .State("upper", Stage.Handling, "leader", CaseClockRule.Run,
            new Go(CaseAction.Finish, "leader", "check"),
            new Go(CaseAction.Urge, "leader", "upper")));

    private static WorkflowSketch Ended(WorkflowSketch sketch) => sketch
        .State("check", Stage.Check, "officer", CaseClockRule.Keep,
            new Go(CaseAction.Pass, "officer", "closing"),
            new Go(CaseAction.Rework, "officer", "handling", AtMost: 2),
            new Go(CaseAction.Escalate, "officer", "upper", AtMost: 1),
            new Go(CaseAction.Urge, "leader", "check"))
        .State("closing", Stage.Closing, "acceptor", CaseClockRule.Keep,
            new Go(CaseAction.Close, "acceptor", "closed"),
            new Go(CaseAction.Urge, "leader", "closing"))
        .State("closed", Stage.Ended, null, CaseClockRule.Stop,
            new Go(CaseAction.Reopen, "leader", "dispatch", AtMost: 1))
        .State("rejected", Stage.Ended, null, CaseClockRule.Keep)
        .State("merged", Stage.Ended, null, CaseClockRule.Keep);
}
