using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// Counts and levels over the hours of the day from <paramref name="from"/> on, and the backlog's mean in every hour since the start.
/// </summary>
internal sealed class HourBook(Instant from)
{
    private const long HourMs = 3_600_000;
    private readonly long[] _levels = new long[HourCurves.Count];
    private double[][] _sums = NewSums();
    private readonly double[] _passedMs = new double[24];
    private readonly List<float> _backlog = [];
    private double _backlogMs;
    private Instant _at;

    /// <summary>Something happened once.</summary>
    public void Count(Instant now, int curve)
    {
        if (now >= from)
        {
            _sums[curve][HourOf(now)] += HourMs;
        }
    }

    /// <summary>A level changed.</summary>
    public void Change(Instant now, int curve, int by)
    {
        Pass(now);
        _levels[curve] += by;
    }

    /// <summary>The mean of each curve in each hour of the day since the last time; 0 in hours that were not reached.</summary>
    public double[][] TakeCurves(Instant now)
    {
        Pass(now);
        double[][] curves = [.. _sums.Select(sums => sums.Zip(_passedMs, (sum, ms) => ms > 0 ? sum / ms : 0).ToArray())];
        _sums = NewSums();
        _passedMs.AsSpan().Clear();
        return curves;
    }

    /// <summary>The mean backlog of each whole hour since the last time.</summary>
    public float[] TakeBacklog()
    {
        float[] taken = [.. _backlog];
        _backlog.Clear();
        return taken;
    }

    private void Pass(Instant now)
    {
        while (_at < now)
        {
            var hourEnds = new Instant(((_at.Milliseconds / HourMs) + 1) * HourMs);
            var to = hourEnds < now ? hourEnds : now;
            to = _at < from && from < to ? from : to;
            Spend(to);
            if (to == hourEnds)
            {
                _backlog.Add((float)(_backlogMs / HourMs));
                _backlogMs = 0;
            }
        }
    }

    private void Spend(Instant to)
    {
        double ms = (to - _at).Milliseconds;
        _backlogMs += _levels[HourCurves.Backlog] * ms;
        if (_at >= from)
        {
            var hour = HourOf(_at);
            _passedMs[hour] += ms;
            for (var curve = HourCurves.Backlog; curve < HourCurves.Count; curve++)
            {
                _sums[curve][hour] += _levels[curve] * ms;
            }
        }

        _at = to;
    }

    private static int HourOf(Instant at) => (int)(at.Milliseconds / HourMs % 24);

    private static double[][] NewSums() => [.. Enumerable.Range(0, HourCurves.Count).Select(_ => new double[24])];
}
