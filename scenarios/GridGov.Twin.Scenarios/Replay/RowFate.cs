namespace GridGov.Twin.Scenarios.Replay;

/// <summary>What became of one row of a log; every row has exactly one fate.</summary>
public enum RowFate : byte
{
    /// <summary>受理: it opened a case.</summary>
    Accepted,

    /// <summary>并案: it was joined to an open case, or is the same row as an earlier one.</summary>
    Merged,

    /// <summary>It cannot be used, or is no matter of the catalogue.</summary>
    Rejected,
}

/// <summary>Why a row was rejected.</summary>
public enum RowFault : byte
{
    /// <summary>It was not rejected.</summary>
    None,

    /// <summary>It has more or fewer fields than the head.</summary>
    WrongColumnCount,

    /// <summary>A quote stands where none may.</summary>
    BrokenQuotes,

    /// <summary>Bytes that are no text in the log's encoding.</summary>
    UnknownBytes,

    /// <summary>No time of opening.</summary>
    NoDate,

    /// <summary>A time that is none of the mapping's formats.</summary>
    UnreadableDate,

    /// <summary>Opened before the mapping's first day.</summary>
    BeforeStart,

    /// <summary>Opened after the days that are replayed.</summary>
    AfterEnd,

    /// <summary>Closed before it was opened.</summary>
    ClosesBeforeOpens,

    /// <summary>Opened before the matter began.</summary>
    OpensBeforeHappening,

    /// <summary>The mapping has no kind for it.</summary>
    KindNotMapped,

    /// <summary>No position.</summary>
    NoPosition,

    /// <summary>A position that is no pair of numbers.</summary>
    UnreadablePosition,

    /// <summary>A latitude beyond ±90 or a longitude beyond ±180 degrees.</summary>
    PositionOutOfRange,

    /// <summary>The position 0, 0, which logs write for "unknown".</summary>
    PositionZero,

    /// <summary>A position outside the district.</summary>
    OutsideDistrict,
}
