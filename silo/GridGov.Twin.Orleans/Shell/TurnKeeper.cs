using System.Collections.Concurrent;
using System.Diagnostics;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// Keeps the turns of a silo's grains in the journal, those that come at once in one transaction. While the database is away they wait, and are
/// tried again. Safe for use by several threads.
/// </summary>
public sealed class TurnKeeper : IDisposable
{
    private const int MostAtOnce = 512;
    private const int FirstWaitMs = 50;
    private const int LongestWaitMs = 2_000;
    private readonly ITurnJournal _journal;
    private readonly BlockingCollection<(GrainTurn Turn, TaskCompletionSource<TurnFate> Done)> _waiting = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;
    private long _kept;
    private long _commits;
    private long _ticks;

    /// <summary>A keeper for one world's journal.</summary>
    public TurnKeeper(ITurnJournal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        _journal = journal;
        _thread = new Thread(Live) { Name = $"turns of {journal.Genesis.World}", IsBackground = true };
        _thread.Start();
    }

    /// <summary>What keeps the database from taking turns now; null for nothing.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Turns kept so far, the transactions they took, and the time those took.</summary>
    public (long Turns, long Commits, TimeSpan Took) Done => (Volatile.Read(ref _kept), Volatile.Read(ref _commits), Stopwatch.GetElapsedTime(0, Volatile.Read(ref _ticks)));

    /// <summary>Keeps a turn; done when it is durable, or cannot be.</summary>
    /// <exception cref="OperationCanceledException">The silo stops.</exception>
    public Task<TurnFate> Keep(GrainTurn turn)
    {
        var done = new TaskCompletionSource<TurnFate>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _waiting.Add((turn, done));
        }
        catch (InvalidOperationException)
        {
            done.TrySetCanceled();
        }

        return done.Task;
    }

    /// <summary>Stops; what waits is given up, and is still under way in the journal.</summary>
    public void Dispose()
    {
        if (_waiting.IsAddingCompleted)
        {
            return;
        }

        _waiting.CompleteAdding();
        _stop.Cancel();
        _thread.Join();
        _waiting.Dispose();
        _stop.Dispose();
    }

    private void Live()
    {
        var group = new List<(GrainTurn Turn, TaskCompletionSource<TurnFate> Done)>();
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            while (group.Count < MostAtOnce && _waiting.TryTake(out var next))
            {
                group.Add(next);
            }

            Keep(group);
        }
    }

    private void Keep(List<(GrainTurn Turn, TaskCompletionSource<TurnFate> Done)> group)
    {
        try
        {
            var fates = KeepAtLast([.. group.Select(one => one.Turn)]);
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Done.TrySetResult(fates[i]);
            }
        }
        catch (OperationCanceledException)
        {
            group.ForEach(one => one.Done.TrySetCanceled());
        }
        catch (Exception fault)
        {
            // The grains that wait are told; whoever comes next may fare better.
            group.ForEach(one => one.Done.TrySetException(fault));
        }
    }

    private IReadOnlyList<TurnFate> KeepAtLast(GrainTurn[] turns)
    {
        for (var waitMs = FirstWaitMs; ; waitMs = Math.Min(waitMs * 2, LongestWaitMs))
        {
            _stop.Token.ThrowIfCancellationRequested();
            try
            {
                var started = Stopwatch.GetTimestamp();
                var fates = _journal.Keep(turns);
                Count(fates.Count(fate => fate == TurnFate.Kept), Stopwatch.GetTimestamp() - started);
                Trouble = null;
                return fates;
            }
            catch (JournalException fault) when (fault.Problem == JournalProblem.Unavailable)
            {
                Trouble = fault.Message;
            }

            _stop.Token.WaitHandle.WaitOne(waitMs);
        }
    }

    private void Count(int turns, long ticks)
    {
        Interlocked.Add(ref _kept, turns);
        Interlocked.Increment(ref _commits);
        Interlocked.Add(ref _ticks, ticks);
    }
}
