using System.Globalization;

namespace GridGov.Twin.Engine.Time;

/// <summary>A length of world time in whole milliseconds; may be negative only as a difference of two instants.</summary>
public readonly record struct Duration(long Milliseconds) : IComparable<Duration>
{
    /// <summary>No time at all.</summary>
    public static Duration Zero => default;

    /// <summary>That many seconds.</summary>
    public static Duration Seconds(long seconds) => new(seconds * 1000);

    /// <summary>That many minutes.</summary>
    public static Duration Minutes(long minutes) => new(minutes * 60_000);

    /// <summary>That many hours.</summary>
    public static Duration Hours(long hours) => new(hours * 3_600_000);

    /// <summary>That many days of 24 hours.</summary>
    public static Duration Days(long days) => new(days * 86_400_000);

    /// <summary>The length in hours, for printing and averaging.</summary>
    public double TotalHours => Milliseconds / 3_600_000.0;

    /// <summary>The length in minutes, for printing and averaging.</summary>
    public double TotalMinutes => Milliseconds / 60_000.0;

    /// <inheritdoc/>
    public int CompareTo(Duration other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <summary>The two lengths one after the other.</summary>
    public static Duration operator +(Duration left, Duration right) => new(left.Milliseconds + right.Milliseconds);

    /// <summary>What is left of the first length after the second.</summary>
    public static Duration operator -(Duration left, Duration right) => new(left.Milliseconds - right.Milliseconds);

    /// <summary>Whether the left length is shorter.</summary>
    public static bool operator <(Duration left, Duration right) => left.Milliseconds < right.Milliseconds;

    /// <summary>Whether the left length is longer.</summary>
    public static bool operator >(Duration left, Duration right) => left.Milliseconds > right.Milliseconds;

    /// <summary>Whether the left length is not longer.</summary>
    public static bool operator <=(Duration left, Duration right) => left.Milliseconds <= right.Milliseconds;

    /// <summary>Whether the left length is not shorter.</summary>
    public static bool operator >=(Duration left, Duration right) => left.Milliseconds >= right.Milliseconds;

    /// <summary>The length as days and clock time, for messages: <c>1d 02:03:04.005</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Milliseconds / 86_400_000}d {Milliseconds / 3_600_000 % 24:00}:{Milliseconds / 60_000 % 60:00}:")
        + string.Create(CultureInfo.InvariantCulture, $"{Milliseconds / 1000 % 60:00}.{Milliseconds % 1000:000}");
}
