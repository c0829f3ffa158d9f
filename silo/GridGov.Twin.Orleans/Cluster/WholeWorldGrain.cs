using GridGov.Twin.Journal;
using GridGov.Twin.Orleans.Shell;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>A world that lives whole on the silo of this grain. Its key is the world's name.</summary>
internal interface IWholeWorldGrain : IGrainWithStringKey
{
    /// <summary>Where it lives; waits a few seconds for a world that is being brought up.</summary>
    [AlwaysInterleave]
    [ResponseTimeout(WholeWorldGrain.MostSilence)]
    Task<WholeWorldNews> Where();
}

/// <summary>The silo a world lives on, where its API is, and why the world is not up there yet, in both languages; null: it is.</summary>
[GenerateSerializer]
[Immutable]
internal sealed record WholeWorldNews(string Silo, string? Http, string? Zh, string? En);

/// <summary>
/// Keeps a drill's world on one silo of the cluster: brings it up when the grain comes to life there and puts it down when the grain leaves. A drill
/// that has not ended keeps its grain alive, and a reminder wakes it where its silo died. What cannot be brought up is tried again and again.
/// </summary>
[WholeWorldPlacement]
[GrainType("drill")]
internal sealed partial class WholeWorldGrain(IWorldKeeper keeper, DeadWriters dead, ILocalSiloDetails silo, ILogger<WholeWorldGrain> log)
    : Grain, IWholeWorldGrain, IRemindable
{
    /// <summary>A silo that says nothing for so long is taken for gone.</summary>
    public const string MostSilence = "00:00:12";

    private const string Reminder = "keep";
    private const int MostRests = 30;
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastReminder = TimeSpan.FromMinutes(1);
    private TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (string Zh, string En) _problem = ("正在恢复", "it is being brought up");
    private IGrainTimer? _keeping;
    private bool _isReminded;
    private int _failures;
    private int _rests;

    private string World => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Begin();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        var world = World;
        return Task.Run(() => keeper.PutDown(world), CancellationToken.None);
    }

    public async Task<WholeWorldNews> Where()
    {
        LookAgain();
        await Task.WhenAny(_up.Task, Task.Delay(MostWait));
        var (zh, en) = _up.Task.IsCompleted ? default : _problem;
        return new WholeWorldNews(silo.SiloAddress.Endpoint.ToString(), keeper.Http?.ToString(), zh, en);
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    // Of drills that have ended a silo keeps the last few; who asks for one brings it up again.
    private void LookAgain()
    {
        if (_up.Task.IsCompleted && !keeper.Here.Contains(World))
        {
            _up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Begin();
        }
    }

    private void Begin()
    {
        _keeping?.Dispose();
        _keeping = this.RegisterGrainTimer(Keep, new GrainTimerCreationOptions(TimeSpan.Zero, Between) { KeepAlive = true });
    }

    private async Task Keep()
    {
        if (_rests-- > 0)
        {
            return;
        }

        try
        {
            await BringUp();
            await Remember();
            (_failures, _rests) = (0, 0);
        }
        catch (WorldAwayException away)
        {
            Fail(away.Zh, away.En, isForNow: away.InnerException is JournalException);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Fail(fault.Message, fault.Message, isForNow: true);
        }
    }

    // It is tried again after one, two, four seconds and so on; where that cannot help, when somebody asks again.
    private void Fail(string zh, string en, bool isForNow)
    {
        _problem = (zh, en);
        _rests = Math.Min((1 << Math.Min(_failures++, 5)) - 1, MostRests);
        LogFault(World, en);
        if (!isForNow)
        {
            _keeping?.Dispose();
            DeactivateOnIdle();
        }
    }

    // Reading a long journal takes its time, during which others are told so.
    private async Task BringUp()
    {
        if (_up.Task.IsCompleted)
        {
            return;
        }

        var world = World;
        try
        {
            await Task.Run(() => keeper.BringUp(world));
        }
        catch (WorldAwayException held) when (held.InnerException is JournalException { Problem: JournalProblem.InUse })
        {
            if (!await Task.Run(() => dead.End(world)))
            {
                throw;
            }

            LogEnded(world);
            await Task.Run(() => keeper.BringUp(world));
        }

        _up.TrySetResult();
        LogUp(world);
    }

    private async Task Remember()
    {
        if (keeper.HasEnded(World))
        {
            _keeping?.Dispose();
            if (await this.GetReminder(Reminder) is { } reminder)
            {
                await this.UnregisterReminder(reminder);
            }
        }
        else if (!_isReminded)
        {
            await this.RegisterOrUpdateReminder(Reminder, LeastReminder, LeastReminder);
            _isReminded = true;
        }
    }

    [LoggerMessage(LogLevel.Information, "World {World} lives on this silo")]
    private partial void LogUp(string world);

    [LoggerMessage(LogLevel.Warning, "World {World}: the session of a dead silo that held its journal was ended")]
    private partial void LogEnded(string world);

    [LoggerMessage(LogLevel.Warning, "World {World} cannot be brought up just now: {Problem}")]
    private partial void LogFault(string world, string problem);
}
