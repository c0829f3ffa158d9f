using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Calendars;

/// <summary>
/// The clock of a stage or of a whole case: a budget in one unit, used up while the clock runs and the unit counts. Holds only instants;
/// the calendar is asked each time, so the clock stays small. Cases are pooled: <see cref="Reset"/> keeps the memory.
/// </summary>
public sealed class CaseClock
{
    // The stretches already run, oldest first, none empty; those of the present run begin at _presentRun.
    private Stretch[] _stretches = [];
    private int _stretchCount;
    private int _presentRun;
    private int _run;
    private Instant _runningSince;
    private Instant _lastOrder;

    private readonly record struct Stretch(Instant From, Instant To, LimitUnit Unit, int Run);

    /// <summary>Whether the clock runs.</summary>
    public ClockMode Mode { get; private set; }

    /// <summary>The unit the clock counts in.</summary>
    public LimitUnit Unit { get; private set; }

    /// <summary>The counted time allowed in the present run, extensions included.</summary>
    public Duration Budget { get; private set; }

    /// <summary>How often the clock was started again.</summary>
    public int Restarts => _run;

    /// <summary>Starts a clock that was never started, with a positive budget.</summary>
    public ClockAnswer Start(Instant now, LimitUnit unit, Duration budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget.Milliseconds);
        switch (Mode)
        {
            case ClockMode.Running: return ClockAnswer.AlreadyRunning;
            case ClockMode.Paused: return ClockAnswer.AlreadyPaused;
            case ClockMode.Stopped: return ClockAnswer.AlreadyStopped;
        }

