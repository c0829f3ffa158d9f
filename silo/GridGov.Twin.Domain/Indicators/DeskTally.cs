using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Indicators;

/// <summary>What is counted at one desk (or of one team of officers): who came, waited, was served and left, and how busy the staff were.</summary>
public sealed class DeskTally
{
    private Instant _changed;

    /// <summary>Jobs that came.</summary>
    public long Arrived;

    /// <summary>Jobs begun.</summary>
    public long Started;

    /// <summary>Jobs finished.</summary>
    public long Finished;

    /// <summary>Jobs lost: refused, out of patience, withdrawn or broken off.</summary>
    public long Lost;

    /// <summary>How long begun jobs had waited.</summary>
    public Spread Waits { get; } = new();

    /// <summary>Jobs waiting now.</summary>
    public long Waiting { get; private set; }

    /// <summary>Jobs being served now.</summary>
    public long Serving { get; private set; }

    /// <summary>People on duty now.</summary>
    public long OnDuty { get; private set; }

    /// <summary>The sum of waiting jobs over time, in job-milliseconds.</summary>
    public double WaitingJobMs { get; private set; }

    /// <summary>The sum of served jobs over time, in job-milliseconds: the work done.</summary>
    public double ServedJobMs { get; private set; }

    /// <summary>The sum of people on duty over time, in person-milliseconds.</summary>
    public double DutyMs { get; private set; }

    /// <summary>Work done per person-time on duty; above 1 when staff finish jobs after their shift. 0 when nobody was on duty.</summary>
    public double Utilisation => DutyMs > 0 ? ServedJobMs / DutyMs : 0;

    /// <summary>Changes who waits, is served and is on duty, by these differences.</summary>
    public void Change(Instant now, int waiting, int serving, long onDuty)
    {
        Pass(now);
        Waiting += waiting;
        Serving += serving;
        OnDuty += onDuty;
    }

    /// <summary>Counts the time up to now.</summary>
    public void Pass(Instant now)
    {
        double ms = (now - _changed).Milliseconds;
        WaitingJobMs += Waiting * ms;
        ServedJobMs += Serving * ms;
        DutyMs += OnDuty * ms;
        _changed = now;
    }

    /// <summary>Forgets what was counted, but not who is there: the period begins now.</summary>
    public void Restart(Instant now)
    {
        Pass(now);
        (Arrived, Started, Finished, Lost) = (0, 0, 0, 0);
        (WaitingJobMs, ServedJobMs, DutyMs) = (0, 0, 0);
        Waits.Clear();
    }
}
