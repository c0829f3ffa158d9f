using System.Globalization;

namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>Reads numbers, words and names.</summary>
public static class PlainReading
{
    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>; <paramref name="least"/> after a finding.</summary>
    public static int Whole(this YamlValue value, int least, int most) => (int)value.Whole((long)least, most);

    /// <summary>A long whole number from <paramref name="least"/> to <paramref name="most"/>; <paramref name="least"/> after a finding.</summary>
    public static long Whole(this YamlValue value, long least, long most)
    {
        ArgumentNullException.ThrowIfNull(value);
        var expected = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
        var number = value.Scalar(expected, static (string text, out long? parsed) =>
        {
            var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole);
            parsed = whole;
            return isNumber;
        });
        return number is null ? least : Within(value, number.Value, least, most, expected);
    }

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>; <paramref name="least"/> after a finding.</summary>
    public static double Real(this YamlValue value, double least, double most)
    {
        ArgumentNullException.ThrowIfNull(value);
        var expected = double.IsPositiveInfinity(most)
            ? string.Create(CultureInfo.InvariantCulture, $"a number of at least {least}")
            : string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}");
        var number = value.Scalar(expected, static (string text, out double? parsed) =>
        {
            var isNumber = Quantity.TryNumber(text, out var real);
            parsed = real;
            return isNumber;
        });
        return number is null ? least : Within(value, number.Value, least, most, expected);
    }

    /// <summary>A share: a number from 0 to 1.</summary>
    public static double Share(this YamlValue value) => value.Real(0, 1);

    /// <summary><c>true</c> or <c>false</c>; false after a finding.</summary>
    public static bool YesNo(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Scalar("true or false", static (string text, out bool yes) => (yes = text == "true") || text == "false");
    }

    /// <summary>One of the words of <paramref name="words"/>; the default of <typeparamref name="T"/> after a finding.</summary>
    public static T Word<T>(this YamlValue value, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(words);
        if (value.IsText && words.TryGetValue(value.Written, out var meant))
        {
            return meant;
        }

        value.RejectUnlessMissing(NearestWord.Expected(value.Written, [.. words.Keys]), value.IsText ? "an unknown word" : "a word is expected here");
        return default;
    }

    /// <summary>The index of the <paramref name="what"/> the value names; −1 after a finding.</summary>
    public static int Index(this YamlValue value, IReadOnlyDictionary<string, int> names, string what)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(names);
        if (value.IsText && names.TryGetValue(value.Written, out var index))
        {
            return index;
        }

        value.RejectUnlessMissing(NearestWord.Expected(value.Written, [.. names.Keys]), $"an unknown {what}");
        return -1;
    }

    private static T Within<T>(YamlValue value, T number, T least, T most, string expected)
        where T : struct, IComparable<T>
    {
        if (number.CompareTo(least) >= 0 && number.CompareTo(most) <= 0)
        {
            return number;
        }

        value.Reject(expected, number.CompareTo(default) < 0 ? "the number must not be negative" : "the number is out of range");
        return least;
    }
}
