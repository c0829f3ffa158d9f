namespace GridGov.Twin.Domain.Incidents;

/// <summary>
/// The key of an incident's chance, and the keys of the cases opened for it: 8 bits how many cases were given up before, 16 bits cell,
/// 40 bits which incident of the cell. It counts incidents of the cell, not of the world, so another cell's leave this one's chance alone.
/// </summary>
public static class IncidentKey
{
    private const int CellShift = 40;
    private const int GivenUpShift = 56;
    private const int NoCell = 0xFFFF;
    private const int ExerciseCell = 0xFFFE;
    private const int InjectShift = 16;
    private const ulong Counted = (1UL << CellShift) - 1;

    /// <summary>The key of the <paramref name="nth"/> incident of a cell.</summary>
    public static ulong Of(int cell, long nth) => ((ulong)cell << CellShift) | (ulong)nth;

    /// <summary>
    /// The key of what the <paramref name="sequence"/>-th input from outside reports (0 to 2^40 − 1): as if of a cell that no city has.
    /// </summary>
    public static ulong OfInput(long sequence) => Of(NoCell, sequence);

    /// <summary>The input that brought what a key is of; null where none did.</summary>
    public static long? InputOf(ulong key) => CellOf(key) == NoCell ? (long)(key & Counted) : null;

    /// <summary>The key of the <paramref name="nth"/> incident of an exercise's inject: as if of another cell that no city has.</summary>
    public static ulong OfInject(int inject, int nth) => Of(ExerciseCell, ((long)inject << InjectShift) | (long)nth);

    /// <summary>The inject that brought what a key is of; null where none did.</summary>
    public static int? InjectOf(ulong key) => CellOf(key) == ExerciseCell ? (int)((key & Counted) >> InjectShift) : null;

    /// <summary>The key of an incident's next case: else what one acceptor rejected, all would reject.</summary>
    public static ulong OfCase(ulong incident, int givenUp) => incident + ((ulong)givenUp << GivenUpShift);

    /// <summary>The key of the incident a case was opened for.</summary>
    public static ulong Of(ulong caseKey) => caseKey & ((1UL << GivenUpShift) - 1);

    private static int CellOf(ulong key) => (int)(Of(key) >> CellShift);
}
