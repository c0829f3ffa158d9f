using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Exercises;

/// <summary>To the exercise, from itself: an inject's time has come.</summary>
public readonly record struct InjectFallsDue(long Inject) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1101;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the exercise, from itself: the time of an expected action is up.</summary>
public readonly record struct ActionFallsDue(long Expected) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1102;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the exercise, from itself: EndEx.</summary>
public readonly record struct TimeIsUp : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1103;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the exercise, from a cell: a report with this key opened a case or joined one.</summary>
public readonly record struct ReportHeard(ulong Key, GrainId Case, int What, int Cell, long Channel) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1104;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// To the exercise, from a case: it was moved, urged or merged. <paramref name="Reference"/> is that of the person's <see cref="Cases.Act"/>, −1
/// where staff did it; <paramref name="Department"/> is whom the case is with.
/// </summary>
public readonly record struct ActHeard(GrainId Case, long Reference, int Department, short Role, CaseAction Action, byte Reserved) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1105;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the exercise, from a case: it was merged into another.</summary>
public readonly record struct MergeHeard(GrainId Case, GrainId Into) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1106;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the exercise, from a case or an officer: a person sent an officer.</summary>
public readonly record struct SendingHeard(long Reference, GrainId To) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1107;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// To the exercise, from a controller: deliver an inject now. Like every order to it, answered at the same instant by one
/// <see cref="OrderObeyed"/> or <see cref="OrderRefused"/> with the same <paramref name="Reference"/>.
/// </summary>
public readonly record struct DeliverInject(long Reference, long Inject) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1111;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the exercise, from a controller: do not deliver an inject.</summary>
public readonly record struct SkipInject(long Reference, long Inject) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1112;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the exercise, from an evaluator: what became of an expected action, whatever was counted before.</summary>
public readonly record struct JudgeAction(long Reference, int Expected, Standing As) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1113;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the exercise, from an evaluator: how well an objective was reached.</summary>
public readonly record struct RateObjective(long Reference, int Objective, Rating Rating) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1114;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the exercise, from a controller: EndEx now.</summary>
public readonly record struct EndExercise(long Reference) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1115;

    static ushort IBody.Kind => Kind;
}

/// <summary>To the exercise, from anybody who takes part: a note was made; its words stand in the audit log.</summary>
public readonly record struct TakeNote(long Reference) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1116;

    static ushort IBody.Kind => Kind;
}
