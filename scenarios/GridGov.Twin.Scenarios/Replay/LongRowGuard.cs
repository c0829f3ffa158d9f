using System.Globalization;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>
/// A text reader that refuses rows of more than <see cref="MostCharacters"/>, so that a file with one endless line, or with a quote that is never
/// closed, cannot exhaust the memory.
/// </summary>
internal sealed class LongRowGuard(TextReader inner, string file) : TextReader
{
    /// <summary>The longest row, in characters: about a million.</summary>
    public const int MostCharacters = 1 << 20;

    private long _sinceRow;
    private long _nextLine = 1;

    /// <summary>A row was read to its end; the next begins on <paramref name="nextLine"/>.</summary>
    public void EndRow(long nextLine)
    {
        _sinceRow = 0;
        _nextLine = nextLine;
    }

    public override int Read(char[] buffer, int index, int count) => Count(inner.Read(buffer, index, count));

    public override int Read(Span<char> buffer) => Count(inner.Read(buffer));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _sinceRow += read;
        return _sinceRow <= MostCharacters
            ? read
            : throw new InputRejectedException(new Finding(
                file, (int)Math.Min(_nextLine, int.MaxValue), "", string.Create(CultureInfo.InvariantCulture, $"rows of at most {MostCharacters} characters"),
                "the row is too long, or a quote in it is never closed"));
    }
}
