using System.Text.Json;
using System.Text.Json.Serialization;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Journal.Turns;

/// <summary>A world's clock as it is stored.</summary>
internal static class ClockText
{
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static string Write(WorldTime time) => JsonSerializer.Serialize(
        new Stored(time.Anchor.Milliseconds, time.Wall.UtcTicks, time.Speed, time.JumpTo?.Milliseconds, time.Pace, time.IsPaused), Options);

    /// <exception cref="JournalException">The text is not that of a clock.</exception>
    public static WorldTime Read(string text)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(text, Options) ?? throw new JsonException("nothing");
            return new WorldTime(
                new Instant(stored.AnchorMs), new DateTimeOffset(stored.WallTicks, TimeSpan.Zero), stored.Speed,
                stored.JumpToMs is { } jump ? new Instant(jump) : null, stored.Pace, stored.IsPaused);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            throw new JournalException(JournalProblem.Damaged, $"the world's clock cannot be read: '{text}'", wrong);
        }
    }

    private sealed record Stored(long AnchorMs, long WallTicks, double Speed, long? JumpToMs, string Pace, bool IsPaused);
}
