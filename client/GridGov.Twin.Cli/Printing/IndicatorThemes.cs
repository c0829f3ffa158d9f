using GridGov.Twin.Domain.Indicators;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Some indicators under one heading.</summary>
internal sealed record IndicatorTheme(string Zh, string En, Indicator[] Indicators);

/// <summary>Puts the main indicators under headings in the order a case meets them; what no heading names comes last.</summary>
internal static class IndicatorThemes
{
    private static readonly (string Zh, string En, string[] Ids)[] Themes =
    [
        ("发现", "discovery", ["discovery-rate", "detection-delay", "detection-delay-p90", "reports", "valid-report-rate", "merged"]),
        ("受理与立案", "intake and filing", ["accepted", "rejected", "settled", "filing-rate"]),
        ("派遣与处置", "dispatch and handling", ["dispatch-rate", "dispatch-accuracy", "handling-rate", "on-time-handling-rate", "handling-time"]),
        ("结案", "closing", ["closed", "closing-rate", "on-time-closing-rate", "rework-rate", "extension-rate", "open-time", "open-time-p90", "backlog"]),
        ("办结层级", "closed at each level", ["closed-grid", "closed-community", "closed-street", "closed-district"]),
        ("网格员", "officers", ["officer-utilisation", "task-wait", "tasks", "visits", "patrol-km", "task-km"]),
    ];

    /// <summary>The themes that have indicators.</summary>
    public static IEnumerable<IndicatorTheme> Of(Indicator[] indicators)
    {
        var named = Themes.Select(theme => new IndicatorTheme(
            theme.Zh, theme.En, [.. theme.Ids.SelectMany(id => indicators.Where(indicator => indicator.Id == id))]));
        var known = Themes.SelectMany(theme => theme.Ids).ToHashSet();
        var others = new IndicatorTheme("其他", "other", [.. indicators.Where(indicator => !known.Contains(indicator.Id))]);
        return named.Append(others).Where(theme => theme.Indicators.Length > 0);
    }
}
