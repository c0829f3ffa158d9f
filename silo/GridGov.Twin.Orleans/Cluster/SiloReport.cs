using GridGov.Twin.Orleans.Shell;
using Orleans;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>What one silo has done since it started.</summary>
/// <param name="UpMs">How long it has been up, in milliseconds.</param>
/// <param name="Calls">Calls its grains got.</param>
/// <param name="Turns">Turns it kept.</param>
/// <param name="Commits">Transactions those took.</param>
/// <param name="CommitMs">How long those took altogether, in milliseconds.</param>
/// <param name="Trouble">What keeps it from keeping turns now; null for nothing.</param>
[GenerateSerializer]
[Immutable]
public sealed record SiloReport(long UpMs, long Calls, long Turns, long Commits, double CommitMs, string? Trouble)
{
    internal SiloDone Done => new(UpMs, Calls, Turns, Commits, CommitMs, Trouble);
}

/// <summary>Tells of the silo it is on.</summary>
internal interface ISiloReportGrain : IGrainWithStringKey
{
    Task<SiloReport> Tell();

    Task<SiloWhole> Whole();
}

/// <summary>Where a silo's API is, null before it listens, and the worlds that live whole on it.</summary>
[GenerateSerializer]
[Immutable]
internal sealed record SiloWhole(string? Http, string[] Worlds);

[SiloPlacement]
[GrainType("siloreport")]
internal sealed class SiloReportGrain(Homes homes, CallCount calls, IWorldKeeper? keeper = null) : Grain, ISiloReportGrain
{
    public Task<SiloWhole> Whole() => Task.FromResult(new SiloWhole(keeper?.Http?.ToString(), [.. keeper?.Here ?? []]));

    public Task<SiloReport> Tell()
    {
        WorldHome[] here = [.. homes.All];
        var done = here.Select(home => home.Keeper.Done).ToArray();
        return Task.FromResult(new SiloReport(
            (long)(DateTimeOffset.UtcNow - System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime()).TotalMilliseconds, calls.Calls,
            done.Sum(one => one.Turns), done.Sum(one => one.Commits), done.Sum(one => one.Took.TotalMilliseconds),
            here.Select(home => home.Keeper.Trouble).FirstOrDefault(trouble => trouble is not null)));
    }
}
