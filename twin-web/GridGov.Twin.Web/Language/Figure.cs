using System.Globalization;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>Figures as people read them.</summary>
public static class Figure
{
    /// <summary>The number of an indicator without its unit; a dash where there is none.</summary>
    public static string Value(string unit, double? value) => value switch
    {
        null => "–",
        { } v when unit == "share" => (v * 100).ToString("0.#", CultureInfo.InvariantCulture),
        { } v when unit == "count" => v.ToString("#,0", CultureInfo.InvariantCulture),
        { } v => v.ToString(v < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture),
    };

    /// <summary>The sign of a unit.</summary>
    public static Name Unit(string unit) => unit switch
    {
        "share" => new("%", "%"),
        "hours" => new("小时", "h"),
        "minutes" => new("分", "min"),
        "kilometres" => new("公里", "km"),
        _ => new("", ""),
    };

    /// <summary>A whole number with groups.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number with as many decimals as asked for.</summary>
    public static string Fixed(double value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>How many times as fast as the wall clock: 600×, 0.9×.</summary>
    public static string Times(double factor) => (factor switch
    {
        < 0.05 => "0",
        < 10 => factor.ToString("0.#", CultureInfo.InvariantCulture),
        _ => Math.Round(factor).ToString("#,0", CultureInfo.InvariantCulture),
    }) + "×";

    /// <summary>A point in degrees.</summary>
    public static string Degrees(PointView at) => Degrees(at.Lon, at.Lat);

    /// <summary>A longitude and a latitude in degrees.</summary>
    public static string Degrees(double lon, double lat) => string.Create(CultureInfo.InvariantCulture, $"{lon:0.00000}, {lat:0.00000}");
}
