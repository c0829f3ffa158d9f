using System.Globalization;
using System.Text;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>Collects an event's fields as one small JSON object, such as <c>{"channel":"hotline","waited_ms":1200}</c>.</summary>
public sealed class EventDetails
{
    private readonly StringBuilder _text = new();

    /// <summary>The object; <c>{}</c> when nothing was added.</summary>
    public string Text => _text.Append(_text.Length == 0 ? "{}" : "}").ToString();

    /// <summary>Starts a new object.</summary>
    internal EventDetails Clear()
    {
        _text.Clear();
        return this;
    }

    internal EventDetails Word(string name, string word)
    {
        Name(name).Append('"').Append(word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    internal EventDetails Number(string name, long number)
    {
        Name(name).Append(number.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    internal EventDetails YesNo(string name, long flag)
    {
        Name(name).Append(flag == 0 ? "false" : "true");
        return this;
    }

    /// <summary>A length of time; the name says <c>_ms</c>.</summary>
    internal EventDetails Length(string name, Duration length) => Number($"{name}_ms", length.Milliseconds);

    internal EventDetails At(Spot at)
    {
        Name("east_m").Append(at.EastM.ToString("0.##", CultureInfo.InvariantCulture));
        Name("north_m").Append(at.NorthM.ToString("0.##", CultureInfo.InvariantCulture));
        return this;
    }

    private StringBuilder Name(string name) => _text.Append(_text.Length == 0 ? "{" : ",").Append('"').Append(name).Append("\":");
}
