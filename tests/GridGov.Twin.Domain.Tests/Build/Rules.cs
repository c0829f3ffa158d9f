using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Domain.Tests.Build;

/// <summary>What the test towns work by: three kinds of case, a plain calendar, and staff who do the usual thing in a set time.</summary>
internal static class Rules
{
    public const int DayMs = 86_400_000;
    public const double MinuteMs = 60_000;
    public const double HourMs = 3_600_000;

    /// <summary>Rubbish in the street: small, four working hours.</summary>
    public const int Rubbish = 0;

    /// <summary>A burst main: big, six urgent hours.</summary>
    public const int BurstMain = 1;

    /// <summary>A lost manhole cover: serious, two working days.</summary>
    public const int Manhole = 2;

    /// <summary>From Monday 2 June 2025; Monday to Friday, 09:00–12:00 and 13:00–18:00.</summary>
    public static readonly WorkCalendar Calendar = new(new DateOnly(2025, 6, 2), new CalendarRules(
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        [WorkWindow.Between(new TimeOnly(9, 0), new TimeOnly(12, 0)), WorkWindow.Between(new TimeOnly(13, 0), new TimeOnly(18, 0))],
        [], [], []));

    public static readonly CaseCatalogue Catalogue = new(
    [
        new FilingCondition(
            Rubbish, "E0101.1", CaseClass.Event, "01", "市容", "Looks", "01", "垃圾", "Rubbish", 1, new Limit(4, LimitUnit.WorkingHour), false),
        new FilingCondition(
            BurstMain, "E0501.1", CaseClass.Event, "05", "突发", "Sudden", "01", "爆管", "Burst main", 1, new Limit(6, LimitUnit.UrgentHour), false),
        new FilingCondition(
            Manhole, "C0101.1", CaseClass.Component, "01", "公用", "Public", "01", "井盖", "Manhole", 1, new Limit(2, LimitUnit.WorkingDay), false),
    ]);

    /// <summary>A kind that nobody sees, calls about or senses, that lasts until it is handled in one hour by department 0.</summary>
    public static KindProfile Unseen(int kind) => new(
        kind, (Weight)kind, 0, SeenByPatrol: 0, CallsPerHour: 0, Sensors: 0, Lasts: null, Worsens: null, OnTheSpot: 0,
        Distribution.Constant(HourMs), MergeWithinM: 50, MergeForMs: DayMs);

    /// <summary>Five minutes for everything, the usual action always, and every handling fixes the matter.</summary>
    public static Conduct Plain => new(
        Chances(),
        [.. Enum.GetValues<Stage>().Select(_ => Distribution.Constant(5 * MinuteMs))],
        FixedAtFirst: 1,
        SettleWork: Distribution.Constant(10 * MinuteMs),
        SuspendedFor: Distribution.Constant(DayMs),
        ExtendByShare: 0.5);

    /// <summary>A table in which only the named actions have a chance.</summary>
    public static double[][] Chances(params (Stage Stage, CaseAction Action, double Chance)[] unusual)
    {
        double[][] chances = [.. Enum.GetValues<Stage>().Select(_ => new double[Enum.GetValues<CaseAction>().Length])];
        foreach (var (stage, action, chance) in unusual)
        {
            chances[(int)stage][(int)action] = chance;
        }

        return chances;
    }

    /// <summary>Nothing ever happens.</summary>
    public static DemandPlan NoDemand(int cells) => Demand(cells, 0);

    /// <summary>Every kind begins that often per cell and day, at any hour, day and weather alike.</summary>
    public static DemandPlan Demand(int cells, double perCellDay) => new(
        [new Rhythm(0, "flat", Ones(24), Ones(7), Ones(12), Ones(5))],
        [.. Catalogue.Conditions.Select(kind => new KindDemand(kind.Index, 0, [.. Ones(6).Select(one => one * perCellDay)]))],
        Ones(cells),
        new Climate([.. Enumerable.Range(0, 12).Select(_ => new double[] { 1, 0, 0, 0, 0 })]),
        [],
        FalseReportShare: 0);

    /// <summary>That many people round the clock.</summary>
    public static Shift[] AllDay(int people) => [new Shift("all day", 0, DayMs, DutyDays.Every, people)];

    /// <summary>That many people between two hours of the day (the second may lie beyond 24).</summary>
    public static Shift[] Hours(double from, double to, DutyDays days = DutyDays.Every, int people = 1) =>
        [new Shift("hours", (long)(from * HourMs), (long)(to * HourMs), days, people)];

    public static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];
}
