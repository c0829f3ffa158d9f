using System.Net;
using System.Security.Cryptography;
using System.Text;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>
/// Composes self-contained pages from the parts embedded in this assembly. The policy of a page names its own scripts by their hashes, so no other
/// may run, and lets it ask no network for anything.
/// </summary>
internal static class ReportPage
{
    /// <summary>The page of a template with its style, its scripts in this order, and <paramref name="parts"/> filled in.</summary>
    /// <param name="template">The page below its top bar.</param>
    /// <param name="name">The page's name before its scripts have written the one of the reader's language.</param>
    /// <param name="kind">What kind of report it is, for the top bar.</param>
    /// <param name="scripts">Its scripts, in order.</param>
    /// <param name="hasCharts">Whether they draw charts.</param>
    /// <param name="parts">What is filled in.</param>
    public static string Compose(string template, string name, Title kind, string[] scripts, bool hasCharts, Dictionary<string, string> parts)
    {
        var charts = hasCharts ? Part("echarts.js") : "";
        var script = $"(() => {{\n'use strict';\n{string.Join('\n', scripts.Select(Part))}\n}})();";
        var allowed = hasCharts ? $"{Allowed(charts)} {Allowed(script)}" : Allowed(script);
        var head = Fill(Part("head.html"), new Dictionary<string, string>
        {
            ["policy"] = $"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
            ["name"] = Text(name),
            ["kind"] = Both(kind),
            ["style"] = Fill(Part("page.css"), new Dictionary<string, string> { ["dark"] = Part("dark.css") }),
        });
        return Fill(Part(template), new Dictionary<string, string>(parts) { ["head"] = head, ["charts"] = charts, ["script"] = script });
    }

    /// <summary>A text in both languages, of which the page shows one.</summary>
    public static string Both(Title title) => $"<span lang=\"zh\">{Text(title.Zh)}</span><span lang=\"en\">{Text(title.En)}</span>";

    /// <summary>A text that is safe between tags.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    // Filled in one pass, so that what is filled in is never itself read as a place to fill.
    private static string Fill(string template, Dictionary<string, string> parts)
    {
        var page = new StringBuilder();
        var pieces = template.Split("{{");
        page.Append(pieces[0]);
        foreach (var piece in pieces.Skip(1))
        {
            var end = piece.IndexOf("}}", StringComparison.Ordinal);
            page.Append(parts[piece[..end]]).Append(piece.AsSpan(end + 2));
        }

        return page.ToString();
    }

    private static string Part(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream($"report/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }

    // The hash of a script as a content security policy names it.
    private static string Allowed(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";
}
