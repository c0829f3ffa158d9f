using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Projections;

/// <summary>The last lines of each of many histories; older lines are in the journal only.</summary>
internal sealed class Histories(int count)
{
    private const int Most = 60;
    private readonly Queue<HistoryLine>?[] _lines = new Queue<HistoryLine>?[count];

    public void Add(long index, HistoryLine line)
    {
        var lines = _lines[index] ??= new Queue<HistoryLine>();
        if (lines.Count == Most)
        {
            lines.Dequeue();
        }

        lines.Enqueue(line);
    }

    /// <summary>The lines, newest first.</summary>
    public HistoryLine[] Of(int index) => _lines[index] is { } lines ? [.. lines.Reverse()] : [];

    public long? Last(int index) => _lines[index] is { Count: > 0 } lines ? lines.Last().AtMs : null;
}
