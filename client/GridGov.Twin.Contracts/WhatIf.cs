namespace GridGov.Twin.Contracts;

/// <summary>
/// What if: what becomes of the world as it stands now, within some hours, under each of several plans and as it is. Asking changes nothing in
/// the world.
/// </summary>
/// <param name="Hours">How far to look: 4 to 24.</param>
/// <param name="Plans">1 to 8 plans; to go on as it is, the comparison, need not be named.</param>
/// <param name="Seeds">In how many futures each plan is tried: 10 to 200.</param>
/// <param name="Circumstances">What happens under every plan and as it is, such as a storm.</param>
public sealed record WhatIfQuestion(double Hours, WhatIfPlan[] Plans, int Seeds = 50, WhatIfMeasure[]? Circumstances = null);

/// <summary>One way to act: 1 to 20 measures together.</summary>
public sealed record WhatIfPlan(Name Title, WhatIfMeasure[] Measures);

/// <summary>
/// One thing that is done or happens, from one world time (null: now) until another (null: the horizon). Which other fields are needed depends on
/// <paramref name="Kind"/>: <c>extra-officers</c> (street, count), <c>call-in</c> (street; null: every team), <c>extra-staff</c> (desk,
/// count), <c>storm</c> (factor on all incidents besides what the weather does; null: 1).
/// </summary>
/// <param name="Street">A street's code.</param>
/// <param name="Desk">A desk's id.</param>
/// <param name="Count">How many people: 1 to 200.</param>
/// <param name="Factor">0.1 to 20.</param>
public sealed record WhatIfMeasure(
    string Kind, string? Street = null, string? Desk = null, int? Count = null, long? FromMs = null, long? UntilMs = null, double? Factor = null);

/// <summary>A what-if under way or answered.</summary>
/// <param name="State">running, done, stopped or failed.</param>
/// <param name="NowMs">The moment it is asked of, world time.</param>
/// <param name="Done">Futures run so far.</param>
/// <param name="Of">Futures in all.</param>
/// <param name="Answer">The answer when it is done, else null.</param>
public sealed record WhatIfView(long Id, string State, long NowMs, int Done, int Of, WhatIfAnswer? Answer);

/// <summary>What becomes of the world.</summary>
/// <param name="Sentence">The answer in one sentence.</param>
/// <param name="AtMs">The points of time of the fans; the last is the horizon.</param>
/// <param name="Shares">The shares of all futures that a fan's values are not exceeded by.</param>
/// <param name="Plans">To go on as it is first, then the plans as asked.</param>
/// <param name="TookMs">Wall time.</param>
public sealed record WhatIfAnswer(Name Sentence, long[] AtMs, double[] Shares, PlanOutlook[] Plans, long TookMs);

/// <summary>The futures of one plan.</summary>
/// <param name="Backlog">Cases open at each point of time, one value for each of the shares.</param>
/// <param name="OnTime">
/// Of the cases closed since the moment and those open beyond their deadline, the share closed within it; null at points where no future has any.
/// </param>
/// <param name="BacklogMore">How many more cases are open at the horizon than as it is, paired future by future; null for as it is.</param>
/// <param name="OnTimeMore">How much higher the share on time is there.</param>
public sealed record PlanOutlook(
    Name Title, double[][] Backlog, double[]?[] OnTime, MeanView BacklogAtEnd, MeanView? OnTimeAtEnd, GapView? BacklogMore, GapView? OnTimeMore);

/// <summary>A mean with half the width of its 95 % interval.</summary>
public sealed record MeanView(double Mean, double HalfWidth);

/// <summary>A mean difference with half the width of its 95 % interval.</summary>
/// <param name="IsClear">Whether it can be told from chance when all differences of the answer are looked at together.</param>
public sealed record GapView(double Mean, double HalfWidth, bool IsClear);

/// <summary>A street or town of a world.</summary>
public sealed record StreetRow(string Code, string Name, int Officers);
