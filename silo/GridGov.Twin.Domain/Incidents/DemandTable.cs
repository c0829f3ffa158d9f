using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Incidents;

/// <summary>
/// The demand of a plan, ready to draw from: a non-homogeneous Poisson process per cell whose rate is constant
/// within each hour and between the edges of surges, so that arrivals are drawn exactly, by inverting the summed rate.
/// </summary>
public sealed partial class DemandTable
{
    private const long HourMs = 3_600_000;
    private const long DayMs = 24 * HourMs;
    private const int LongestQuietDays = 3 * 366;
    private const int Weathers = 5;

    private readonly DemandPlan _demand;
    private readonly WorkCalendar _calendar;
    private readonly CellSite[] _cells;
    private readonly double[][] _perDay;      // [kind of cell][rhythm]: incidents per cell and day
    private readonly double[][][] _upTo;      // [kind of cell][rhythm][i]: the same, summed over the rhythm's kinds up to i
    private readonly int[][] _kinds;          // [rhythm][i]: which filing condition
    private readonly double[] _hours;         // [kind of cell][weekday][month][weather][hour]: incidents per cell and day
    private readonly long[] _surgeEdges;

    /// <summary>Prepares the demand of a plan over its cells.</summary>
    public DemandTable(DemandPlan demand, WorkCalendar calendar, CellSite[] cells)
    {
        (_demand, _calendar, _cells) = (demand, calendar, cells);
        var cellKinds = Enum.GetValues<CellKind>().Length;
        _kinds = [.. demand.Rhythms.Select(r => demand.Kinds.Where(k => k.Rhythm == r.Index).Select(k => k.Kind).ToArray())];
        _upTo = new double[cellKinds][][];
        _perDay = new double[cellKinds][];
        for (var kind = 0; kind < cellKinds; kind++)
        {
            _upTo[kind] = [.. demand.Rhythms.Select(r => Summed(demand.Kinds.Where(k => k.Rhythm == r.Index).Select(k => k.PerCellDay[kind])))];
            _perDay[kind] = [.. _upTo[kind].Select(row => row.Length == 0 ? 0 : row[^1])];
        }

        _hours = MakeHours();
        _surgeEdges = [.. demand.Surges.SelectMany(s => new[] { s.From.Milliseconds, s.To.Milliseconds }).Distinct().Order()];
    }

    /// <summary>When the next incident of a cell begins after <paramref name="from"/>; <see cref="Instant.Never"/> if its rate stays zero.</summary>
    public Instant NextArrival(int cell, Instant from, ulong seed, ref ChanceStream chance)
    {
        if (_demand.CellFactor[cell] == 0 || Array.TrueForAll(_perDay[(int)_cells[cell].Kind], perDay => perDay == 0))
        {
            return Instant.Never;
        }

        var owed = -Exact.Log(chance.UnitAboveZero());
        var now = from.Milliseconds;
        var until = now + (LongestQuietDays * DayMs);
        while (now < until)
        {
            // A day without surges has one rate for each hour, looked up; a surge may change rates at any moment and by kind.
            var hours = TouchesDay(now / DayMs) ? default : HoursOf((int)_cells[cell].Kind, new Instant(now), seed);
            var dayEnd = ((now / DayMs) + 1) * DayMs;
            while (now < dayEnd)
            {
                var end = hours.IsEmpty ? SegmentEnd(now) : ((now / HourMs) + 1) * HourMs;
                var perDay = hours.IsEmpty ? PerDay(cell, new Instant(now), seed) : hours[(int)(now % DayMs / HourMs)] * _demand.CellFactor[cell];
                var gain = perDay / DayMs * (end - now);
                if (gain >= owed && perDay > 0)
                {
                    // Rounded up, so that two incidents of a cell never share the instant that asked for the next.
                    return new Instant(Math.Min(end, now + (long)(owed * DayMs / perDay) + 1));
                }

                owed -= gain;
                now = end;
            }
        }

        return Instant.Never;
    }

    /// <summary>Which kind begins in <paramref name="cell"/> at the moment <see cref="NextArrival"/> gave.</summary>
    public int DrawKind(int cell, Instant arrival, ulong seed, ref ChanceStream chance)
    {
        // By the rates of the millisecond that ends now: an arrival rounded up to the full hour belongs to the hour before.
        var now = new Instant(arrival.Milliseconds - 1);
        var cellKind = (int)_cells[cell].Kind;
        if (InSurge(cell, now))
        {
            return DrawKindInSurge(cell, cellKind, now, seed, ref chance);
        }

        var factors = FactorsAt(now, seed);
        var left = chance.Unit() * RhythmSum(cellKind, now, seed);
        var rhythm = 0;
        for (; rhythm < _perDay[cellKind].Length - 1; rhythm++)
        {
            var weight = _perDay[cellKind][rhythm] * factors[rhythm];
            if (left < weight)
            {
                break;
            }

            left -= weight;
        }

        return PickKind(cellKind, rhythm, ref chance);
    }

    private int PickKind(int cellKind, int rhythm, ref ChanceStream chance)
    {
        var row = _upTo[cellKind][rhythm];
        var at = Array.BinarySearch(row, chance.Unit() * row[^1]);
        return _kinds[rhythm][Math.Min(at < 0 ? ~at : at + 1, row.Length - 1)];
    }

    private int DrawKindInSurge(int cell, int cellKind, Instant now, ulong seed, ref ChanceStream chance)
    {
        var left = chance.Unit() * SurgedSum(cell, cellKind, now, seed);
        var factors = FactorsAt(now, seed);
        foreach (var kind in _demand.Kinds)
        {
            left -= Surged(kind, cell, cellKind, now, factors);
            if (left < 0)
            {
                return kind.Kind;
            }
        }

        return _demand.Kinds[^1].Kind;
    }

    private static double[] Summed(IEnumerable<double> rates)
    {
        var sum = 0.0;
        return [.. rates.Select(rate => sum += rate)];
    }
}
