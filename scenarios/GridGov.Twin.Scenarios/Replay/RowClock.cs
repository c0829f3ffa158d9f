using System.Globalization;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>Reads the times of a log as the district's clock shows them.</summary>
internal sealed class RowClock(LogTimes times)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>The clock time in milliseconds since 0001-01-01 00:00; false when it is in none of the formats or in no sensible year.</summary>
    public bool TryRead(string text, out long ms)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        var isTime = DateTimeOffset.TryParseExact(text, times.Formats, CultureInfo.InvariantCulture, Styles, out var moment);
        if (isTime && times.Offset is { } offset)
        {
            moment = moment.ToOffset(offset);
        }

        ms = moment.DateTime.Ticks / TimeSpan.TicksPerMillisecond;
        return isTime && moment.Year is >= FirstYear and <= LastYear;
    }

    /// <summary>The date of such a time.</summary>
    public static DateOnly DateOf(long ms) => DateOnly.FromDateTime(new DateTime(ms * TimeSpan.TicksPerMillisecond));

    /// <summary>The first moment of a date as such a time.</summary>
    public static long StartOf(DateOnly date) => date.ToDateTime(TimeOnly.MinValue).Ticks / TimeSpan.TicksPerMillisecond;
}
