using System.Collections.Concurrent;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// A few threads that ask the journal for whoever awaits the answer. The database is asked in earnest, thread by thread; were it on the threads that
/// grains run on, a thousand grains that wake at once would leave none for anything else. Safe for use by several threads.
/// </summary>
public sealed class JournalReaders : IDisposable
{
    private const int Threads = 8;
    private readonly BlockingCollection<Action> _questions = [];
    private readonly Thread[] _threads;
    private readonly ITurnJournal _journal;

    /// <summary>Readers of one world's journal.</summary>
    public JournalReaders(ITurnJournal journal)
    {
        _journal = journal;
        _threads = [.. Enumerable.Range(1, Threads).Select(number => new Thread(Live) { Name = $"journal reader {number}", IsBackground = true })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    /// <summary>Asks the journal something.</summary>
    /// <exception cref="OperationCanceledException">The silo stops.</exception>
    public Task<T> Ask<T>(Func<ITurnJournal, T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _questions.Add(() =>
            {
                try
                {
                    answer.TrySetResult(question(_journal));
                }
                catch (Exception fault)
                {
                    answer.TrySetException(fault);
                }
            });
        }
        catch (InvalidOperationException)
        {
            answer.TrySetCanceled();
        }

        return answer.Task;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_questions.IsAddingCompleted)
        {
            _questions.CompleteAdding();
            Array.ForEach(_threads, thread => thread.Join());
            _questions.Dispose();
        }
    }

    private void Live()
    {
        foreach (var question in _questions.GetConsumingEnumerable())
        {
            question();
        }
    }
}
