using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.WhatIf;

/// <summary>
/// Weather that is no chance any more: the present day's stays what it is in every future, whatever a future's seed would make of it. The days
/// after it are drawn from the climate, in each future another.
/// </summary>
internal static class KnownWeather
{
    /// <summary>The cells of a surge that only brings weather.</summary>
    public static int[] NoCells { get; } = [-1];

    /// <summary>The plan with the weather of the day of <paramref name="now"/> as the world with <paramref name="seed"/> has it.</summary>
    public static WorldPlan Keep(Setting setting, Instant now, ulong seed)
    {
        var midnight = new Instant(((now.Milliseconds / 86_400_000) + 1) * 86_400_000);
        var today = new Surge("the day's weather", now, midnight, [.. setting.Plan.Kinds.Select(_ => false)], NoCells, 1, setting.Demand.DayWeather(now, seed));
        return setting.Plan with { Demand = setting.Plan.Demand with { Surges = [.. setting.Plan.Demand.Surges, today] } };
    }

    /// <summary>The plan with one more surge, whose weather goes before all others.</summary>
    public static WorldPlan Add(WorldPlan plan, Surge surge) => plan with { Demand = plan.Demand with { Surges = [surge, .. plan.Demand.Surges] } };
}
