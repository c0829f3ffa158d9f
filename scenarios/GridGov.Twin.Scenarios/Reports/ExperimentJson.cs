using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>An experiment's result as JSON. It holds no wall time and no path: equal results give equal bytes.</summary>
public static class ExperimentJson
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = ReportJson.Options.Encoder,
        NewLine = ReportJson.Options.NewLine,
        WriteIndented = true,
    };

    // Chinese stays readable; what could end a script in a page is escaped.
    private static readonly JsonSerializerOptions InPage = new(Indented) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = false };

    /// <summary>The result as an indented JSON object, without a newline at the end.</summary>
    public static string Text(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Indent(ReportData.Of(result));
    }

    /// <summary>Anything of a report as people may read it.</summary>
    internal static string Indent<T>(T data) => JsonSerializer.Serialize(data, Indented);

    /// <summary>Anything of a report on one line, safe inside a page.</summary>
    internal static string Line<T>(T data) => JsonSerializer.Serialize(data, InPage);
}
