using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// How much world time a turn runs at most, fitted to the wall time a turn may take: whoever comes to the door does not wait longer. A world that
/// stands or goes by the wall clock is quick because it has little to do, and says nothing about slices.
/// </summary>
internal sealed class TurnSlice(double turnMs)
{
    private const int MostMs = 86_400_000;

    /// <summary>How much.</summary>
    public Duration Length { get; private set; } = Duration.Seconds(60);

    /// <summary>Fits it to what a turn took, and whether that ran a whole slice.</summary>
    public void Adapt(double tookMs, bool wasFull)
    {
        var ms = tookMs > turnMs ? Length.Milliseconds / 2
            : tookMs < turnMs / 4 && wasFull ? Length.Milliseconds * 2
            : Length.Milliseconds;
        Length = new Duration(Math.Clamp(ms, 1, MostMs));
    }
}
