using System.Net;
using System.Security.Cryptography;
using System.Text;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>
/// An experiment's result as one self-contained page in both languages: it asks no network for anything, and its policy forbids it to.
/// </summary>
public static class ExperimentReport
{
    private static readonly string[] Scripts = ["words.js", "figures.js", "charts.js", "map.js", "tables.js", "page.js"];

    /// <summary>The page.</summary>
    public static string Html(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var data = ReportData.Of(result);
        var charts = Part("echarts.js");
        var script = $"(() => {{\n'use strict';\n{string.Join('\n', Scripts.Select(Part))}\n}})();";
        var parts = new Dictionary<string, string>
        {
            ["policy"] = $"default-src 'none'; script-src {Allowed(charts)} {Allowed(script)}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
            ["title"] = Text(data.Experiment.Title.Zh),
            ["experiment"] = Both(data.Experiment.Title),
            ["question"] = Both(data.Experiment.Question),
            ["answer"] = Both(data.Answer),
            ["style"] = Part("page.css"),
            ["data"] = ExperimentJson.Line(data),
            ["scene"] = ExperimentJson.Line(SceneData.Of(result)),
            ["charts"] = charts,
            ["script"] = script,
        };
        return Fill(Part("page.html"), parts);
    }

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
        using var stream = typeof(ExperimentReport).Assembly.GetManifestResourceStream($"report/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }

    // The hash of a script as a content security policy names it: this script may run and no other.
    private static string Allowed(string script) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";

    private static string Both(Title title) => $"<span lang=\"zh\">{Text(title.Zh)}</span><span lang=\"en\">{Text(title.En)}</span>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
