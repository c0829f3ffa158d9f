using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// The world's clock as the viewers of an area were told it last. It runs on by itself, so most frames need not tell it; the times in those are told
/// by their distance from what it was.
/// </summary>
internal sealed class ToldClock
{
    /// <summary>So far, in wall time, viewers' clocks may be off before they are told: less than anybody sees.</summary>
    private const double MostOffMs = 100;
    private const int BeatsBetween = 4;
    private WorldClock _told;
    private bool _isShared;
    private int _beats;

    /// <summary>Whether the next frame must tell it, which may be the sign of life of an area.</summary>
    public bool IsDue(in WorldClock now, bool isBeat) => (isBeat && ++_beats >= BeatsBetween) || !_isShared || !RunsOnTo(now);

    /// <summary>The clock that a frame's times are told by.</summary>
    public WorldClock Tell(in WorldClock now, FrameFlags flags)
    {
        if (flags.HasFlag(FrameFlags.Key))
        {
            // Who gets this one knows another clock than the rest.
            _isShared = false;
            return now;
        }

        if (flags.HasFlag(FrameFlags.Clock))
        {
            (_told, _isShared, _beats) = (now, true, 0);
        }

        return _told;
    }

    // A world that goes as fast as it can keeps no pace a viewer could go by.
    private bool RunsOnTo(in WorldClock now) =>
        now.Speed == _told.Speed && double.IsFinite(now.Speed)
        && Math.Abs((now.Now - _told.Now).Milliseconds - (now.Speed * (now.WallMs - _told.WallMs))) <= MostOffMs * Math.Max(now.Speed, 1);
}
