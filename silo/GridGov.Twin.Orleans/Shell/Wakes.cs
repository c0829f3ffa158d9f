using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// One silo's alarm clock for its grains: one list for all of them, read by the world's clock, so that a change of pace needs no timer to be set
/// anew. Forgets everything with its silo: the messages are in the journal. Safe for use by several threads.
/// </summary>
public sealed class Wakes : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(2);
    private readonly string _world;
    private readonly IGrainDoor _door;
    private readonly SharedClock _clock;
    private readonly PriorityQueue<GrainId, long> _list = new();
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;

    internal Wakes(string world, IGrainDoor door, SharedClock clock)
    {
        (_world, _door, _clock) = (world, door, clock);
        _thread = new Thread(Live) { Name = $"wakes of {world}", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Wakes a grain once the world has passed a moment.</summary>
    public void At(Instant due, GrainId grain)
    {
        lock (_gate)
        {
            _list.Enqueue(grain, due.Milliseconds);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Live()
    {
        while (!_stop.Wait(UntilNext()))
        {
            foreach (var grain in Due())
            {
                // Not waited for, so that no grain keeps the others waiting; one that does not hear it is found by the waker.
                _ = Wake(grain);
            }
        }
    }

    private async Task Wake(GrainId grain)
    {
        try
        {
            await _door.Wake(_world, grain).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Its silo may be gone; what it waits for is under way in the journal, where the waker finds it.
        }
    }

    private TimeSpan UntilNext()
    {
        lock (_gate)
        {
            if (!_list.TryPeek(out _, out var dueMs) || _clock.Until(new Instant(dueMs)) is not { } wait)
            {
                return Longest;
            }

            return wait < Shortest ? Shortest : wait > Longest ? Longest : wait;
        }
    }

    private HashSet<GrainId> Due()
    {
        var due = new HashSet<GrainId>();
        lock (_gate)
        {
            while (_list.TryPeek(out var grain, out var dueMs) && _clock.IsDue(new Instant(dueMs)))
            {
                _list.Dequeue();
                due.Add(grain);
            }
        }

        return due;
    }
}
