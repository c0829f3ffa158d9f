using System.Globalization;
using GridGov.Twin.Contracts;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Silo.Api;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>Reads what somebody wants of a world's clock.</summary>
internal static class ClockOrders
{
    // A century: no calendar reaches much further.
    private static readonly Duration Furthest = Duration.Days(36_600);

    private const string Pause = "pause";
    private const string GoOn = "go on";
    private const string PaceWord = "pace ";

    /// <summary>Whether an order in words pauses or lets go on; null: neither.</summary>
    public static bool? HoldOf(string words) => words switch { Pause => true, GoOn => false, _ => null };

    /// <summary>The pace an order in words sets; null where it sets none.</summary>
    public static string? PaceOf(string words) => words.StartsWith(PaceWord, StringComparison.Ordinal) ? words[PaceWord.Length..] : null;

    /// <summary>The order in words, and what it does to the timing of a world at a moment.</summary>
    /// <exception cref="WorldRefusedException">It asks for none or several things, or for what cannot be.</exception>
    public static (string Words, Action<ITiming, Instant> Change) Of(ClockOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        object?[] asked = [order.Paused, order.Pace, order.StepMs, order.JumpToMs];
        if (asked.Count(one => one is not null) != 1)
        {
            throw Bad("one-order", "paused、pace、stepMs、jumpToMs 须且只能给出一个", "give exactly one of paused, pace, stepMs and jumpToMs");
        }

        return order switch
        {
            { Paused: { } paused } => (paused ? Pause : GoOn, (timing, now) => timing.Hold(paused, now)),
            { Pace: { } text } => (PaceWord + text, OfPace(text)),
            { StepMs: { } step } => ($"step {Text(step)} ms", (timing, now) => JumpTo(timing, now, step > 0 && step <= Furthest.Milliseconds ? now.Milliseconds + step : -1)),
            _ => ($"jump to {Text(order.JumpToMs!.Value)} ms", (timing, now) => JumpTo(timing, now, order.JumpToMs.Value)),
        };
    }

    private static Action<ITiming, Instant> OfPace(string text)
    {
        var pace = Given.Pace(text)!.Value;
        return (timing, now) => timing.Set(pace, now);
    }

    private static void JumpTo(ITiming timing, Instant now, long toMs)
    {
        if (toMs <= now.Milliseconds || toMs > Furthest.Milliseconds)
        {
            throw Bad("bad-moment", "目标时刻须在将来，且不超过一百年", "the moment must lie ahead, within a hundred years of the world's start");
        }

        timing.Jump(new Instant(toMs));
    }

    private static WorldRefusedException Bad(string code, string zh, string en) => new(422, code, new Name(zh, en));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
