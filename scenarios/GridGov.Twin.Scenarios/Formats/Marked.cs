using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>A value that was said in a file, and where: later checks that need the whole scenario can point at it.</summary>
public sealed record Marked<T>(T Value, Mark Mark)
{
    /// <summary>A finding about the value.</summary>
    public Finding Finding(string expected, string message) => new(Mark.File, Mark.Line, $"{Value}", expected, message);
}

/// <summary>Reads values together with their marks.</summary>
internal static class MarkedReading
{
    /// <summary>The value, or null when the key is absent.</summary>
    public static Marked<T>? Said<T>(this YamlFields fields, string key, Func<YamlValue, T> read) =>
        fields.Has(key) ? new Marked<T>(read(fields[key]), fields[key].Mark) : null;

    /// <summary>Text with its mark.</summary>
    public static Marked<string> MarkedText(this YamlValue value) => new(value.Text(), value.Mark);

    /// <summary>A list of texts with their marks; none when the key is absent.</summary>
    public static Marked<string>[] MarkedTexts(this YamlValue value) => [.. value.Items().Select(MarkedText)];

    /// <summary>The entries of a map, each read with its key.</summary>
    public static T[] Each<T>(this YamlValue map, Func<Marked<string>, YamlValue, T> read) =>
        [.. map.Entries().Select(entry => read(new Marked<string>(entry.Key, entry.Mark), entry.Value))];

    /// <summary>As many numbers of at least 0 as expected; all 1 when the key is absent or wrong.</summary>
    public static double[] Numbers(this YamlFields fields, string key, int count, double absent = 1)
    {
        if (!fields.Has(key))
        {
            return [.. Enumerable.Repeat(absent, count)];
        }

        double[] numbers = [.. fields[key].Items().Select(item => item.Real(0, 1e9))];
        if (numbers.Length == count)
        {
            return numbers;
        }

        fields[key].Reject($"{count} numbers", $"there are {numbers.Length}");
        return [.. Enumerable.Repeat(absent, count)];
    }
}
