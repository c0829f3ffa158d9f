using GridGov.Twin.Orleans.Shell;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>Every silo's beat: sees to it that each of its worlds is served somewhere, and follows their clocks.</summary>
internal sealed partial class Beats(Homes homes, IGrainFactory grains, TimeProvider wall, ILogger<Beats> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private readonly HashSet<WorldHome> _followed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, wall);
        do
        {
            foreach (var home in homes.All)
            {
                Follow(home, stoppingToken);
                await Beat(home.World);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Follow(WorldHome home, CancellationToken stop)
    {
        if (_followed.Add(home))
        {
            new Thread(() => home.FollowClock(stop)) { Name = $"clock of {home.World}", IsBackground = true }.Start();
        }
    }

    private async Task Beat(string world)
    {
        try
        {
            await grains.GetGrain<IWorldGrain>(world).Beat();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFault(world, fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "World {World} is not served at this moment: {Problem}")]
    private partial void LogFault(string world, string problem);
}
