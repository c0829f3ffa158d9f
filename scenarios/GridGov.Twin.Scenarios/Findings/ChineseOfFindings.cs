using System.Text;
using System.Text.RegularExpressions;
using GridGov.Twin.Scenarios.Findings.Chinese;

namespace GridGov.Twin.Scenarios.Findings;

/// <summary>
/// What findings say, in Chinese: rows of English and Chinese sentences with the same names in braces for what stands in them. What stands in
/// <c>{said}</c> is a sentence of its own and looked up again. A test holds the rows against every finding in the sources.
/// </summary>
public static partial class ChineseOfFindings
{
    internal static readonly (string En, string Zh)[] Rows =
        [.. FormWords.Rows, .. ValueWords.Rows, .. ScenarioWords.Rows, .. QuestionWords.Rows, .. DrillWords.Rows, .. CityWords.Rows];

    private static readonly Dictionary<string, string> Fixed =
        Rows.Where(row => !Hole().IsMatch(row.En)).Concat(FormWords.ParserRows).ToDictionary(row => row.En, row => row.Zh, StringComparer.Ordinal);

    // Of two rows that fit, the one that says more itself is meant.
    private static readonly (Regex En, string Zh)[] Open =
        [.. Rows.Where(row => Hole().IsMatch(row.En)).OrderByDescending(row => Skeleton(row.En).Length).Select(row => (Pattern(row.En), row.Zh))];

    /// <summary>The English of the rows with <c>{}</c> for what stands in it; without the YAML parser's own words.</summary>
    internal static IEnumerable<string> Skeletons => Rows.Select(row => Skeleton(row.En));

    /// <summary>A finding's message in Chinese; its English words where nothing is known, as for what an operating system says.</summary>
    public static string Message(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Chinese ?? Of(finding.Message);
    }

    /// <summary>An English sentence in Chinese, the key it may begin with left as it is; unchanged where nothing is known.</summary>
    public static string Of(string english)
    {
        ArgumentNullException.ThrowIfNull(english);
        var parts = Placed().Match(english);
        return parts.Success && Find(parts.Groups["said"].Value) is { } said ? parts.Groups["place"].Value + said : Find(english) ?? english;
    }

    private static string? Find(string english)
    {
        if (Fixed.TryGetValue(english, out var whole))
        {
            return whole;
        }

        foreach (var (pattern, zh) in Open)
        {
            if (pattern.Match(english) is { Success: true } match)
            {
                return Hole().Replace(zh, hole => Filled(hole.Groups["name"].Value, match));
            }
        }

        return null;
    }

    private static string Filled(string name, Match match) => name == "said" ? Of(match.Groups[name].Value) : match.Groups[name].Value;

    private static string Skeleton(string english) => Hole().Replace(english, "{}");

    private static Regex Pattern(string english)
    {
        var pattern = new StringBuilder("^");
        var (at, seen) = (0, new HashSet<string>());
        foreach (Match hole in Hole().Matches(english))
        {
            var name = hole.Groups["name"].Value;
            pattern.Append(Regex.Escape(english[at..hole.Index])).Append(seen.Add(name) ? $"(?<{name}>.+?)" : $@"\k<{name}>");
            at = hole.Index + hole.Length;
        }

        return new Regex(pattern.Append(Regex.Escape(english[at..])).Append('$').ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}")]
    private static partial Regex Hole();

    // A message may begin with the key it is about.
    [GeneratedRegex(@"^(?<place>[^\s:]+: )(?<said>.*)$", RegexOptions.Singleline)]
    private static partial Regex Placed();
}
