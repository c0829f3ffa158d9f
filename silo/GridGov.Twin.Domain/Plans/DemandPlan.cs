using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Plans;

/// <summary>The weather of a day; demand differs by it.</summary>
public enum Weather : byte
{
    /// <summary>晴 or cloudy.</summary>
    Fair,

    /// <summary>雨.</summary>
    Rain,

    /// <summary>暴雨.</summary>
    Storm,

    /// <summary>高温.</summary>
    Heat,

    /// <summary>雪.</summary>
    Snow,
}

/// <summary>
/// How often a group of kinds occurs over time: factors around 1 for each hour of the day (24), day of the week (7, Monday first),
/// month (12) and <see cref="Weather"/> (5).
/// </summary>
public sealed record Rhythm(int Index, string Id, double[] ByHour, double[] ByWeekday, double[] ByMonth, double[] ByWeather);

/// <summary>How often one kind occurs: its mean number per cell and day in each of the six kinds of cell, and its rhythm.</summary>
public sealed record KindDemand(int Kind, int Rhythm, double[] PerCellDay);

/// <summary>The chance of each <see cref="Weather"/> (5) in each month (12 rows); rows sum to 1.</summary>
public sealed record Climate(double[][] ByMonth);

/// <summary>A time in which something happens more (or less) often: kinds, cells (empty: all), factor on the rate, and the weather it brings, if any.</summary>
public sealed record Surge(string Name, Instant From, Instant To, bool[] Kinds, int[] Cells, double Factor, Weather? Weather);

/// <summary>
/// The truth that scenes draw from. <paramref name="CellFactor"/> scales each cell's demand (1 is the mean of its kind of cell);
/// <paramref name="FalseReportShare"/> of the residents' calls concern nothing at all.
/// </summary>
public sealed record DemandPlan(Rhythm[] Rhythms, KindDemand[] Kinds, double[] CellFactor, Climate Climate, Surge[] Surges, double FalseReportShare);

/// <summary>An incident that happens at a set time whatever the seed: <paramref name="Count"/> of one kind in one cell.</summary>
public sealed record ScriptedIncident(Instant At, int Kind, int Cell, Place Place, int Count);
