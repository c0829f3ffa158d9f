using GridGov.Twin.Orleans.Shell;

namespace GridGov.Twin.Silo.Planning;

/// <summary>The places of a cluster that an experiment runs on, each given to one thread at a time. Silos may come and go. Safe for use by several threads.</summary>
internal sealed class PlacePool
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);
    private readonly IRunPlaces _places;
    private readonly TimeProvider _wall;
    private readonly object _gate = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);
    private IReadOnlyList<string> _known = [];
    private long _lookedAt;
    private bool _looks;

    /// <summary>A pool of the places there are now.</summary>
    public PlacePool(IRunPlaces places, TimeProvider wall)
    {
        (_places, _wall) = (places, wall);
        Look();
    }

    /// <summary>How many places are known.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _known.Count;
            }
        }
    }

    /// <summary>Waits for a free place; null when <paramref name="stop"/> was asked for before.</summary>
    public string? Take(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            lock (_gate)
            {
                if (_known.FirstOrDefault(one => !_taken.Contains(one) && !_lost.Contains(one)) is { } free)
                {
                    _taken.Add(free);
                    return free;
                }

                Monitor.Wait(_gate, Wait);
            }

            LookAgain();
        }

        return null;
    }

    /// <summary>Gives a place back; one that was lost is not given out again before its silo has been seen.</summary>
    public void GiveBack(string place, bool isLost)
    {
        lock (_gate)
        {
            _taken.Remove(place);
            if (isLost)
            {
                _lost.Add(place);
            }

            Monitor.Pulse(_gate);
        }
    }

    private void LookAgain()
    {
        lock (_gate)
        {
            if (_looks || _wall.GetElapsedTime(_lookedAt) < BetweenLooks)
            {
                return;
            }

            _looks = true;
        }

        Look();
    }

    private void Look()
    {
        var seen = _known;
        try
        {
            seen = _places.All().GetAwaiter().GetResult();
        }
        finally
        {
            lock (_gate)
            {
                _known = seen;
                _lost.Clear();
                (_looks, _lookedAt) = (false, _wall.GetTimestamp());
                Monitor.PulseAll(_gate);
            }
        }
    }
}
