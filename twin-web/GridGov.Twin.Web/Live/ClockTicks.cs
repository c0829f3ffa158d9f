using GridGov.Twin.Contracts;
using GridGov.Twin.Web.Language;

namespace GridGov.Twin.Web.Live;

/// <summary>What the browser must be told of a world's clock to let times run on by itself.</summary>
/// <param name="Stamp">Changes with every word of the server.</param>
/// <param name="Told">The world time told.</param>
/// <param name="Speed">World time per wall time; 0 while it stands or jumps.</param>
/// <param name="Age">How old the word was when the page was drawn.</param>
public sealed record ClockTicks(string Stamp, long Told, string Speed, long Age)
{
    /// <summary>As a clock says it now.</summary>
    public static ClockTicks Of(ClockView clock)
    {
        var speed = clock.Paused || clock.JumpTo is not null || clock.Speed is not { } set ? "0" : Figure.Fixed(set, 3);
        var age = Math.Max(0, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - clock.WallMs);
        return new ClockTicks($"{clock.NowMs}-{clock.WallMs}-{speed}", clock.NowMs, speed, age);
    }
}
