using GridGov.Twin.Orleans.Shell;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>The one place of a world in the cluster where its clock is served: who conducts it, and who hands out again what was lost.</summary>
internal interface IWorldGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that the world is served; every silo asks now and then.</summary>
    [AlwaysInterleave]
    Task Beat();
}

/// <summary>
/// Serves a world's clock. It is woken by every silo's beat, and by a reminder where all silos were gone. Two of it at once, for a moment after
/// a silo was cut off, do no harm: a message is handled once, whoever hands it out.
/// </summary>
[GrainType("world")]
internal sealed partial class WorldGrain(Homes homes, ISiloStatusOracle silos, ILogger<WorldGrain> log) : Grain, IWorldGrain, IRemindable
{
    private const string Reminder = "serve";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ConductsFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastReminder = TimeSpan.FromMinutes(1);
    private Waker _waker = null!;
    private Conductor _conductor = null!;
    private WorldHome _home = null!;
    private HashSet<SiloAddress> _silos = [];
    private long _passed;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _home = await homes.Of(this.GetPrimaryKeyString());
        (_waker, _conductor) = (new Waker(_home), new Conductor(_home));
        this.RegisterGrainTimer(Serve, new GrainTimerCreationOptions(TimeSpan.Zero, Between) { KeepAlive = true });
        await this.RegisterOrUpdateReminder(Reminder, LeastReminder, LeastReminder, cancellationToken);
    }

    public Task Beat() => Task.CompletedTask;

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    private async Task Serve()
    {
        try
        {
            if (_home.Clock.Time.IsConducted)
            {
                await _conductor.Conduct(ConductsFor);
                _waker.LookAhead();
            }
            else if (_home.Wall.GetElapsedTime(_passed) >= BetweenPasses)
            {
                LookRound();
                await _waker.Pass();
                _passed = _home.Wall.GetTimestamp();
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Tried again at the next tick: the database or a silo may be away.
            LogFault(_home.World, fault.Message);
        }
    }

    private void LookRound()
    {
        HashSet<SiloAddress> now = [.. silos.GetApproximateSiloStatuses(onlyActive: true).Keys];
        if (!now.SetEquals(_silos))
        {
            _waker.LookAhead();
            _silos = now;
        }
    }

    [LoggerMessage(LogLevel.Warning, "World {World} could not be served for a moment: {Problem}")]
    private partial void LogFault(string world, string problem);
}
