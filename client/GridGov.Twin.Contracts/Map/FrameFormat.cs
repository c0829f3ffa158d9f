namespace GridGov.Twin.Contracts.Map;

/// <summary>The numbers of the frame format. Sections of unknown kinds are skipped, so new ones may be added.</summary>
internal static class FrameFormat
{
    public const byte Version = 1;

    /// <summary>Bytes of the head, which is never deflated.</summary>
    public const int HeadBytes = 32;

    public const byte Cells = 1;
    public const byte Officers = 2;
    public const byte Cases = 3;
    public const byte Devices = 4;
    public const byte Buildings = 5;
    public const byte CasesGone = 6;
    public const byte OfficersGone = 7;
}
