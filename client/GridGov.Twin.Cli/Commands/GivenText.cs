using System.Globalization;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Cli.Commands;

/// <summary>Reads what people give as options; what cannot be used is rejected by name, value and what was expected.</summary>
internal static class GivenText
{
    /// <summary>A whole number in a range; null when the option was not given.</summary>
    public static long? Whole(string option, string? text, long least, long most)
    {
        if (text is null)
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Rejected(option, text, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));
    }

    /// <summary>One of some words.</summary>
    public static T Word<T>(string option, string text, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(text, out var value) ? value : throw Rejected(option, text, $"one of {string.Join(", ", words.Keys)}");

    /// <summary>Rejects an option's value.</summary>
    public static InputRejectedException Rejected(string option, string text, string expected, string message = "the value cannot be used") =>
        new(new Finding(option, 0, text, expected, message));
}
