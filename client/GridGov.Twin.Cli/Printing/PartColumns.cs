using System.Globalization;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Cli.Printing;

/// <summary>A column of the tables by kind and by street.</summary>
internal sealed record PartColumn(string Zh, string En, string Indicator)
{
    /// <summary>The cell of a row; shares and hours with one decimal.</summary>
    public string Text(ReportRow row)
    {
        var indicator = row[Indicator];
        return indicator.Value is not { } value ? "–" : indicator.Unit switch
        {
            IndicatorUnit.Share => (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%",
            IndicatorUnit.Count => value.ToString("#,0", CultureInfo.InvariantCulture),
            _ => value.ToString("#,0.0", CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>The columns of the tables by kind and by street, as many as fit beside a name in 100 characters.</summary>
internal static class PartColumns
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PartColumn> All { get; } =
    [
        new("受理", "accepted", "accepted"),
        new("立案", "filed", "filing-rate"),
        new("按期处置", "handled\non time", "on-time-handling-rate"),
        new("结案", "closed", "closing-rate"),
        new("按期结案", "closed\non time", "on-time-closing-rate"),
        new("发现", "found", "discovery-rate"),
        new("时长 h", "hours", "open-time"),
        new("在办", "backlog", "backlog"),
    ];
}
