using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Calendars;

/// <summary>Whether a case clock runs.</summary>
public enum ClockMode : byte
{
    /// <summary>Not started yet.</summary>
    Idle,

    /// <summary>Counting, as far as the calendar lets its unit count.</summary>
    Running,

    /// <summary>挂账: standing still, to be resumed.</summary>
    Paused,

    /// <summary>Done; only a restart sets it going again.</summary>
    Stopped,
}

/// <summary>What a clock answers to an order: done, or why not. A refused order leaves the clock as it was.</summary>
public enum ClockAnswer : byte
{
    /// <summary>The order was carried out.</summary>
    Done,

    /// <summary>The clock was never started.</summary>
    NotStarted,

    /// <summary>The clock runs already.</summary>
    AlreadyRunning,

    /// <summary>The clock is paused already.</summary>
    AlreadyPaused,

    /// <summary>The clock is stopped.</summary>
    AlreadyStopped,

    /// <summary>The order's instant lies before the order carried out last.</summary>
    BeforeLastOrder,
}

/// <summary>
/// A stretch of time a clock counted, from inclusive to exclusive; <paramref name="Run"/> is 0 for the first start, one more for each restart.
/// </summary>
public readonly record struct CountedInterval(Instant From, Instant To, int Run);
