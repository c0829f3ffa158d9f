using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Desks;

/// <summary>
/// The same callers before imagined desks with one server as fast as all the real ones together, or faster: their waits by Lindley's recursion
/// W' = max(0, W + S − A), written here and nowhere in the product. Their means are known (Pollaczek and Khinchine) and they go up and down
/// with the real waits, so they serve as control variates. The work of each caller is drawn again from his stream.
/// </summary>
internal sealed class Shadow
{
    private readonly DeskRoom _room;
    private readonly ChanceStream[] _chance;
    private readonly double[] _speeds;
    private readonly double[] _waits;
    private double _lastMs;
    private double _lastWork;

    public Shadow(DeskRoom room, ulong seed)
    {
        _room = room;
        _chance = [.. room.Classes.Select((_, stream) => ChanceStream.For(seed, Grain.CallStreamOf(stream), Purpose.CallArrivals))];
        for (var stream = 0; stream < _chance.Length; stream++)
        {
            // The wait for the stream's first call.
            _chance[stream].Bits();
        }

        _speeds = SpeedsFor(room);
        _waits = new double[_speeds.Length];
        MeanMs = [.. _speeds.Select(MeanWaitMs)];
    }

    /// <summary>The known mean wait at each imagined desk.</summary>
    public double[] MeanMs { get; }

    public int Count => _speeds.Length;

    /// <summary>Lets the next caller arrive everywhere and says how much work he brings.</summary>
    public double Arrive(int stream, Instant now, Batch batch)
    {
        var work = _room.Classes[stream].Work.Sample(ref _chance[stream]).Milliseconds;
        _room.Classes[stream].Patience?.Sample(ref _chance[stream]);
        _chance[stream].Bits();
        var gap = now.Milliseconds - _lastMs;
        for (var i = 0; i < _waits.Length; i++)
        {
            _waits[i] = Math.Max(0, _waits[i] + (_lastWork * _speeds[i]) - gap);
            batch.ShadowWaited[i] += _waits[i];
        }

        (_lastMs, _lastWork) = (now.Milliseconds, work);
        return work;
    }

    // How long a unit of work takes: at the real desk's pooled speed where that is another queue than the real one, and at higher speeds.
    private static double[] SpeedsFor(DeskRoom room)
    {
        if (room.Capacity > 0 || room.Load is < 0.6 or >= 1)
        {
            return [];
        }

        double[] shares = room.Load > 0.97 ? [0.997, 0.99, 0.97, 0.9] : [0.98, 0.95, 0.9, 0.8];
        return [.. (room.People > 1 ? shares.Append(1) : shares).Select(share => share / room.People)];
    }

    private double MeanWaitMs(double speed)
    {
        var square = _room.Classes.Sum(each => each.Rate * each.SquareWork) * speed * speed;
        var load = _room.Classes.Sum(each => each.Rate * each.MeanWork) * speed;
        return square / (2 * (1 - load)) * DeskRoom.UnitMs;
    }
}
