using System.Globalization;

namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>How numbers with units are written: the number, a space if one likes, the unit.</summary>
internal static class Quantity
{
    /// <summary>Reads a finite number in invariant notation: digits, a point, an exponent.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>Splits <c>4.5 km/h</c> into number and unit; false when there is no number in front.</summary>
    public static bool TrySplit(string text, out double number, out string unit)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '-' or '+'))
        {
            end++;
        }

        unit = text[end..].Trim();
        return TryNumber(text.AsSpan(0, end), out number);
    }

    /// <summary>Milliseconds of one unit of time, or 0 for an unknown unit.</summary>
    public static double UnitMs(string unit) => unit switch
    {
        "ms" => 1,
        "s" => 1000,
        "min" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => 0,
    };

    /// <summary>Reads a date <c>YYYY-MM-DD</c> from 1900 to 2200.</summary>
    public static bool TryDate(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= 1900 and <= 2200;

    /// <summary>Reads minutes of the day from <c>HH:MM</c>, at most 24:00.</summary>
    public static bool TryClock(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text.Length != 5 || text[2] != ':'
            || !int.TryParse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(text[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var minute))
        {
            return false;
        }

        minutes = (hour * 60) + minute;
        return minute < 60 && minutes <= 24 * 60;
    }
}
