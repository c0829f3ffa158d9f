namespace GridGov.Twin.Domain.Catalogue;

/// <summary>The units of handling limits: urgent hours and days run round the clock, working hours and days by the calendar.</summary>
public enum LimitUnit : byte
{
    /// <summary>紧急工作时: clock hours, night and holiday too.</summary>
    UrgentHour,

    /// <summary>紧急工作日: days of 24 clock hours.</summary>
    UrgentDay,

    /// <summary>工作时: hours inside working windows.</summary>
    WorkingHour,

    /// <summary>工作日: working days.</summary>
    WorkingDay,

    /// <summary>自然日: calendar days; the limit ends at the end of the last day.</summary>
    NaturalDay,

    /// <summary>分钟: clock minutes, for stage clocks that run round the clock.</summary>
    UrgentMinute,

    /// <summary>工作分钟: minutes inside working windows.</summary>
    WorkingMinute,
}

/// <summary>A limit such as 4 working hours; the count is at least 1.</summary>
public readonly record struct Limit(int Count, LimitUnit Unit);

/// <summary>Whether a kind concerns a component 部件 (a thing) or an event 事件 (a happening).</summary>
public enum CaseClass : byte
{
    /// <summary>部件.</summary>
    Component,

    /// <summary>事件.</summary>
    Event,
}

/// <summary>
/// One filing condition 立案条件 of one sub-class: the smallest thing a case is opened for, with its handling limit.
/// <paramref name="Key"/> is unique and readable: <c>C0101.2</c> is component class 01, sub-class 01, second condition;
/// <c>E0110.1</c> an event's first.
/// </summary>
public sealed record FilingCondition(
    int Index, string Key, CaseClass Class, string BigCode, string BigZh, string BigEn, string SmallCode, string SmallZh, string SmallEn,
    int Row, Limit Limit, bool IsLocal);

/// <summary>Every filing condition a district works by, indexed by <see cref="FilingCondition.Index"/>.</summary>
public sealed record CaseCatalogue(FilingCondition[] Conditions);
