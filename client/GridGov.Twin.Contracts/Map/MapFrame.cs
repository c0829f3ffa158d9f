namespace GridGov.Twin.Contracts.Map;

/// <summary>What kind of frame it is; the bits of one byte on the wire.</summary>
[Flags]
public enum FrameFlags : byte
{
    /// <summary>A delta: what changed since the frame before it in the same area.</summary>
    None = 0,

    /// <summary>Everything there is in the area: it replaces what the viewer knows.</summary>
    Key = 1,

    /// <summary>Too much to show singly: cells only.</summary>
    Aggregate = 2,

    /// <summary>The viewer was too slow, and frames were left out before this one.</summary>
    Lagged = 4,

    /// <summary>The body is deflated (RFC 1951).</summary>
    Deflated = 8,

    /// <summary>The head tells the world's clock. Where it does not, the clock that was told last runs on, and times are told by their distance from it.</summary>
    Clock = 16,
}

/// <summary>
/// The head of a frame: its number in its area, which counts on from 255 to 0, and the world's clock as it was told last. <paramref name="NowMs"/> is
/// world time, true at <paramref name="WallMs"/> (Unix milliseconds); <paramref name="Speed"/> is world time per wall time, 0 paused, infinity as
/// fast as possible.
/// </summary>
public readonly record struct FrameHead(FrameFlags Flags, byte Sequence, long NowMs, float Speed, long WallMs);

/// <summary>A cell's load: open and overdue cases, officers on duty in it and alarms; 255 means that or more.</summary>
public readonly record struct CellLoad(int Cell, byte Open, byte Overdue, byte Officers, byte Alarms);

/// <summary>
/// An officer's leg: what he is doing (0 off, 1 waiting, 2 patrolling, 3 looking, 4 going, 5 working), when he set out and arrives (world
/// milliseconds) and the street nodes of his way; one node where he stands.
/// </summary>
public sealed record OfficerLeg(int Officer, byte Doing, long DepartMs, long ArriveMs, int[] Path);

/// <summary>
/// A case's pin: stage (0 report to 5 closing, 6 ended), weight in bits 0–1 and urged in bit 2 of the marks, filing condition, cell, place in
/// decimetres from the anchor, and when it is due (world milliseconds; 0 while that clock stands).
/// </summary>
public readonly record struct CasePin(long Case, byte Stage, byte Marks, int Kind, int Cell, int EastDm, int NorthDm, long DueMs);

/// <summary>A thing's state bits: a device's (alarm, broken, silenced) or a building's failed utilities (water, power, gas, heat).</summary>
public readonly record struct StateMark(int Index, byte State);

/// <summary>What alone is new of a pin the viewer knows: its stage, or its marks.</summary>
public readonly record struct CasePart(long Case, byte Value);

/// <summary>When a case the viewer knows is due now (world milliseconds; 0 while that clock stands).</summary>
public readonly record struct CaseDue(long Case, long DueMs);

/// <summary>What alone is new of a cell the viewer knows: one of its counts; 255 means that or more.</summary>
public readonly record struct CellCount(int Cell, byte Count);

/// <summary>What one frame of the map stream says, in ascending order of the things' numbers.</summary>
public sealed record MapFrame(FrameHead Head)
{
    /// <summary>Loads of cells.</summary>
    public IReadOnlyList<CellLoad> Cells { get; init; } = [];

    /// <summary>Officers.</summary>
    public IReadOnlyList<OfficerLeg> Officers { get; init; } = [];

    /// <summary>Open cases.</summary>
    public IReadOnlyList<CasePin> Cases { get; init; } = [];

    /// <summary>Devices whose state is or was not 0.</summary>
    public IReadOnlyList<StateMark> Devices { get; init; } = [];

    /// <summary>Buildings whose state is or was not 0.</summary>
    public IReadOnlyList<StateMark> Buildings { get; init; } = [];

    /// <summary>Cases that ended or left the area.</summary>
    public IReadOnlyList<long> CasesGone { get; init; } = [];

    /// <summary>Officers that left the area.</summary>
    public IReadOnlyList<long> OfficersGone { get; init; } = [];

    /// <summary>New stages of cases whose pins stay as they are else.</summary>
    public IReadOnlyList<CasePart> CaseStages { get; init; } = [];

    /// <summary>New marks of such cases.</summary>
    public IReadOnlyList<CasePart> CaseMarks { get; init; } = [];

    /// <summary>New due times of such cases.</summary>
    public IReadOnlyList<CaseDue> CaseDues { get; init; } = [];

    /// <summary>New counts of open cases, in cells that stay as they are else.</summary>
    public IReadOnlyList<CellCount> CellsOpen { get; init; } = [];

    /// <summary>New counts of overdue cases.</summary>
    public IReadOnlyList<CellCount> CellsOverdue { get; init; } = [];

    /// <summary>New counts of officers on duty.</summary>
    public IReadOnlyList<CellCount> CellsOfficers { get; init; } = [];

    /// <summary>New counts of alarms.</summary>
    public IReadOnlyList<CellCount> CellsAlarms { get; init; } = [];
}
