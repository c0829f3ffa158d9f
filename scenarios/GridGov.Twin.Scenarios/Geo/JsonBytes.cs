using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Geo;

/// <summary>One whole JSON value as it stands in a file, and the line its first byte is on. Valid until the next read.</summary>
internal readonly ref struct JsonPiece(ReadOnlySpan<byte> bytes, int line)
{
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    public int Line { get; } = line;
}

/// <summary>
/// Walks a JSON file token by token or value by value through a window that grows only to the longest value asked for.
/// Files packed with gzip are unpacked on the way. Everything unreadable is an <see cref="InputRejectedException"/>.
/// </summary>
internal sealed class JsonBytes : IDisposable
{
    private const int FirstWindowBytes = 1 << 16;
    private static readonly SearchValues<byte> BetweenValues = SearchValues.Create(" \t\r\n,:"u8);

    private readonly string _file;
    private readonly GeoJsonLimits _limits;
    private readonly Stream _stream;
    private byte[] _window = new byte[FirstWindowBytes];
    private int _from;
    private int _to;
    private bool _atEnd;
    private long _readBytes;
    private int _line = 1;
    private JsonReaderState _state;

    public JsonBytes(string file, GeoJsonLimits limits)
    {
        _file = file;
        _limits = limits;
        _stream = Open(file, limits);
        Fill();
        if (_window.AsSpan(0, _to).StartsWith(Encoding.UTF8.Preamble))
            _from = Encoding.UTF8.Preamble.Length;
    }

    /// <summary>The line of the next token to be read.</summary>
    public int Line => _line;

    /// <summary>Reads one token; a property's name comes with it. At the end of the file the type is None.</summary>
    public (JsonTokenType Type, string? Name) Token()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_window.AsSpan(_from, _to - _from), _atEnd, _state);
            if (TryRead(ref reader, wholeValue: false))
            {
                var name = reader.TokenType == JsonTokenType.PropertyName ? Text(ref reader) : null;
                var type = reader.TokenType;
                Consume(ref reader);
                return (type, name);
            }

            if (_atEnd)
                return (JsonTokenType.None, null);
            Fill();
        }
    }

    /// <summary>Reads one whole value; false at the end of the array it would be an element of.</summary>
    public bool TryValue(out JsonPiece value)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_window.AsSpan(_from, _to - _from), _atEnd, _state);
            if (TryRead(ref reader, wholeValue: true))
                return Isolate(ref reader, out value);
            if (_atEnd)
                throw Rejected(_line, "", "a JSON value", "the file ends too early");
            Fill();
        }
    }

    public void Dispose() => _stream.Dispose();

    private bool Isolate(scoped ref Utf8JsonReader reader, out JsonPiece value)
    {
        var end = (int)reader.BytesConsumed;
        var opening = _window.AsSpan(_from, end).IndexOfAnyExcept(BetweenValues);
        var line = _line + _window.AsSpan(_from, opening).Count((byte)'\n');
        var bytes = _window.AsSpan(_from + opening, end - opening);
        var isElement = reader.TokenType != JsonTokenType.EndArray || bytes[0] == (byte)'[';
        if (isElement && !IsText(bytes))
            throw Rejected(line, "", "text in UTF-8", "the text is not UTF-8");
        Consume(ref reader);
        value = new JsonPiece(bytes, line);
        return isElement;
    }

    private void Consume(scoped ref Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        _line += _window.AsSpan(_from, consumed).Count((byte)'\n');
        _from += consumed;
        _state = reader.CurrentState;
    }

    private bool TryRead(ref Utf8JsonReader reader, bool wholeValue)
    {
        try
        {
            return reader.Read() && (!wholeValue || reader.TrySkip());
        }
        catch (JsonException error)
        {
            var at = _window.AsSpan(_from, _to - _from)[(int)reader.BytesConsumed..].TrimStart(" \t\r\n"u8);
            var value = Encoding.UTF8.GetString(at[..Math.Min(at.Length, 20)]);
            throw Rejected((int)(error.LineNumber ?? 0) + 1, value, "JSON (RFC 8259)", "this is not JSON");
        }
    }

    private string Text(ref Utf8JsonReader reader) =>
        HasWholeText(ref reader)
            ? reader.GetString()!
            : throw Rejected(_line, "", "text in UTF-8", "the text is not UTF-8");

    // Half a surrogate pair, "\ud800", is well-formed JSON and no text; only values with escapes are looked through for it.
    private static bool IsText(ReadOnlySpan<byte> value)
    {
        if (!Utf8.IsValid(value))
            return false;
        if (value.IndexOf("\\u"u8) < 0)
            return true;
        var reader = new Utf8JsonReader(value);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !HasWholeText(ref reader))
                return false;
        }

        return true;
    }

    private static bool HasWholeText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // Moves what is unread to the front, doubles the window when it is full, and reads until it is full or the file ends.
    private void Fill()
    {
        var unread = _to - _from;
        if (unread == _window.Length)
        {
            if (unread >= _limits.MaxFeatureBytes)
                throw Rejected(_line, "", $"at most {Megabytes(_limits.MaxFeatureBytes)}", "one feature is too large");
            Array.Resize(ref _window, (int)Math.Min(2L * unread, _limits.MaxFeatureBytes));
        }

        _window.AsSpan(_from, unread).CopyTo(_window);
        var added = Read(unread);
        (_from, _to) = (0, unread + added);
        _readBytes += added;
        _atEnd = _to < _window.Length;
        if (_readBytes > _limits.MaxFileBytes)
            throw TooLarge(_file, _limits, $"more than {Megabytes(_limits.MaxFileBytes)}");
    }

    private int Read(int offset)
    {
        try
        {
            return _stream.ReadAtLeast(_window.AsSpan(offset), _window.Length - offset, throwOnEndOfStream: false);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            throw Rejected(_line, "", "a whole file", $"the file cannot be read to its end: {error.Message}");
        }
    }

    private InputRejectedException Rejected(int line, string value, string expected, string message) =>
        new(new Finding(_file, line, value, expected, message));

    private static Stream Open(string file, GeoJsonLimits limits)
    {
        try
        {
            var stream = new FileStream(file, FileMode.Open, FileAccess.Read);
            if (stream.Length > limits.MaxFileBytes)
            {
                stream.Dispose();
                throw TooLarge(file, limits, Megabytes(new FileInfo(file).Length));
            }

            var isGzip = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
            stream.Position = 0;
            return isGzip ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputRejectedException(new Finding(file, 0, "", "a GeoJSON or JSON file", "the file cannot be opened"));
        }
    }

    private static InputRejectedException TooLarge(string file, GeoJsonLimits limits, string size) =>
        new(new Finding(file, 0, size, $"at most {Megabytes(limits.MaxFileBytes)}; cut the file to the district", "the file is too large"));

    private static string Megabytes(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.#} MB");
}
