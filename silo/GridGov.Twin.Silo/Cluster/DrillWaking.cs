using GridGov.Twin.Journal;
using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Silo.Drills;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>
/// Once this silo listens, sees to it that every drill which has not ended lives somewhere: where the whole cluster was down, nobody else would for a
/// while.
/// </summary>
internal sealed partial class DrillWaking(DrillWorlds drills, IHostApplicationLifetime life, ILogger<DrillWaking> log, IWorldPlaces? places = null) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (places is null)
        {
            return;
        }

        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var started = life.ApplicationStarted.Register(listens.SetResult);
        await listens.Task.WaitAsync(stoppingToken);
        foreach (var world in await Task.Run(GoingOn, stoppingToken))
        {
            await Wake(places, world, stoppingToken);
        }
    }

    private string[] GoingOn()
    {
        try
        {
            return [.. drills.GoingOn().Select(drill => drill.World)];
        }
        catch (JournalException fault)
        {
            LogUnread(fault.Message);
            return [];
        }
    }

    private async Task Wake(IWorldPlaces silos, string world, CancellationToken stop)
    {
        try
        {
            await silos.Find(world, stop);
        }
        catch (WorldAwayException away)
        {
            LogAway(world, away.En);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The drills that have not ended cannot be told: {Problem}")]
    private partial void LogUnread(string problem);

    [LoggerMessage(LogLevel.Warning, "Drill {World} does not come up: {Problem}")]
    private partial void LogAway(string world, string problem);
}
