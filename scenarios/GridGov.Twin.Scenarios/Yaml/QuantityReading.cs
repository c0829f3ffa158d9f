using System.Globalization;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>A part of the day in milliseconds from midnight; a night's part ends after 24 hours.</summary>
public readonly record struct DayWindow(long FromMs, long ToMs);

/// <summary>Reads values that carry a unit.</summary>
public static class QuantityReading
{
    /// <summary>The units of limits as they are written behind the number: u urgent, w working, n natural; m minute, h hour, d day.</summary>
    public static readonly IReadOnlyDictionary<string, LimitUnit> LimitUnits = new Dictionary<string, LimitUnit>(StringComparer.Ordinal)
    {
        ["um"] = LimitUnit.UrgentMinute,
        ["uh"] = LimitUnit.UrgentHour,
        ["ud"] = LimitUnit.UrgentDay,
        ["wm"] = LimitUnit.WorkingMinute,
        ["wh"] = LimitUnit.WorkingHour,
        ["wd"] = LimitUnit.WorkingDay,
        ["nd"] = LimitUnit.NaturalDay,
    };

    private const double LongestMs = 100.0 * 366 * 86_400_000;
    private const long MinuteMs = 60_000;
    private const long DayMs = 86_400_000;

    /// <summary>A length of time with its unit, such as <c>15 min</c>; not negative, at most 100 years. Zero after a finding.</summary>
    public static Duration Duration(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Duration((long)Math.Round(value.DurationMs()));
    }

    /// <summary>The same length in milliseconds, not rounded: means of distributions keep their fractions.</summary>
    public static double DurationMs(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Scalar("a length of time with its unit: ms, s, min, h or d, such as 15 min", static (string text, out double ms) =>
        {
            var unitMs = Quantity.TrySplit(text, out var number, out var unit) ? Quantity.UnitMs(unit) : 0;
            ms = number * unitMs;
            return unitMs > 0 && ms is >= 0 and <= LongestMs;
        });
    }

    /// <summary>How often: <c>12 per hour</c> or per second, minute, day; not negative. Per hour.</summary>
    public static double PerHour(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Scalar("a rate such as 12 per hour (per second, minute, hour or day), not negative", static (string text, out double rate) =>
        {
            var hours = Quantity.TrySplit(text, out var number, out var unit)
                ? unit switch { "per second" => 1 / 3600.0, "per minute" => 1 / 60.0, "per hour" => 1, "per day" => 24, _ => 0.0 }
                : 0;
            rate = hours > 0 ? number / hours : 0;
            return hours > 0 && number >= 0;
        });
    }

    /// <summary>A speed such as <c>4.5 km/h</c> or <c>1.2 m/s</c>, above 0 and at most 200 km/h. Metres per second.</summary>
    public static double MetresPerSecond(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Scalar("a speed with its unit: km/h or m/s, above 0 and at most 200 km/h", static (string text, out double mps) =>
        {
            mps = Quantity.TrySplit(text, out var number, out var unit)
                ? unit switch { "km/h" => number / 3.6, "m/s" => number, _ => 0 }
                : 0;
            return mps > 0 && mps <= 200 / 3.6;
        });
    }

    /// <summary>A distance such as <c>50 m</c> or <c>1.2 km</c>, from 0 to 100 km. Metres.</summary>
    public static double Metres(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Scalar("a distance with its unit: m or km, not negative", static (string text, out double metres) =>
        {
            var unitM = Quantity.TrySplit(text, out var number, out var unit) ? unit switch { "m" => 1, "km" => 1000, _ => 0 } : 0;
            metres = number * unitM;
            return unitM > 0 && metres is >= 0 and <= 100_000;
        });
    }

    /// <summary>A time of day from <c>00:00</c> to <c>24:00</c>. Milliseconds from midnight.</summary>
    public static long ClockMs(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Scalar("a time of day from \"00:00\" to \"24:00\"", static (string text, out long ms) =>
        {
            var isClock = Quantity.TryClock(text, out var minutes);
            ms = minutes * MinuteMs;
            return isClock;
        });
    }

    /// <summary>A part of the day such as <c>08:00-20:00</c>; <c>20:00-08:00</c> is a night and passes midnight.</summary>
    public static DayWindow DayWindow(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Scalar("a part of the day such as \"08:00-20:00\", or \"20:00-08:00\" for a night", static (string text, out DayWindow window) =>
        {
            window = default;
            if (text.Length != 11 || text[5] != '-'
                || !Quantity.TryClock(text.AsSpan(0, 5), out var from) || !Quantity.TryClock(text.AsSpan(6), out var to) || from == to)
            {
                return false;
            }

            window = new DayWindow(from * MinuteMs, (to * MinuteMs) + (to < from ? DayMs : 0));
            return from < 24 * 60;
        });
    }

    /// <summary>A date such as <c>2025-06-09</c>, from 1900 to 2200.</summary>
    public static DateOnly Date(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Scalar("a date such as 2025-06-09", static (string text, out DateOnly date) => Quantity.TryDate(text, out date));
    }

    /// <summary>A date, or the first and the last of at most 366 such as <c>2025-10-01..2025-10-08</c>.</summary>
    public static (DateOnly First, DateOnly Last) Dates(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Scalar("a date such as 2025-06-09, or the first and last such as 2025-10-01..2025-10-08",
            static (string text, out (DateOnly First, DateOnly Last) dates) =>
            {
                var gap = text.IndexOf("..", StringComparison.Ordinal);
                dates = default;
                var isRange = gap < 0
                    ? Quantity.TryDate(text, out dates.First) && Quantity.TryDate(text, out dates.Last)
                    : Quantity.TryDate(text.AsSpan(0, gap), out dates.First) && Quantity.TryDate(text.AsSpan(gap + 2), out dates.Last);
                return isRange && dates.First <= dates.Last && dates.Last.DayNumber - dates.First.DayNumber < 366;
            });
    }

    /// <summary>A limit such as <c>4wh</c>: four working hours.</summary>
    public static Limit Limit(this YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Scalar($"a count and a unit ({string.Join(", ", LimitUnits.Keys)}), such as 4wh for four working hours", static (string text, out Limit limit) =>
        {
            limit = default;
            if (text.Length < 3 || !LimitUnits.TryGetValue(text[^2..], out var unit)
                || !int.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return false;
            }

            limit = new Limit(count, unit);
            return count is >= 1 and <= 10_000;
        });
    }
}
