using System.Globalization;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>Values of a measure as people read them: shares in per cent, their differences in percentage points, the rest in its unit.</summary>
public static class MeasureText
{
    /// <summary>A value with its unit, such as <c>95.21 %</c>; a dash where there is none.</summary>
    public static string Value(Measure measure, double? value) =>
        value is { } known ? $"{Number(measure, known)}{Unit(measure, zh: false, isDifference: false)}" : "–";

    /// <summary>An estimate with its interval, such as <c>95.21 ± 0.34 %</c>; a dash where there is none.</summary>
    public static string Estimate(Measure measure, Estimate? estimate) =>
        estimate is null ? "–" : $"{Number(measure, estimate.Mean)}{Half(measure, estimate.HalfWidth)}{Unit(measure, zh: false, isDifference: false)}";

    /// <summary>A difference with its interval, such as <c>+1.20 ± 0.15 pp</c>; a dash where there is none.</summary>
    public static string Difference(Measure measure, Difference? difference, bool zh)
    {
        if (difference is null)
        {
            return "–";
        }

        var sign = difference.Mean >= 0 ? "+" : "";
        return $"{sign}{Number(measure, difference.Mean)}{Half(measure, difference.HalfWidth)}{Unit(measure, zh, isDifference: true)}";
    }

    /// <summary>The number alone, in the unit <see cref="Unit"/> names.</summary>
    public static string Number(Measure measure, double value)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var scaled = measure.Unit == IndicatorUnit.Share ? value * 100 : value;
        var format = measure.Unit == IndicatorUnit.Count && Math.Abs(scaled) >= 100 ? "#,0" : measure.Unit is IndicatorUnit.Count or IndicatorUnit.Kilometres ? "0.0" : "#,0.00";
        return scaled.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The unit with a space before it; nothing for counts.</summary>
    public static string Unit(Measure measure, bool zh, bool isDifference)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Unit switch
        {
            IndicatorUnit.Share when isDifference => zh ? " 个百分点" : " pp",
            IndicatorUnit.Share => " %",
            IndicatorUnit.Hours => " h",
            IndicatorUnit.Minutes => " min",
            IndicatorUnit.Kilometres => " km",
            _ => "",
        };
    }

    private static string Half(Measure measure, double? half) => half is { } known ? $" ± {Number(measure, known)}" : "";
}
