namespace GridGov.Twin.Contracts;

/// <summary>A case in lists.</summary>
/// <param name="Number">Its number in its world.</param>
/// <param name="Code">19 digits: 6 division, 8 date opened, 5 sequence of the day.</param>
/// <param name="Urgency">normal, soon (three quarters of the limit used) or overdue.</param>
/// <param name="DueMs">When the whole case is due; null while that clock stands.</param>
/// <param name="Version">Moves made; a command names it so that nobody overwrites blindly.</param>
/// <param name="Address">Street, community and cell sequence in words.</param>
public sealed record CaseRow(
    long Number, string Code, string Kind, Name KindName, string State, Name StateName, string Stage, string Weight, string Urgency, bool Urged,
    string Channel, string Cell, string Address, long OpenedMs, long? EndedMs, long? DueMs, int Reports, int Version, PointView At);

/// <summary>A case with its history, clocks and what may be done to it now.</summary>
/// <param name="Worker">Who works on it now: an officer, a desk, or null.</param>
public sealed record CaseView(
    CaseRow Row, CodePart[] CodeParts, Name Department, string? Worker, HistoryLine[] History, ClockState? StageClock, ClockState? WholeClock,
    ActionView[] Actions);

/// <summary>A clock of a case.</summary>
/// <param name="Mode">idle, running, paused or stopped.</param>
/// <param name="Unit">The unit it counts in, as in the catalogue: uh, ud, wh, wd, um, wm.</param>
/// <param name="Intervals">What it has counted, in order.</param>
public sealed record ClockState(string Mode, string Unit, long BudgetMs, long CountedMs, long RemainingMs, long? DueMs, Interval[] Intervals);

/// <summary>A counted stretch of time, from inclusive to exclusive.</summary>
public sealed record Interval(long FromMs, long ToMs);

/// <summary>
/// An action on a case for one role: allowed, or why not. <paramref name="Needs"/> names what must be given with it: department, officer,
/// case (to merge into), or null.
/// </summary>
public sealed record ActionView(string Action, Name Name, string Role, Name RoleName, bool Allowed, Name? WhyNot, string? Needs);

/// <summary>Which cases to list. Empty fields do not filter.</summary>
/// <param name="Text">Part of a code, an address or a kind.</param>
/// <param name="Open">true: open ones only; false: ended ones only.</param>
/// <param name="Sort">opened, due, stage, kind or code; with a leading minus backwards.</param>
public sealed record CaseQuery(
    string? Text = null, bool? Open = true, string? Stage = null, string? Urgency = null, string? Cell = null, string? Sort = "-opened", int Skip = 0, int Take = 50);
