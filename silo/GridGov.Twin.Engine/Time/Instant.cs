namespace GridGov.Twin.Engine.Time;

/// <summary>A moment of a world, in whole milliseconds since that world's start. Never read from a wall clock.</summary>
public readonly record struct Instant(long Milliseconds) : IComparable<Instant>
{
    /// <summary>The moment the world begins.</summary>
    public static Instant Start => default;

    /// <summary>Later than everything a world can reach.</summary>
    public static Instant Never => new(long.MaxValue);

    /// <inheritdoc/>
    public int CompareTo(Instant other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <summary>The moment that lies <paramref name="span"/> after <paramref name="at"/>.</summary>
    public static Instant operator +(Instant at, Duration span) => new(at.Milliseconds + span.Milliseconds);

    /// <summary>The time from <paramref name="earlier"/> to <paramref name="later"/>; negative when they are swapped.</summary>
    public static Duration operator -(Instant later, Instant earlier) => new(later.Milliseconds - earlier.Milliseconds);

    /// <summary>Whether the left moment comes before the right one.</summary>
    public static bool operator <(Instant left, Instant right) => left.Milliseconds < right.Milliseconds;

    /// <summary>Whether the left moment comes after the right one.</summary>
    public static bool operator >(Instant left, Instant right) => left.Milliseconds > right.Milliseconds;

    /// <summary>Whether the left moment is not after the right one.</summary>
    public static bool operator <=(Instant left, Instant right) => left.Milliseconds <= right.Milliseconds;

    /// <summary>Whether the left moment is not before the right one.</summary>
    public static bool operator >=(Instant left, Instant right) => left.Milliseconds >= right.Milliseconds;
}
