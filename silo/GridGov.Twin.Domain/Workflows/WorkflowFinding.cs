using GridGov.Twin.Domain.Catalogue;

namespace GridGov.Twin.Domain.Workflows;

/// <summary>What can be wrong with a workflow.</summary>
public enum FindingKind : byte
{
    /// <summary>There is no state at all.</summary>
    NoStates,

    /// <summary>A new case would begin at an end.</summary>
    StartIsFinal,

    /// <summary>Two states or two roles share an id.</summary>
    DuplicateId,

    /// <summary>A state or role does not carry its own place as index.</summary>
    WrongIndex,

    /// <summary>A move leads to a state that does not exist.</summary>
    NoSuchState,

    /// <summary>A state or move names a role that does not exist.</summary>
    NoSuchRole,

    /// <summary>A move is for cases of no weight, or of weights that do not exist.</summary>
    NoSuchWeight,

    /// <summary>A move's bound lies outside 0–255.</summary>
    WrongBound,

    /// <summary>An urge move leads to another state than its own.</summary>
    UrgeMoves,

    /// <summary>A stage clock's limit is below 1, or given twice.</summary>
    WrongLimit,

    /// <summary>An overdue rule neither urges nor escalates, or applies at no share of the limit, or where no stage clock runs.</summary>
    WrongOverdueRule,

    /// <summary>An overdue rule escalates where the system has no such move.</summary>
    NoEscalateMove,

    /// <summary>No case ever comes to a state.</summary>
    Unreachable,

    /// <summary>A case can come to a state, not an end, where no move is open to anyone.</summary>
    DeadEnd,

    /// <summary>A case can come to where moves are open for ever but none of them leads to an end.</summary>
    NoWayToAnEnd,

    /// <summary>Soundness could not be proved because there are too many orders in which bounded moves can be made.</summary>
    Unproved,

    /// <summary>A case can go round and round without any bound.</summary>
    EndlessBounce,

    /// <summary>A case can end while its clock runs or is paused.</summary>
    ClockNeverStopped,

    /// <summary>A state pauses, runs or stops a clock that was not started, or pauses or runs one that is stopped.</summary>
    ClockNotStarted,

    /// <summary>A state pauses the clock and nothing that can follow runs it again.</summary>
    PausedForGood,

    /// <summary>A stage clock runs where nobody works and nothing can be done.</summary>
    IdleStageClock,

    /// <summary>A role has no move anywhere a case can come.</summary>
    RoleWithoutMove,

    /// <summary>A role that officers, a desk or a department perform works in no state.</summary>
    RoleWithoutWork,
}

/// <summary>One step of a trace: the action, none for the first, and the state the case is in afterwards.</summary>
public sealed record TraceStep(CaseAction? Action, string State);

/// <summary>
/// One thing wrong with a workflow, as a sentence in Chinese and in English. <paramref name="Weights"/> are the cases it can happen to (empty
/// where it does not depend on a case) and <paramref name="Trace"/> is the shortest way for a case of the first of them to get there from the
/// start (empty where no case is needed, or none can get there).
/// </summary>
public sealed record WorkflowFinding(FindingKind Kind, Weight[] Weights, TraceStep[] Trace, string Zh, string En)
{
    /// <summary>The English sentence, the weights unless all, and the trace: <c>… Trace: reported –confirm→ filing.</c></summary>
    public override string ToString()
    {
        var weights = Weights.Length is 0 or 3 ? "" : $" ({string.Join(", ", Weights.Select(weight => weight.En()))} cases only)";
        return Trace.Length == 0 ? $"{En}{weights}." : $"{En}{weights}. Trace: {string.Concat(Trace.Select(Arrow))}.";
    }

    /// <summary>The Chinese sentence, the weights unless all, and the trace.</summary>
    public string InChinese()
    {
        var weights = Weights.Length is 0 or 3 ? "" : $"（仅限{string.Join("、", Weights.Select(weight => weight.Zh()))}）";
        return Trace.Length == 0 ? $"{Zh}{weights}" : $"{Zh}{weights}。路径：{string.Concat(Trace.Select(ArrowInChinese))}";
    }

    private static string ArrowInChinese(TraceStep step) => step.Action is { } action ? $" –{action.Zh()}→ {step.State}" : step.State;

    private static string Arrow(TraceStep step) => step.Action is { } action ? $" –{action.En()}→ {step.State}" : step.State;
}
