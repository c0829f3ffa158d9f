namespace GridGov.Twin.Contracts.Map;

/// <summary>The numbers of the frame format. Sections of unknown kinds are skipped, so new ones may be added.</summary>
internal static class FrameFormat
{
    /// <summary>The upper three bits of the first byte; the lower five are the flags.</summary>
    public const byte Version = 3;

    /// <summary>How many bits of the first byte are flags.</summary>
    public const int FlagBits = 5;

    /// <summary>How many bits of a section's tag are its kind; those above count its things.</summary>
    public const int KindBits = 5;

    public const byte Cells = 1;
    public const byte Officers = 2;
    public const byte Cases = 3;
    public const byte Devices = 4;
    public const byte Buildings = 5;
    public const byte CasesGone = 6;
    public const byte OfficersGone = 7;
    public const byte CaseStages = 8;
    public const byte CaseMarks = 9;
    public const byte CaseDues = 10;
    public const byte CellsOpen = 11;
    public const byte CellsOverdue = 12;
    public const byte CellsOfficers = 13;
    public const byte CellsAlarms = 14;

    /// <summary>The highest kind that is known.</summary>
    public const byte Last = CellsAlarms;

    /// <summary>
    /// Added to the kind where each thing's one byte, below 8, stands in the lowest three bits of the number that leads to it, and not in a column:
    /// shorter where things are few, for then nothing is deflated.
    /// </summary>
    public const byte Joined = 16;

    /// <summary>How many bits of a joined number are the byte.</summary>
    public const int JoinedBits = 3;

    /// <summary>So many things or more are not joined.</summary>
    public const int ManyThings = 16;
}
