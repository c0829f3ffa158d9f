namespace GridGov.Twin.Silo.Worlds;

/// <summary>How much a live world takes on at once, and how long it waits.</summary>
public sealed record LiveWorldLimits
{
    /// <summary>How many inputs may wait at the door.</summary>
    public int DoorInputs { get; init; } = 50_000;

    /// <summary>How many reads of grains may wait.</summary>
    public int WaitingReads { get; init; } = 1_000;

    /// <summary>The most inputs that enter in one turn.</summary>
    public int TurnInputs { get; init; } = 20_000;

    /// <summary>The wall time one turn should take at most, in milliseconds; slices are cut to fit.</summary>
    public double TurnMs { get; init; } = 40;

    /// <summary>How often a world that nobody hurries takes a turn, in milliseconds of wall time.</summary>
    public double TickMs { get; init; } = 50;

    /// <summary>How long an answer may take before the caller is told to ask again.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a world waits at first before it tries again to write a journal that could not be written; doubled up to thirty times that.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How many events are told between two snapshots at most.</summary>
    public long SnapshotEvents { get; init; } = 500_000;

    /// <summary>How long a world with news goes without a snapshot at most.</summary>
    public TimeSpan SnapshotEvery { get; init; } = TimeSpan.FromMinutes(5);
}
