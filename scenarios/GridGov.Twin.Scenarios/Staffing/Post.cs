using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>People who share one line of work: a role's desks, a department, the hotline, or all officers.</summary>
/// <param name="Id">The pool's machine name, as its measures have it; <c>officers</c> for the officers.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">Whose people.</param>
/// <param name="Places">At how many places it stands, each with the people of its posts; 1 for officers.</param>
/// <param name="Desks">The desks that belong to it; none for officers.</param>
/// <param name="Steady">People whose number does not change, with their shifts.</param>
public sealed record StaffPool(string Id, Title Title, PoolKind Kind, int Places, int[] Desks, Shift[] Steady)
{
    /// <summary>The machine name of the officers' pool.</summary>
    public const string OfficersId = "officers";

    /// <summary>The measure of how busy it is.</summary>
    public string UtilisationMeasure => Kind == PoolKind.Officers ? "officer-utilisation" : $"utilisation.{Id}";

    /// <summary>The measure of how long its work waits, in minutes.</summary>
    public string WaitMeasure => Kind == PoolKind.Officers ? "task-wait" : $"wait.{Id}";
}

/// <summary>A post whose number of people is looked for.</summary>
/// <param name="Index">Its place in the plan.</param>
/// <param name="Pool">The pool it works for.</param>
/// <param name="Section">What was written of it.</param>
/// <param name="Shifts">When it is on duty: one shift, or a group of officers' shifts.</param>
/// <param name="Now">How many people the scenario has there.</param>
public sealed record Post(int Index, StaffPool Pool, PostSection Section, Shift[] Shifts, int Now)
{
    private const double WorkingDays = 5;
    private const double DaysOfWeek = 7;

    /// <summary>Its name: the pool's and the shift's.</summary>
    public Title Title => new($"{Pool.Title.Zh} {Section.Shift.Value}", $"{Pool.Title.En} {Section.Shift.Value}");

    /// <summary>Its machine name.</summary>
    public string Id => $"{Pool.Id}/{Section.Shift.Value}";

    /// <summary>On how many days of a usual week it is on duty: 7, 5 working days, or 2 days of rest.</summary>
    public double DaysPerWeek => Shifts.Sum(shift => shift.Days switch
    {
        DutyDays.Every => DaysOfWeek,
        DutyDays.Working => WorkingDays,
        _ => DaysOfWeek - WorkingDays,
    });

    /// <summary>What one more person in each of its places costs in a week.</summary>
    public double CostPerPerson => Section.Cost * DaysPerWeek * Pool.Places;

    /// <summary>How many people must be employed to have so many on duty, each working no more days a week than allowed.</summary>
    public int Employed(int people, RestSection rest)
    {
        ArgumentNullException.ThrowIfNull(rest);
        return Pool.Places * (int)Math.Ceiling((people * Math.Max(1, DaysPerWeek / rest.DaysPerWeek)) - 1e-9);
    }

    /// <summary>Whether it is on duty at an hour of the day.</summary>
    public bool Covers(int hour) => Array.Exists(Shifts, shift => Covers(shift, hour));

    /// <summary>Whether a shift is on duty in the middle of an hour of the day.</summary>
    internal static bool Covers(Shift shift, int hour)
    {
        const long hourMs = 3_600_000;
        var middle = (hour * hourMs) + (hourMs / 2);
        return (middle >= shift.FromMs && middle < shift.ToMs) || middle + (24 * hourMs) < shift.ToMs;
    }
}
