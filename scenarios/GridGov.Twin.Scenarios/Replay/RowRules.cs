using System.IO.Enumeration;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Scenarios.Catalogue;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>A mapping's rules against one catalogue: which kind a row's text means, and how it came in. Texts seen before are looked up.</summary>
internal sealed class RowRules
{
    /// <summary>What joins the texts of several columns.</summary>
    public const string Between = " / ";

    // A log has few categories; one with endlessly many different texts must not fill the memory.
    private const int MostRemembered = 100_000;
    private readonly (string When, short Kind)[] _kinds;
    private readonly short _otherwise;
    private readonly LogChannels _channels;
    private readonly Dictionary<string, short> _seen = new(StringComparer.Ordinal);

    /// <summary>Looks the mapping's kinds up in the catalogue.</summary>
    /// <exception cref="InputRejectedException">The catalogue has not all of them.</exception>
    public RowRules(ReplayMapping mapping, CaseCatalogue catalogue)
    {
        var findings = new List<Finding>();
        _kinds = [.. mapping.Kinds.Rules.Select(rule => (rule.When, Find(rule.Is, catalogue, findings)))];
        _otherwise = Find(mapping.Kinds.Otherwise, catalogue, findings);
        _channels = mapping.Channels;
        if (findings.Count > 0)
        {
            throw new InputRejectedException(findings);
        }
    }

    /// <summary>The kind of a text; −1 for none.</summary>
    public short KindOf(string text)
    {
        if (_seen.TryGetValue(text, out var known))
        {
            return known;
        }

        var at = Array.FindIndex(_kinds, rule => Fits(rule.When, text));
        var kind = at >= 0 ? _kinds[at].Kind : _otherwise;
        if (_seen.Count < MostRemembered)
        {
            _seen.Add(text, kind);
        }

        return kind;
    }

    /// <summary>How a row with this text came in.</summary>
    public Channel ChannelOf(string text) => Array.Find(_channels.Rules, rule => Fits(rule.When, text))?.Is?.Value ?? _channels.Otherwise;

    private static bool Fits(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);

    private static short Find(Marked<string>? key, CaseCatalogue catalogue, List<Finding> findings)
    {
        if (key is null)
        {
            return -1;
        }

        var found = KindPattern.Find(catalogue, key.Value);
        if (found.Length != 1)
        {
            findings.Add(key.Finding(KindPattern.Expected(catalogue, key.Value), found.Length == 0 ? "an unknown kind" : "a row is of one kind"));
        }

        return found.Length == 0 ? (short)-1 : (short)found[0];
    }
}