        (Unit, Budget) = (unit, budget);
        return Change(now, ClockMode.Running);
    }

    /// <summary>挂账: stands still from now on.</summary>
    public ClockAnswer Pause(Instant now) => Mode switch
    {
        ClockMode.Idle => ClockAnswer.NotStarted,
        ClockMode.Paused => ClockAnswer.AlreadyPaused,
        ClockMode.Stopped => ClockAnswer.AlreadyStopped,
        _ => Change(now, ClockMode.Paused),
    };

    /// <summary>解挂: runs on after a pause.</summary>
    public ClockAnswer Resume(Instant now) => Mode switch
    {
        ClockMode.Idle => ClockAnswer.NotStarted,
        ClockMode.Running => ClockAnswer.AlreadyRunning,
        ClockMode.Stopped => ClockAnswer.AlreadyStopped,
        _ => Change(now, ClockMode.Running),
    };

    /// <summary>Done: stops for good, running or paused.</summary>
    public ClockAnswer Stop(Instant now) => Mode switch
    {
        ClockMode.Idle => ClockAnswer.NotStarted,
        ClockMode.Stopped => ClockAnswer.AlreadyStopped,
        _ => Change(now, ClockMode.Stopped),
    };

    /// <summary>
    /// Starts again from zero with a new positive budget, on re-dispatch or when a closed case is reopened. What was counted before counts
    /// no longer but stays in the <see cref="History"/>.
    /// </summary>
    public ClockAnswer Restart(Instant now, LimitUnit unit, Duration budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget.Milliseconds);
        var answer = Mode == ClockMode.Idle ? ClockAnswer.NotStarted : Change(now, ClockMode.Running);
        if (answer == ClockAnswer.Done)
        {
            (Unit, Budget, _presentRun, _run) = (unit, budget, _stretchCount, _run + 1);
        }

        return answer;
    }

    /// <summary>延期: allows <paramref name="more"/> counted time, a positive amount, while the clock runs or is paused.</summary>
    public ClockAnswer Extend(Instant now, Duration more)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(more.Milliseconds);
        if (Mode is ClockMode.Idle or ClockMode.Stopped)
        {
            return Mode == ClockMode.Idle ? ClockAnswer.NotStarted : ClockAnswer.AlreadyStopped;
        }

        if (now < _lastOrder)
        {
            return ClockAnswer.BeforeLastOrder;
        }

        (Budget, _lastOrder) = (Budget + more, now);
        return ClockAnswer.Done;
    }

    /// <summary>The time counted in the present run up to now, which must not lie before the last order.</summary>
    public Duration Counted(Instant now, WorkCalendar calendar)
    {
        var counted = Duration.Zero;
        for (var i = _presentRun; i < _stretchCount; i++)
        {
            counted += calendar.Counted(_stretches[i].From, _stretches[i].To, Unit);
        }

        return Mode == ClockMode.Running ? counted + calendar.Counted(_runningSince, now, Unit) : counted;
    }

    /// <summary>What is left of the budget; negative by as much as the clock is overdue.</summary>
    public Duration Remaining(Instant now, WorkCalendar calendar) => Budget - Counted(now, calendar);

    /// <summary>
    /// Whether more was counted than the budget allows. A case finished at the very instant of <see cref="Due"/>, or later in the same night
    /// on a clock that counts work only, is on time.
    /// </summary>
    public bool IsOverdue(Instant now, WorkCalendar calendar) => Mode != ClockMode.Idle && Remaining(now, calendar) < Duration.Zero;

    /// <summary>
    /// The instant at which <paramref name="share"/> of the budget is used up if the clock just runs on; in the past when it is already.
    /// <see cref="Instant.Never"/> unless the clock runs.
    /// </summary>
    public Instant Due(WorkCalendar calendar, double share = 1)
    {
        if (Mode != ClockMode.Running)
        {
            return Instant.Never;
        }

        var left = share == 1 ? Budget : new Duration((long)Math.Ceiling(Budget.Milliseconds * share));
        for (var i = _presentRun; i < _stretchCount; i++)
        {
            var counted = calendar.Counted(_stretches[i].From, _stretches[i].To, Unit);
            if (left <= counted)
            {
                return calendar.Due(_stretches[i].From, left, Unit);
            }

            left -= counted;
        }

        return calendar.Due(_runningSince, left, Unit);
    }

    /// <summary>The intervals that make up <see cref="Counted"/>, in order: the present run's stretches where its unit counts.</summary>
    public List<CountedInterval> Intervals(WorkCalendar calendar, Instant now) =>
        [.. History(calendar, now).Where(interval => interval.Run == _run)];

    /// <summary>The intervals counted in every run, in order, each as the unit of its run counts.</summary>
    public List<CountedInterval> History(WorkCalendar calendar, Instant now)
    {
        List<Stretch> stretches = [.. _stretches[.._stretchCount]];
        if (Mode == ClockMode.Running)
        {
            stretches.Add(new Stretch(_runningSince, now, Unit, _run));
        }

        return
        [
            .. stretches.SelectMany(stretch => calendar.Intervals(stretch.From, stretch.To, stretch.Unit)
                .Select(part => new CountedInterval(part.From, part.To, stretch.Run))),
        ];
    }

    /// <summary>Makes the clock as new, never started, for the next case of the pool.</summary>
    public void Reset()
    {
        (Mode, Unit, Budget) = (default, default, default);
        (_stretchCount, _presentRun, _run, _runningSince, _lastOrder) = (0, 0, 0, default, default);
    }

    /// <summary>Writes the whole state.</summary>
    public void Write(SnapshotWriter writer)
    {
        writer.Value(Mode);
        writer.Value(Unit);
        writer.Value(Budget);
        writer.Value(_presentRun);
        writer.Value(_run);
        writer.Value(_runningSince);
        writer.Value(_lastOrder);
        writer.Value(_stretchCount);
        foreach (ref readonly var stretch in _stretches.AsSpan(0, _stretchCount))
        {
            // One by one: a struct written whole would carry its padding, which is not part of the state.
            writer.Value(stretch.From);
            writer.Value(stretch.To);
            writer.Value(stretch.Unit);
            writer.Value(stretch.Run);
        }
    }

    /// <summary>Takes over the state a clock wrote, whatever this one held before.</summary>
    /// <exception cref="FormatException">The snapshot ends too early or is not a clock's.</exception>
    public void Read(SnapshotReader reader)
    {
        Reset();
        (Mode, Unit, Budget) = (reader.Value<ClockMode>(), reader.Value<LimitUnit>(), reader.Value<Duration>());
        (_presentRun, _run) = (reader.Value<int>(), reader.Value<int>());
        (_runningSince, _lastOrder) = (reader.Value<Instant>(), reader.Value<Instant>());
        var count = reader.Value<int>();
        if (Mode > ClockMode.Stopped || Unit > LimitUnit.WorkingMinute || count < 0 || _presentRun < 0 || _presentRun > count)
        {
            throw new FormatException($"not a case clock: mode {Mode}, unit {Unit}, {count} stretches, the present run from {_presentRun}");
        }

        for (var i = 0; i < count; i++)
        {
            Append(new Stretch(reader.Value<Instant>(), reader.Value<Instant>(), reader.Value<LimitUnit>(), reader.Value<int>()));
        }
    }

    // The one place where time passes: closes the running stretch, if any, when the mode or the run changes.
    private ClockAnswer Change(Instant now, ClockMode mode)
    {
        if (now < _lastOrder)
        {
            return ClockAnswer.BeforeLastOrder;
        }

        if (Mode == ClockMode.Running && _runningSince < now)
        {
            Append(new Stretch(_runningSince, now, Unit, _run));
        }

        (Mode, _lastOrder, _runningSince) = (mode, now, now);
        return ClockAnswer.Done;
    }

    private void Append(Stretch stretch)
    {
        if (_stretchCount == _stretches.Length)
        {
            Array.Resize(ref _stretches, Math.Max(2, _stretchCount * 2));
        }

        _stretches[_stretchCount++] = stretch;
    }
}
