using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Plans;

/// <summary>On which days a shift is worked.</summary>
public enum DutyDays : byte
{
    /// <summary>每天.</summary>
    Every,

    /// <summary>工作日 by the calendar.</summary>
    Working,

    /// <summary>休息日: weekends and holidays by the calendar.</summary>
    Rest,
}

/// <summary>
/// A shift: from and to in milliseconds of the day (to may pass 24 h for a night shift), its days,
/// and how many people are on duty.
/// </summary>
public record Shift(string Name, long FromMs, long ToMs, DutyDays Days, int People);

/// <summary>A shift worked once, on one day of the world (0 is the first): people called in.</summary>
public sealed record OnceShift(string Name, int Day, long FromMs, long ToMs, int People) : Shift(Name, FromMs, ToMs, DutyDays.Every, People)
{
    private const long DayMs = 86_400_000;

    /// <summary>From one moment of the world until another.</summary>
    public static OnceShift Between(string name, Instant from, Instant until, int people)
    {
        var day = from.Milliseconds / DayMs;
        return new(name, (int)day, from.Milliseconds - (day * DayMs), until.Milliseconds - (day * DayMs), people);
    }
}

/// <summary>How officers are chosen for a task; a word in the scenario file.</summary>
public enum DispatchPolicy : byte
{
    /// <summary>The officer whose beat the cell is on; the task waits for him.</summary>
    OwnCell,

    /// <summary>The free officer nearest by street; if none is free, the first to become free.</summary>
    NearestFree,

    /// <summary>The officer on duty with the fewest tasks, the nearest among equals.</summary>
    LeastLoaded,

    /// <summary>The officer on duty who would be there first, counting the tasks he still has.</summary>
    ShortestTravel,
}

/// <summary>
/// A team of officers that shares tasks under one <see cref="DispatchPolicy"/>: one per street, or one for the district
/// (<paramref name="Org"/> is the unit's index).
/// </summary>
public sealed record TeamPlan(int Index, string Name, int Org, DispatchPolicy Policy, int[] Officers);

/// <summary>
/// An officer: team, beat (cells walked in this order), shifts, walking or riding speeds in metres per second on patrol and to a task,
/// and how long a look at one cell takes.
/// </summary>
public sealed record OfficerPlan(
    int Index, string Name, int Team, int[] Beat, Shift[] Shifts, double PatrolMps, double TaskMps, Distribution Look, bool Patrols);

/// <summary>
/// A desk 席位: a pool of interchangeable staff with one queue, ordered by priority then arrival. A workflow role's desk
/// (<paramref name="Role"/> ≥ 0), a department's desk (<paramref name="Department"/> ≥ 0), or the hotline (both −1).
/// <paramref name="Org"/> is the unit it serves; <paramref name="Capacity"/> is the most that may wait or be served (0: no limit).
/// </summary>
public sealed record DeskPlan(int Index, string Id, string Zh, string En, Level Level, int Org, int Role, int Department, Shift[] Shifts, int Capacity);

/// <summary>
/// The hotline 12345: which desk answers, how long a call takes, how long a caller waits before hanging up (null: for ever),
/// the chance that he calls again, and after how long.
/// </summary>
public sealed record HotlinePlan(int Desk, Distribution Talk, Distribution? Patience, double CallsAgain, Distribution RedialAfter);

/// <summary>
/// A steady stream of calls that concern no incident (questions, other business), Poisson with a mean per hour, to one desk.
/// Lower <paramref name="Priority"/> is served first.
/// </summary>
public sealed record CallStream(int Index, string Id, int Desk, double PerHour, byte Priority, Distribution Work, Distribution? Patience);

/// <summary>
/// How devices behave: chance and delay of noticing, false alarms per device and year, time between failures and to repair,
/// null failure: never fails.
/// </summary>
public sealed record DeviceRules(double Notices, Distribution NoticeDelay, double FalseAlarmsPerYear, Distribution? BetweenFailures, Distribution Repair);
