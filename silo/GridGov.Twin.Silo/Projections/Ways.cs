using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Silo.Projections;

/// <summary>How far each officer has gone on the present day, on patrol and to tasks.</summary>
internal sealed class Ways(int officers)
{
    private readonly (int Day, long PatrolM, long TaskM)[] _of = new (int, long, long)[officers];

    public void Hear(in Event e)
    {
        if (e.Body.Kind != LegStarted.Kind)
        {
            return;
        }

        var (leg, day) = (e.Body.As<LegStarted>(), WorkCalendar.DayOf(e.At));
        ref var ways = ref _of[e.Source.Number];
        ways = ways.Day == day ? ways : (day, 0, 0);
        ways = leg.ForTask == 1 ? (day, ways.PatrolM, ways.TaskM + leg.LengthM) : (day, ways.PatrolM + leg.LengthM, ways.TaskM);
    }

    public double PatrolKm(int officer, Instant now) => IsToday(officer, now) ? _of[officer].PatrolM / 1000.0 : 0;

    public double TaskKm(int officer, Instant now) => IsToday(officer, now) ? _of[officer].TaskM / 1000.0 : 0;

    private bool IsToday(int officer, Instant now) => _of[officer].Day == WorkCalendar.DayOf(now);
}
