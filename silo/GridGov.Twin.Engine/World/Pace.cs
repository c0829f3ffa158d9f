using System.Globalization;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.World;

/// <summary>
/// How much world time passes in a length of wall time. A pace only ever makes a world wait: what happens in it, and in which
/// order, is the same at every pace, and after every pause or change of pace.
/// </summary>
public readonly record struct Pace
{
    private Pace(double speed) => Speed = speed;

    /// <summary>World milliseconds per wall millisecond; infinity for as fast as possible.</summary>
    public double Speed { get; }

    /// <summary>As fast as the machine allows.</summary>
    public static Pace Max => new(double.PositiveInfinity);

    /// <summary>Whether nothing is ever waited for.</summary>
    public bool IsMax => double.IsPositiveInfinity(Speed);

    /// <summary>A pace of so many world milliseconds per wall millisecond.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero, or above a million.</exception>
    public static Pace Of(double speed) =>
        speed is > 0 and <= 1e6
            ? new(speed)
            : throw new ArgumentOutOfRangeException(nameof(speed), speed, "a pace is above 0 and at most 1000000");

    /// <summary>A pace as people write it: <c>max</c>, or a number such as <c>600</c>, <c>60</c>, <c>1</c> or <c>0.5</c>.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Pace Parse(string text)
    {
        if (text == "max")
        {
            return Max;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= 1e6
            ? new(speed)
            : throw new FormatException($"pace '{text}': expected max or a number above 0 and at most 1000000, such as 600, 60 or 1");
    }

    /// <summary>
    /// How far a world may go that was at <paramref name="from"/> when this pace was set, <paramref name="wallMs"/> ago by the
    /// wall clock; <see cref="Instant.Never"/> at <see cref="Max"/>. Messages due before that may run.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The wall time is negative.</exception>
    public Instant Limit(Instant from, double wallMs)
    {
        if (!(wallMs >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(wallMs), wallMs, "wall time does not run backwards");
        }

        var passedMs = Speed * wallMs;
        return IsMax || passedMs >= Instant.Never.Milliseconds - from.Milliseconds ? Instant.Never : from + new Duration((long)passedMs);
    }

    /// <summary>
    /// How many wall milliseconds are still to wait until a message due at <paramref name="due"/> may run, for a world that was at
    /// <paramref name="from"/> when this pace was set, <paramref name="wallMs"/> ago. 0 if it may run now, infinity for
    /// <see cref="Instant.Never"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The wall time is negative.</exception>
    public double WaitMs(Instant from, double wallMs, Instant due)
    {
        if (Limit(from, wallMs) > due)
        {
            return 0;
        }

        if (due == Instant.Never)
        {
            return double.PositiveInfinity;
        }

        // Due in the last of these milliseconds means before the limit, hence one more.
        return Math.Max(0, (((due - from).Milliseconds + 1) / Speed) - wallMs);
    }

    /// <summary>The pace as people write it.</summary>
    public override string ToString() => IsMax ? "max" : Speed.ToString(CultureInfo.InvariantCulture);
}
