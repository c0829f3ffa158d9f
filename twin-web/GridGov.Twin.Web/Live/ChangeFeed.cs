using GridGov.Twin.Client;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Live;

/// <summary>
/// The changes of worlds for every page of this process: one subscription per world, however many pages show it, kept while somebody does.
/// Followers are called one after the other and must return at once.
/// </summary>
public sealed partial class ChangeFeed(ITwin twin, ILogger<ChangeFeed> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Subscription> _worlds = [];

    /// <summary>Calls <paramref name="tell"/> at every change of the world until the answer is disposed.</summary>
    public IDisposable Follow(string world, Action<ChangeNote> tell)
    {
        lock (_gate)
        {
            if (!_worlds.TryGetValue(world, out var subscription))
            {
                _worlds[world] = subscription = new Subscription();
                _ = Task.Run(() => Listen(world, subscription));
            }

            subscription.Tell += tell;
        }

        return new Following(() => Leave(world, tell));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var subscription in _worlds.Values)
                subscription.Stop.Cancel();
            _worlds.Clear();
        }
    }

    private void Leave(string world, Action<ChangeNote> tell)
    {
        lock (_gate)
        {
            if (!_worlds.TryGetValue(world, out var subscription))
                return;
            subscription.Tell -= tell;
            if (subscription.Tell is not null)
                return;
            _worlds.Remove(world);
            subscription.Stop.Cancel();
        }
    }

    private async Task Listen(string world, Subscription subscription)
    {
        var stop = subscription.Stop.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await foreach (var note in twin.Changes(world, stop))
                    subscription.Tell?.Invoke(note);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost) when (lost is not OutOfMemoryException)
            {
                Lost(log, world, lost.Message);
            }

            await Task.Delay(Patience, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "the changes of world {World} were lost and are asked for again: {Why}")]
    private static partial void Lost(ILogger log, string world, string why);

    private sealed class Subscription
    {
        public CancellationTokenSource Stop { get; } = new();

        public Action<ChangeNote>? Tell { get; set; }
    }

    private sealed class Following(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
