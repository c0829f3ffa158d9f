using GridGov.Twin.Orleans.Shell;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>
/// The Orleans side of a grain of a district: nothing but the way to its <see cref="GrainShell"/>. One class for each kind, so that an operator
/// sees how many there are of each, and so that each kind is collected at its own age.
/// </summary>
[HomePlacement]
internal abstract partial class GridGrain(IPersistentState<KeptGrain> kept, Homes homes, ILogger log) : Grain, IGridGrain, IDisposable
{
    // A grain that has something to do before long stays where it is.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);
    private GrainShell? _shell;
    private WorldHome _home = null!;
    private Task _work = Task.CompletedTask;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var (world, self) = GridKey.Read(this.GetGrainId());
        _home = await homes.Of(world);
        _shell = new GrainShell(self, _home, new StateShelf(kept));
        await _shell.Load();
        Begin();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        try
        {
            // With the database away neither would end.
            await _work.WaitAsync(cancellationToken);
            await _shell!.KeepState().WaitAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A state is a shortcut; the turns are in the journal.
            LogUnkept(_shell!.Self.ToString(), fault);
        }
    }

    public void Dispose() => _shell?.Dispose();

    public Task Take(byte[] messages)
    {
        _shell!.Take(MessageBytes.Read(messages));
        Begin();
        return Task.CompletedTask;
    }

    public Task Wake()
    {
        Begin();
        return Task.CompletedTask;
    }

    public async Task<byte[]> Handle(byte[] message) => MessageBytes.Of(await _shell!.HandleNow(MessageBytes.Read(message)[0]));

    // One at a time: whoever comes while it works is seen by it.
    private void Begin()
    {
        if (_work.IsCompleted)
        {
            _work = Work();
        }
    }

    private async Task Work()
    {
        try
        {
            await _shell!.Work();
            if (_home.Clock.Until(_shell!.NextDue) < Soon)
            {
                DelayDeactivation(Soon);
            }
        }
        catch (OperationCanceledException)
        {
            // The silo stops; what was not done is under way in the journal.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFailed(_shell!.Self.ToString(), fault);
            DeactivateOnIdle();
        }
    }

    [LoggerMessage(LogLevel.Error, "Grain {Grain} could not go on and is loaded anew")]
    private partial void LogFailed(string grain, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Grain {Grain} could not keep its state; its next start takes longer")]
    private partial void LogUnkept(string grain, Exception fault);
}
