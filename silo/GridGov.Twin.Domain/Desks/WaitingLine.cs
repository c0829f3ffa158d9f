using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Desks;

/// <summary>A job that waits at a desk.</summary>
public struct WaitingJob
{
    /// <summary>Who wants it done.</summary>
    public GrainId Item;

    /// <summary>The hands-on time it will take.</summary>
    public Duration Work;

    /// <summary>When it came.</summary>
    public Instant Since;

    /// <summary>The how-manieth job of the desk it is.</summary>
    public long Arrival;

    /// <summary>The loss of patience, if it has any.</summary>
    public TimerId Patience;

    /// <summary>The item's own number for it.</summary>
    public int Ticket;

    /// <summary>Lower goes first.</summary>
    public short Priority;

    /// <summary>Whether the item is told of the end.</summary>
    public short Answer;
}

/// <summary>Who waits: a binary heap in the order of priority, then arrival.</summary>
public sealed class WaitingLine
{
    private WaitingJob[] _jobs = new WaitingJob[4];

    /// <summary>How many wait.</summary>
    public int Count { get; private set; }

    /// <summary>Those who wait, in no particular order.</summary>
    public ReadOnlySpan<WaitingJob> Jobs => _jobs.AsSpan(0, Count);

    /// <summary>Adds a job.</summary>
    public void Add(in WaitingJob job)
    {
        if (Count == _jobs.Length)
        {
            Array.Resize(ref _jobs, Count * 2);
        }

        _jobs[Count++] = job;
        Rise(Count - 1);
    }

    /// <summary>Draws anew how long each job will take.</summary>
    internal void DrawAnew(Func<WaitingJob, Duration> work)
    {
        foreach (ref var job in _jobs.AsSpan(0, Count))
        {
            job.Work = work(job);
        }
    }

    /// <summary>Takes the job that is next. The line is not empty.</summary>
    public WaitingJob Take() => RemoveAt(0);

    /// <summary>The arrival number of an item's job, or null if none of that ticket waits.</summary>
    public long? Find(GrainId item, long ticket)
    {
        foreach (ref readonly var job in Jobs)
        {
            if (job.Item == item && job.Ticket == ticket)
            {
                return job.Arrival;
            }
        }

        return null;
    }

    /// <summary>Takes the job that came as the <paramref name="arrival"/>-th, if it still waits.</summary>
    public bool TryRemove(long arrival, out WaitingJob job)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_jobs[i].Arrival == arrival)
            {
                job = RemoveAt(i);
                return true;
            }
        }

        job = default;
        return false;
    }

    /// <summary>Writes the line, next first.</summary>
    public void Write(SnapshotWriter writer)
    {
        // Sorted, so that two lines with the same jobs have the same bytes; a sorted array is a heap.
        Array.Sort(_jobs, 0, Count, Comparer<WaitingJob>.Create((a, b) => Before(a, b) ? -1 : Before(b, a) ? 1 : 0));
        writer.Row<WaitingJob>(Jobs);
    }

    /// <summary>Reads the line back.</summary>
    public void Read(SnapshotReader reader)
    {
        var jobs = reader.Row<WaitingJob>();
        Count = jobs.Length;
        _jobs = jobs.Length == 0 ? new WaitingJob[4] : jobs;
    }

    private WaitingJob RemoveAt(int index)
    {
        var job = _jobs[index];
        Count--;
        if (index < Count)
        {
            _jobs[index] = _jobs[Count];
            Rise(index);
            Sink(index);
        }

        return job;
    }

    private void Rise(int index)
    {
        while (index > 0 && Before(_jobs[index], _jobs[(index - 1) / 2]))
        {
            (_jobs[index], _jobs[(index - 1) / 2]) = (_jobs[(index - 1) / 2], _jobs[index]);
            index = (index - 1) / 2;
        }
    }

    private void Sink(int index)
    {
        while (true)
        {
            var first = index;
            for (var child = (2 * index) + 1; child <= (2 * index) + 2 && child < Count; child++)
            {
                first = Before(_jobs[child], _jobs[first]) ? child : first;
            }

            if (first == index)
            {
                return;
            }

            (_jobs[index], _jobs[first]) = (_jobs[first], _jobs[index]);
            index = first;
        }
    }

    private static bool Before(in WaitingJob left, in WaitingJob right) =>
        left.Priority != right.Priority ? left.Priority < right.Priority : left.Arrival < right.Arrival;
}
