namespace GridGov.Twin.Contracts;

/// <summary>A name in both languages.</summary>
public sealed record Name(string Zh, string En);

/// <summary>One world of the host.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Kind">live, run (a replication), drill, or replay (of a drill).</param>
/// <param name="State">starting, running, paused, stopped or failed.</param>
/// <param name="Problem">Why it failed, else null.</param>
/// <param name="End">Where the world of a replication ends; null for a world that has no end.</param>
public sealed record WorldView(
    string Id, string Kind, Name Title, string Scenario, ulong Seed, string State, string? Problem, ClockView Clock, RunEnd? End = null);

/// <summary>A world's clock. Times of a world are milliseconds since 00:00 of <paramref name="FirstDay"/> (yyyy-MM-dd), local civil time.</summary>
/// <param name="Speed">World time per wall time; null for as fast as possible; 0 while paused.</param>
/// <param name="Pace">The pace that is set, paused or not: <c>1</c>, <c>60</c>, <c>max</c>.</param>
/// <param name="Factor">World time that really passed per wall time over the last seconds.</param>
/// <param name="WallMs">Unix milliseconds of the last commit: now minus this is the data's age.</param>
/// <param name="JumpTo">Where a jump under way leads, else null.</param>
/// <param name="Events">Events announced since the world's start; also the number of the next one.</param>
/// <param name="Hash">The world's event hash, 16 hexadecimal digits.</param>
public sealed record ClockView(
    long NowMs, string FirstDay, double? Speed, string Pace, bool Paused, double Factor, long WallMs, long? JumpTo, long Events, string Hash);

/// <summary>What to do with a world's clock: exactly one of the four. <paramref name="StepMs"/> and <paramref name="JumpToMs"/> run as fast as possible.</summary>
public sealed record ClockOrder(bool? Paused = null, string? Pace = null, long? StepMs = null, long? JumpToMs = null);

/// <summary>One indicator with its value now and its recent course (one value per ten world minutes, oldest first; null where there was none).</summary>
/// <param name="Unit">share, count, hours, minutes or kilometres.</param>
public sealed record IndicatorView(string Id, Name Name, string Unit, double? Value, double? Part, double? Of, double?[] Course);

/// <summary>The indicators of the present day of the world (from 00:00) and since its start.</summary>
public sealed record IndicatorsView(long NowMs, long SinceMs, IndicatorView[] Today, IndicatorView[] SinceStart);

/// <summary>The workflow as screens need it: roles who may act, stages and states.</summary>
public sealed record WorkflowView(string Id, Name Title, RoleView[] Roles, StateView[] States);

/// <summary>A role of the workflow.</summary>
public sealed record RoleView(string Id, Name Name, string Level);

/// <summary>A state of the workflow.</summary>
public sealed record StateView(string Id, Name Name, string Stage, string Level);

/// <summary>A kind of case: one filing condition.</summary>
public sealed record KindView(string Key, Name Group, Name Name, string Limit);

/// <summary>A page of a longer list; <paramref name="Total"/> counts what the filter lets through.</summary>
public sealed record Page<T>(long NowMs, int Total, T[] Items);

/// <summary>A department that cases can be dispatched to.</summary>
public sealed record DepartmentView(string Id, Name Name);
