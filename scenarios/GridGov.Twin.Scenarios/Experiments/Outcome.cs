namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>What one replication, or one batch of a long one, gave. Depends on the variant and the seed alone.</summary>
/// <param name="Seed">The world's seed.</param>
/// <param name="Values">What was measured, by the measure's machine name; null where there was nothing to measure.</param>
/// <param name="Curves">The <see cref="HourCurves"/>: for each, the mean of each hour of the day over the counted time.</param>
/// <param name="Backlog">The mean number of open cases in each hour of the run, warm-up included, or of the batch.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Messages">Messages handled.</param>
/// <param name="Hash">The hash of the run, as <c>gridgov run</c> prints it.</param>
public sealed record Outcome(
    ulong Seed, IReadOnlyDictionary<string, double?> Values, double[][] Curves, float[] Backlog, CellCounts Cells, long Messages, string Hash);

/// <summary>What was counted in each cell, by its index in the city.</summary>
/// <param name="Closed">Cases closed.</param>
/// <param name="OnTime">Of those, closed before their deadline.</param>
/// <param name="Tasks">Ways officers went to a task there.</param>
/// <param name="WayM">The length of those ways together, in metres.</param>
public sealed record CellCounts(int[] Closed, int[] OnTime, int[] Tasks, long[] WayM)
{
    /// <summary>Nothing counted yet in so many cells.</summary>
    internal static CellCounts Empty(int cells) => new(new int[cells], new int[cells], new int[cells], new long[cells]);

    /// <summary>Adds what another counted in the same cells.</summary>
    internal void Add(CellCounts other)
    {
        for (var cell = 0; cell < Closed.Length; cell++)
        {
            Closed[cell] += other.Closed[cell];
            OnTime[cell] += other.OnTime[cell];
            Tasks[cell] += other.Tasks[cell];
            WayM[cell] += other.WayM[cell];
        }
    }
}

/// <summary>What is drawn over the hours of the day.</summary>
public static class HourCurves
{
    /// <summary>Cases opened per hour.</summary>
    public const int Opened = 0;

    /// <summary>Cases that ended per hour.</summary>
    public const int Ended = 1;

    /// <summary>Cases open.</summary>
    public const int Backlog = 2;

    /// <summary>Officers on duty.</summary>
    public const int OnDuty = 3;

    /// <summary>Officers at a task.</summary>
    public const int AtTask = 4;

    /// <summary>How many curves there are.</summary>
    public const int Count = 5;

    /// <summary>The curves' machine names and names for people, in order.</summary>
    public static IReadOnlyList<(string Id, string Zh, string En)> Names { get; } =
    [
        ("opened", "新开案件（件/小时）", "cases opened per hour"),
        ("ended", "办结案件（件/小时）", "cases ended per hour"),
        ("backlog", "在办案件", "open cases"),
        ("on-duty", "在岗网格员", "officers on duty"),
        ("at-task", "执行任务网格员", "officers at a task"),
    ];
}
