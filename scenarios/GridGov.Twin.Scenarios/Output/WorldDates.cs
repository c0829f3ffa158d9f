using System.Globalization;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>Moments of a world as people read them: its first day begins at 00:00 of <paramref name="firstDay"/>, in local civil time.</summary>
public sealed class WorldDates(DateOnly firstDay)
{
    private readonly DateTime _start = firstDay.ToDateTime(TimeOnly.MinValue);

    /// <summary>The moment as <c>2025-06-09 08:15:00.000</c>; empty for never.</summary>
    public string Text(Instant at) => at == Instant.Never ? "" : Of(at).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>The moment as <c>2025-06-09 08:15:00</c>, its milliseconds left out; empty for never and for null.</summary>
    public string Seconds(Instant? at) =>
        at is not { } known || known == Instant.Never ? "" : Of(known).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The date and time of a moment.</summary>
    public DateTime Of(Instant at) => _start.AddMilliseconds(at.Milliseconds);
}
