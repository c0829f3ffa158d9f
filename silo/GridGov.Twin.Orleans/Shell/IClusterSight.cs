namespace GridGov.Twin.Orleans.Shell;

/// <summary>Looks at the whole cluster.</summary>
public interface IClusterSight
{
    /// <summary>The silos there are, the oldest first, the dead left out.</summary>
    Task<IReadOnlyList<SiloView>> Look();
}

/// <summary>One silo as the cluster sees it.</summary>
/// <param name="Address">Where it is, and since which start.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="Status">Active, joining, shutting down and so on.</param>
/// <param name="Since">When it started.</param>
/// <param name="Grains">How many grains live on it, by kind.</param>
/// <param name="Done">What it has done; null where it does not answer.</param>
public sealed record SiloView(string Address, string Name, string Status, DateTimeOffset Since, IReadOnlyDictionary<string, int> Grains, SiloDone? Done);

/// <summary>What one silo has done since it started.</summary>
/// <param name="UpMs">How long it has been up, in milliseconds.</param>
/// <param name="Calls">Calls its grains got.</param>
/// <param name="Turns">Turns it kept.</param>
/// <param name="Commits">Transactions those took.</param>
/// <param name="CommitMs">How long those took altogether, in milliseconds.</param>
/// <param name="Trouble">What keeps it from keeping turns now; null for nothing.</param>
public sealed record SiloDone(long UpMs, long Calls, long Turns, long Commits, double CommitMs, string? Trouble);
