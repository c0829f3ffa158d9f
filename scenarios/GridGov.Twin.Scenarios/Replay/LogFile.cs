using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>
/// Reads a log of service requests, a CSV file (plain or gzip), one row at a time: memory does not grow with the file. Fields are the present
/// row's.
/// </summary>
internal sealed class LogFile : IDisposable
{
    private readonly string _file;
    private readonly LongRowGuard _guard;
    private readonly CsvParser _parser;
    private readonly string[] _head;
    private string[] _fields = [];

    private LogFile(string file, TextReader text, string[]? head)
    {
        _file = file;
        _guard = new LongRowGuard(text, file);
        _parser = new CsvParser(_guard, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = _ => HasBrokenQuotes = true });
        _head = head ?? ReadHead();
    }

    /// <summary>Whether the columns are exactly these.</summary>
    public bool HasHead(IReadOnlyList<string> columns) => _head.SequenceEqual(columns);

    /// <summary>The line the present row ends on, counted from 1.</summary>
    public long Line => _parser.RawRow;

    /// <summary>Whether a quote of the present row stands where none may.</summary>
    public bool HasBrokenQuotes { get; private set; }

    /// <summary>Whether the present row has as many fields as the head.</summary>
    public bool HasAllFields => _fields.Length == _head.Length;

    /// <summary>Whether bytes of the present row are no text in the file's encoding.</summary>
    public bool HasUnknownBytes => Array.Exists(_fields, text => text.Contains(LogEncoding.Unknown, StringComparison.Ordinal));

    /// <summary>Opens a log; <paramref name="head"/> names the columns of a file without a head.</summary>
    /// <exception cref="InputRejectedException">The file cannot be read or is empty.</exception>
    public static LogFile Open(string path, string[]? head, Encoding encoding)
    {
        try
        {
            return new LogFile(path, new StreamReader(Unpacked(path), encoding, detectEncodingFromByteOrderMarks: true, 1 << 16), head);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputRejectedException(new Finding(path, 0, "", "a CSV file, plain or gzip", "the file cannot be read"));
        }
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="InputRejectedException">The row is too long, or the gzip stream is broken.</exception>
    public bool Next()
    {
        HasBrokenQuotes = false;
        try
        {
            if (!_parser.Read())
            {
                return false;
            }
        }
        catch (InvalidDataException)
        {
            throw new InputRejectedException(new Finding(_file, (int)Line, "", "a whole gzip file", "the compressed file is broken"));
        }

        _guard.EndRow(Line + 1);
        _fields = _parser.Record ?? [];
        return true;
    }

    /// <summary>The text of a column in the present row, without space around it.</summary>
    public string this[int column] => _fields[column].Trim();

    /// <summary>Where a column stands; −1 for none.</summary>
    /// <exception cref="InputRejectedException">The head has no such column.</exception>
    public int Find(Marked<string>? column)
    {
        if (column is null)
        {
            return -1;
        }

        var at = Array.IndexOf(_head, column.Value);
        return at >= 0
            ? at
            : throw new InputRejectedException(column.Finding(NearestWord.Expected(column.Value, _head), $"{_file} has no such column"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parser.Dispose();
        _guard.Dispose();
    }

    private string[] ReadHead()
    {
        if (!Next())
        {
            throw new InputRejectedException(new Finding(_file, 0, "", "a head and rows", "the file is empty"));
        }

        return HasUnknownBytes
            ? throw new InputRejectedException(new Finding(
                _file, 1, string.Join(',', _fields), "text in the mapping's encoding; write encoding: gb18030 into the mapping if it is a Chinese one",
                "the head has bytes that are no text"))
            : [.. _fields.Select(name => name.Trim())];
    }

    private static Stream Unpacked(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        Span<byte> start = stackalloc byte[2];
        var isGzip = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start is [0x1F, 0x8B];
        stream.Position = 0;
        return isGzip ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
