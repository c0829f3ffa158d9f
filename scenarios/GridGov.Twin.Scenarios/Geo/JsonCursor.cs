using System.Text;
using System.Text.Json;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Geo;

/// <summary>
/// A cursor over one whole JSON value that knows where it stands in the file. It can be copied to come back to a place later.
/// The value is known to be well-formed; what is wrong in it is its meaning.
/// </summary>
internal ref struct JsonCursor
{
    private readonly string _file;
    private readonly string _subject;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _firstLine;
    private Utf8JsonReader _reader;

    /// <summary>Stands on the first token of <paramref name="piece"/>; <paramref name="subject"/> opens every finding's message.</summary>
    public JsonCursor(string file, string subject, JsonPiece piece)
    {
        _file = file;
        _subject = subject;
        _bytes = piece.Bytes;
        _firstLine = piece.Line;
        _reader = new Utf8JsonReader(_bytes);
        _reader.Read();
    }

    public readonly JsonTokenType Type => _reader.TokenType;

    public readonly int Line => _firstLine + _bytes[..(int)_reader.TokenStartIndex].Count((byte)'\n');

    public void Next() => _reader.Read();

    public void Skip() => _reader.Skip();

    public readonly bool Is(ReadOnlySpan<byte> text) => _reader.ValueTextEquals(text);

    /// <summary>Into the object: to its first member's name, or to its end.</summary>
    public void Enter(string expected)
    {
        if (Type != JsonTokenType.StartObject)
            throw Wrong(expected, "the value has the wrong type");
        Next();
    }

    /// <summary>Into the array: to its first element, or to its end.</summary>
    public void EnterArray(string expected)
    {
        if (Type != JsonTokenType.StartArray)
            throw Wrong(expected, "the value has the wrong type");
        Next();
    }

    /// <summary>The name of the member the cursor stands on; moves to its value.</summary>
    public string Member()
    {
        var name = _reader.GetString()!;
        Next();
        return name;
    }

    public readonly string Text(string expected)
    {
        if (Type != JsonTokenType.String)
            throw Wrong(expected, "the value has the wrong type");
        return _reader.GetString()!;
    }

    public readonly double Number(string expected)
    {
        if (Type != JsonTokenType.Number || !_reader.TryGetDouble(out var number))
            throw Wrong(expected, "the value is not a number");
        return number;
    }

    /// <summary>The value the cursor stands on, as an element; moves to its end.</summary>
    public JsonElement Element() => JsonElement.ParseValue(ref _reader);

    /// <summary>A rejection that shows the value the cursor stands on.</summary>
    public readonly InputRejectedException Wrong(string expected, string message) => Wrong(Shown(), expected, message);

    public readonly InputRejectedException Wrong(string value, string expected, string message) =>
        new(new Finding(_file, Line, value, expected, _subject + message));

    private readonly string Shown() => Type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        _ => Encoding.UTF8.GetString(_reader.ValueSpan),
    };
}
