using System.Text.RegularExpressions;

namespace GridGov.Twin.Silo.Api;

/// <summary>
/// How an audited action ended, in a word or two. A command's outcome is the beginning of its stored answer, which may be cut off before its end.
/// </summary>
internal static partial class AuditOutcome
{
    public static string Of(string outcome) => Stored().Match(outcome) is { Success: true } stored
        ? stored.Groups["code"] is { Success: true } code ? $"{stored.Groups["outcome"]}: {code}" : stored.Groups["outcome"].Value
        : outcome;

    [GeneratedRegex("^\\{\"outcome\":\"(?<outcome>[a-z]+)\",\"code\":(null|\"(?<code>[a-z-]+)\")")]
    private static partial Regex Stored();
}
