using System.Globalization;

namespace GridGov.Twin.Scenarios.Findings;

/// <summary>
/// One thing worth saying about an input file: where it is, the value that was found, what was expected, and what it means.
/// </summary>
/// <param name="File">The file as the person named it.</param>
/// <param name="Line">The line, counted from 1; 0 where the finding is about the file as a whole.</param>
/// <param name="Value">The offending value as it stands in the file; empty where there is none.</param>
/// <param name="Expected">What would have been right; empty where there is nothing to add.</param>
/// <param name="Message">What is the matter, in a short sentence without a full stop.</param>
public sealed record Finding(string File, int Line, string Value, string Expected, string Message)
{
    /// <summary>
    /// The message in Chinese, where only who found it knows the words; null where <see cref="ChineseOfFindings"/> has them.
    /// </summary>
    public string? Chinese { get; init; }

    /// <summary>The longest part of a value that is shown; the rest is cut and marked with an ellipsis.</summary>
    private const int ShownCharacters = 80;

    /// <summary><c>file:line: message (found 'value', expected …)</c>, leaving out what is empty.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}") : File;
        var found = Value.Length > 0 ? $"found '{Shorten(Value)}'" : "";
        var expected = Expected.Length > 0 ? $"expected {Expected}" : "";
        var comma = found.Length > 0 && expected.Length > 0 ? ", " : "";
        var detail = found.Length + expected.Length > 0 ? $" ({found}{comma}{expected})" : "";
        return $"{place}: {Message}{detail}";
    }

    private static string Shorten(string value) =>
        value.Length <= ShownCharacters ? value : string.Concat(value.AsSpan(0, ShownCharacters), "…");
}
