using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.WhatIf;

/// <summary>One way to act in the hours ahead.</summary>
public sealed record WhatIfPlan(Title Title, PlannedChange[] Changes);

/// <summary>
/// What if: what becomes of a moment within a horizon under each of several plans, and as it is, in so many futures each.
/// </summary>
/// <param name="Moment">The whole world at the moment, under <paramref name="Lived"/>.</param>
/// <param name="Lived">What the world lives under.</param>
/// <param name="Seed">The world's seed, from which those of the futures come.</param>
/// <param name="Now">The moment.</param>
/// <param name="Horizon">How far to look, <see cref="LeastHorizon"/> to <see cref="MostHorizon"/>.</param>
/// <param name="Seeds">How many futures of each plan, <see cref="LeastSeeds"/> to <see cref="MostSeeds"/>.</param>
/// <param name="Circumstances">What happens whatever is done.</param>
/// <param name="Plans">1 to <see cref="MostPlans"/> plans; to go on as it is, the comparison, is not among them.</param>
public sealed record WhatIfQuestion(
    Snapshot Moment, Setting Lived, ulong Seed, Instant Now, Duration Horizon, int Seeds, PlannedChange[] Circumstances, WhatIfPlan[] Plans)
{
    /// <summary>The most plans asked about at once.</summary>
    public const int MostPlans = 8;

    /// <summary>The fewest futures of a plan.</summary>
    public const int LeastSeeds = 10;

    /// <summary>The most futures of a plan.</summary>
    public const int MostSeeds = 200;

    /// <summary>The nearest horizon.</summary>
    public static Duration LeastHorizon => Duration.Hours(4);

    /// <summary>The farthest horizon.</summary>
    public static Duration MostHorizon => Duration.Hours(24);

    /// <summary>The comparison: to go on as it is.</summary>
    public static WhatIfPlan AsItIs { get; } = new(new Title("维持现状", "as it is"), []);

    /// <summary>Every plan, to go on as it is first.</summary>
    public WhatIfPlan[] AllPlans => [AsItIs, .. Plans];

    /// <summary>How far apart the points of the fans lie: a quarter of an hour up to eight hours, else an hour.</summary>
    public Duration Step => Horizon <= Duration.Hours(8) ? Duration.Minutes(15) : Duration.Hours(1);

    /// <summary>The moments of the fans, <see cref="Now"/> first, the horizon last.</summary>
    public Instant[] Points()
    {
        var step = Step.Milliseconds;
        var whole = (int)((Horizon.Milliseconds + step - 1) / step);
        return [.. Enumerable.Range(0, whole + 1).Select(i => Now + new Duration(Math.Min(i * step, Horizon.Milliseconds)))];
    }

    /// <summary>What the world goes on under in each of <see cref="AllPlans"/>.</summary>
    public Setting[] Settings()
    {
        var known = KnownWeather.Keep(Lived, Now, Seed);
        var given = Circumstances.Aggregate(known, (plan, change) => change.Apply(plan));
        return [.. AllPlans.Select(each => new Setting(each.Changes.Aggregate(given, (plan, change) => change.Apply(plan))))];
    }
}
