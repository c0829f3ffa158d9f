using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Statistics;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.WhatIf;

/// <summary>What became of a moment under each plan.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Points">The moments of the fans.</param>
/// <param name="Plans">To go on as it is first, then the plans in the order asked.</param>
public sealed record WhatIfAnswer(WhatIfQuestion Question, Instant[] Points, PlanOutlook[] Plans)
{
    /// <summary>How sure intervals are of covering the true mean.</summary>
    public const double Confidence = 0.95;

    /// <summary>The answer in a sentence.</summary>
    public Title Sentence => WhatIfSentence.Of(this);

    internal static WhatIfAnswer Of(WhatIfQuestion question, Instant[] points, FutureCourse[][] courses)
    {
        var plans = question.AllPlans;
        var outlooks = courses.Select((row, plan) => PlanOutlook.Of(plans[plan].Title, row, plan == 0 ? null : courses[0])).ToArray();
        var chances = Holm.Adjust([.. outlooks.Select(each => each.BacklogMore?.Chance), .. outlooks.Select(each => each.OnTimeMore?.Chance)]);
        return new WhatIfAnswer(question, points, [.. outlooks.Select((each, plan) => each with
        {
            IsBacklogClear = chances[plan] < 1 - Confidence,
            IsOnTimeClear = chances[plan + outlooks.Length] < 1 - Confidence,
        })]);
    }
}

/// <summary>The futures of one plan together.</summary>
/// <param name="Title">The plan.</param>
/// <param name="Backlog">Open cases at each point: the <see cref="Shares"/> of all futures do not exceed these.</param>
/// <param name="OnTime">The same of the rate on time; null where no future has one.</param>
/// <param name="BacklogAtEnd">Open cases at the horizon, mean with interval.</param>
/// <param name="OnTimeAtEnd">The rate on time at the horizon, mean with interval; null where no future has one.</param>
/// <param name="BacklogMore">How many more cases are open at the horizon than as it is, future by future; null for that itself.</param>
/// <param name="OnTimeMore">How much higher the rate on time is there.</param>
/// <param name="Hashes">The event hash of each future.</param>
public sealed record PlanOutlook(
    Title Title, double[][] Backlog, double[]?[] OnTime, Estimate BacklogAtEnd, Estimate? OnTimeAtEnd, Difference? BacklogMore, Difference? OnTimeMore, ulong[] Hashes)
{
    /// <summary>The quantiles of a fan.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Whether the difference in backlog stands when all differences of the answer are looked at together (Holm).</summary>
    public bool IsBacklogClear { get; init; }

    /// <summary>Whether the difference in the rate on time stands likewise.</summary>
    public bool IsOnTimeClear { get; init; }

    internal static PlanOutlook Of(Title title, FutureCourse[] courses, FutureCourse[]? asItIs)
    {
        var points = Enumerable.Range(0, courses[0].Backlog.Length);
        var (backlog, onTime) = (BacklogAtEndOf(courses), OnTimeAtEndOf(courses));
        return new PlanOutlook(
            title,
            [.. points.Select(point => Fan(courses.Select(course => (double?)course.Backlog[point]))!)],
            [.. points.Select(point => Fan(courses.Select(course => course.OnTime[point])))],
            Estimate.Of(backlog, WhatIfAnswer.Confidence)!,
            Estimate.Of(onTime, WhatIfAnswer.Confidence),
            asItIs is null ? null : Difference.Paired(backlog, BacklogAtEndOf(asItIs), WhatIfAnswer.Confidence),
            asItIs is null ? null : Difference.Paired(onTime, OnTimeAtEndOf(asItIs), WhatIfAnswer.Confidence),
            [.. courses.Select(course => course.Hash)]);
    }

    private static double?[] BacklogAtEndOf(FutureCourse[] courses) => [.. courses.Select(course => (double?)course.Backlog[^1])];

    private static double?[] OnTimeAtEndOf(FutureCourse[] courses) => [.. courses.Select(course => course.OnTime[^1])];

    private static double[]? Fan(IEnumerable<double?> values)
    {
        double[] there = [.. values.Where(value => value.HasValue).Select(value => value!.Value)];
        return there.Length == 0 ? null : [.. Shares.Select(share => MathNet.Numerics.Statistics.Statistics.Quantile(there, share))];
    }
}
