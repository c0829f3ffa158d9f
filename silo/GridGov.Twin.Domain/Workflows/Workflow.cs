using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Domain.Workflows;

/// <summary>
/// How a case travels: states, who works in each, who may move it where, which clocks run and when it escalates.
/// Plain data, read from YAML and proved sound before any world uses it. State 0 is where a new case begins.
/// </summary>
public sealed record Workflow(string Id, string Zh, string En, WorkflowRole[] Roles, WorkflowState[] States)
{
    /// <summary>The id of the state of cases that were settled and closed; the other ends are <c>rejected</c> and <c>merged</c>.</summary>
    public const string Closed = "closed";

    /// <summary>The state where a case begins whose truth is known already: an officer has seen it. State 0 unless said.</summary>
    public int VerifiedEntry { get; init; }
}

/// <summary>Who does the work of a role.</summary>
public enum Performer : byte
{
    /// <summary>Nobody waits for work: people use the role by hand (a shift leader, a resident).</summary>
    Nobody,

    /// <summary>网格员: an officer, sent by the dispatch policy.</summary>
    Officer,

    /// <summary>席位: a desk of the role at the role's level.</summary>
    Desk,

    /// <summary>专业部门: the desk of the department that owns the case's kind, at the role's level.</summary>
    Department,
}

/// <summary>A role of the workflow: its machine name, its names for people, who performs it and at which level.</summary>
public sealed record WorkflowRole(int Index, string Id, string Zh, string En, Performer Performer, Level Level);

/// <summary>The six steps of the closed loop a state belongs to, and the end.</summary>
public enum Stage : byte
{
    /// <summary>上报 and 核实.</summary>
    Report,

    /// <summary>立案.</summary>
    Filing,

    /// <summary>派遣.</summary>
    Dispatch,

    /// <summary>处置.</summary>
    Handling,

    /// <summary>核查.</summary>
    Check,

    /// <summary>结案.</summary>
    Closing,

    /// <summary>已结束: closed, rejected or merged.</summary>
    Ended,
}

/// <summary>What can be done to a case; the words operators, staff and rules share.</summary>
public enum CaseAction : byte
{
    /// <summary>核实属实: the officer found it as reported.</summary>
    Confirm,

    /// <summary>核实不属实: the officer found nothing.</summary>
    Refute,

    /// <summary>立案.</summary>
    File,

    /// <summary>不予立案.</summary>
    Reject,

    /// <summary>派遣 to a department or officer.</summary>
    Dispatch,

    /// <summary>回退: the receiver sends it back as not his.</summary>
    Return,

    /// <summary>批转: the receiver passes it to another department.</summary>
    Transfer,

    /// <summary>延期: more time.</summary>
    Extend,

    /// <summary>挂账: suspended, the clocks pause.</summary>
    Suspend,

    /// <summary>解挂: taken up again.</summary>
    Resume,

    /// <summary>处置完成.</summary>
    Finish,

    /// <summary>自行处置: the officer settles it on the spot.</summary>
    Settle,

    /// <summary>核查通过.</summary>
    Pass,

    /// <summary>返工: the check found it not fixed.</summary>
    Rework,

    /// <summary>结案.</summary>
    Close,

    /// <summary>重新立案: a closed case is opened again.</summary>
    Reopen,

    /// <summary>上报上级: up one level.</summary>
    Escalate,

    /// <summary>督办: urged; raises the priority, moves nothing.</summary>
    Urge,

    /// <summary>并案: joined to another case.</summary>
    Merge,
}

/// <summary>What entering a state does to the whole-case clock (the handling limit promised to the public).</summary>
public enum CaseClockRule : byte
{
    /// <summary>Goes on as it was.</summary>
    Keep,

    /// <summary>Starts, or starts again from zero.</summary>
    Start,

    /// <summary>Stands still until a state with <see cref="Run"/>.</summary>
    Pause,

    /// <summary>Runs on after a pause.</summary>
    Run,

    /// <summary>Stops for good: the case counts as done at this moment.</summary>
    Stop,
}

/// <summary>
/// A state. <paramref name="Role"/> works here (−1: nobody). The stage clock has a fixed <paramref name="Limit"/>, the filing condition's
/// limit (<paramref name="LimitFromCondition"/>) or none. The first move is what usually happens.
/// </summary>
public sealed record WorkflowState(
    int Index, string Id, string Zh, string En, Stage Stage, Level Level, int Role, Limit? Limit, bool LimitFromCondition,
    CaseClockRule CaseClock, WorkflowMove[] Moves, OverdueRule? Overdue)
{
    /// <summary>Whether a case rests here for good.</summary>
    public bool IsFinal => Stage == Stage.Ended;
}

/// <summary>
/// One allowed move: <paramref name="Role"/> does <paramref name="Action"/> and the case goes <paramref name="To"/> another state,
/// for cases of the given <paramref name="Weights"/> (bit per <see cref="Weight"/>; 7 = all),
/// at most <paramref name="AtMost"/> times per case (0 = no limit).
/// </summary>
public sealed record WorkflowMove(CaseAction Action, int Role, int To, int Weights, int AtMost);

/// <summary>When the stage clock has used <paramref name="AtShare"/> of its limit (1 = all of it), the system does <paramref name="Action"/> (Urge or Escalate).</summary>
public sealed record OverdueRule(double AtShare, CaseAction Action);
