using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Incidents;

// The rates arrivals are drawn from: by weather, hour, weekday and month, and by what a surge makes of them.
public sealed partial class DemandTable
{
    /// <summary>The mean number of incidents per day a cell has at this moment's rate.</summary>
    public double PerDay(int cell, Instant now, ulong seed)
    {
        var cellKind = (int)_cells[cell].Kind;
        var sum = InSurge(cell, now) ? SurgedSum(cell, cellKind, now, seed) : RhythmSum(cellKind, now, seed);
        return sum * _demand.CellFactor[cell];
    }

    /// <summary>The weather at a moment: what a running surge brings, or the day's own drawn from the climate.</summary>
    public Weather WeatherAt(Instant now, ulong seed)
    {
        foreach (var surge in _demand.Surges)
        {
            if (surge.Weather is { } brought && surge.From <= now && now < surge.To)
            {
                return brought;
            }
        }

        return DayWeather(now, seed);
    }

    /// <summary>The weather that the climate alone gives the day of a moment.</summary>
    public Weather DayWeather(Instant now, ulong seed)
    {
        var day = WorkCalendar.DayOf(now);
        var left = ChanceStream.For(seed, (ulong)day, Purpose.Weather).Unit();
        var chances = _demand.Climate.ByMonth[_calendar.DateOf(now).Month - 1];
        var weather = 0;
        while (weather < chances.Length - 1 && left >= chances[weather])
        {
            left -= chances[weather++];
        }

        return (Weather)weather;
    }

    // Rates of a whole day without surges, per day, for each of its hours.
    private ReadOnlySpan<double> HoursOf(int cellKind, Instant now, ulong seed)
    {
        var date = _calendar.DateOf(now);
        return _hours.AsSpan(RowOf(cellKind, Weekday(date), date.Month - 1, (int)WeatherAt(now, seed)), 24);
    }

    private double RhythmSum(int cellKind, Instant now, ulong seed) => HoursOf(cellKind, now, seed)[(int)(now.Milliseconds % DayMs / HourMs)];

    private double[] MakeHours()
    {
        var hours = new double[RowOf(_perDay.Length, 0, 0, 0)];
        for (var at = 0; at < hours.Length; at++)
        {
            var (hour, weather, month) = (at % 24, at / 24 % Weathers, at / 24 / Weathers % 12);
            var (weekday, cellKind) = (at / 24 / Weathers / 12 % 7, at / 24 / Weathers / 12 / 7);
            for (var rhythm = 0; rhythm < _demand.Rhythms.Length; rhythm++)
            {
                hours[at] += _perDay[cellKind][rhythm] * Factor(_demand.Rhythms[rhythm], hour, weekday, month, weather);
            }
        }

        return hours;
    }

    private static int RowOf(int cellKind, int weekday, int month, int weather) => ((((((cellKind * 7) + weekday) * 12) + month) * Weathers) + weather) * 24;

    // The factor of every rhythm at a moment: the date and the weather are looked up once, not once for each kind.
    private double[] FactorsAt(Instant now, ulong seed)
    {
        var (date, hour, weather) = (_calendar.DateOf(now), (int)(now.Milliseconds % DayMs / HourMs), (int)WeatherAt(now, seed));
        return [.. _demand.Rhythms.Select(rhythm => Factor(rhythm, hour, Weekday(date), date.Month - 1, weather))];
    }

    private static double Factor(Rhythm r, int hour, int weekday, int month, int weather) =>
        r.ByHour[hour] * r.ByWeekday[weekday] * r.ByMonth[month] * r.ByWeather[weather];

    private static int Weekday(DateOnly date) => ((int)date.DayOfWeek + 6) % 7;

    private bool TouchesDay(long day)
    {
        foreach (var surge in _demand.Surges)
        {
            if (surge.From.Milliseconds < (day + 1) * DayMs && surge.To.Milliseconds > day * DayMs)
            {
                return true;
            }
        }

        return false;
    }

    private bool InSurge(int cell, Instant now)
    {
        foreach (var surge in _demand.Surges)
        {
            if (Touches(surge, cell, now))
            {
                return true;
            }
        }

        return false;
    }

    private double SurgedSum(int cell, int cellKind, Instant now, ulong seed)
    {
        var factors = FactorsAt(now, seed);
        var sum = 0.0;
        foreach (var kind in _demand.Kinds)
        {
            sum += Surged(kind, cell, cellKind, now, factors);
        }

        return sum;
    }

    private double Surged(KindDemand kind, int cell, int cellKind, Instant now, double[] factors)
    {
        var rate = kind.PerCellDay[cellKind] * factors[kind.Rhythm];
        foreach (var surge in _demand.Surges)
        {
            if (surge.Kinds[kind.Kind] && Touches(surge, cell, now))
            {
                rate *= surge.Factor;
            }
        }

        return rate;
    }

    private static bool Touches(Surge surge, int cell, Instant now) =>
        surge.From <= now && now < surge.To && (surge.Cells.Length == 0 || Array.BinarySearch(surge.Cells, cell) >= 0);

    private long SegmentEnd(long now)
    {
        var hour = ((now / HourMs) + 1) * HourMs;
        var edge = Array.BinarySearch(_surgeEdges, now + 1);
        var next = edge < 0 ? ~edge : edge;
        return next < _surgeEdges.Length ? Math.Min(hour, _surgeEdges[next]) : hour;
    }
}
