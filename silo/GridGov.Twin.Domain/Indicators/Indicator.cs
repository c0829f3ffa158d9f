using System.Globalization;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Indicators;

/// <summary>How an indicator's value is read.</summary>
public enum IndicatorUnit : byte
{
    /// <summary>A share of 1, shown in per cent.</summary>
    Share,

    /// <summary>A count.</summary>
    Count,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Kilometres.</summary>
    Kilometres,
}

/// <summary>
/// One indicator: machine name, names for people, value; for shares also what was divided by what.
/// A share of nothing has no value.
/// </summary>
public sealed record Indicator(string Id, string Zh, string En, IndicatorUnit Unit, double? Value, double? Of = null, double? Part = null)
{
    /// <summary>The share <paramref name="part"/> / <paramref name="of"/>.</summary>
    public static Indicator Share(string id, string zh, string en, double part, double of) =>
        new(id, zh, en, IndicatorUnit.Share, of > 0 ? part / of : null, of, part);

    /// <summary>A count.</summary>
    public static Indicator Count(string id, string zh, string en, double value) => new(id, zh, en, IndicatorUnit.Count, value);

    /// <summary>A mean length in hours; no value when nothing was measured.</summary>
    public static Indicator Hours(string id, string zh, string en, Spread spread, Duration value) =>
        new(id, zh, en, IndicatorUnit.Hours, spread.Count == 0 ? null : value.TotalHours);

    /// <summary>The value as people read it.</summary>
    public string Text => Value is not { } value ? "–" : Unit switch
    {
        IndicatorUnit.Share => (value * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %",
        IndicatorUnit.Count => value.ToString("#,0", CultureInfo.InvariantCulture),
        IndicatorUnit.Hours => value.ToString("#,0.00", CultureInfo.InvariantCulture) + " h",
        IndicatorUnit.Minutes => value.ToString("#,0.00", CultureInfo.InvariantCulture) + " min",
        _ => value.ToString("#,0.0", CultureInfo.InvariantCulture) + " km",
    };
}
