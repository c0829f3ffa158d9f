using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Domain.Plans;

/// <summary>
/// How one filing condition behaves in this scenario, indexed by <see cref="FilingCondition.Index"/>.
/// Truth side: how it is noticed and how long it lasts. Command side: weight, department, handling, merging.
/// </summary>
/// <param name="Index">The filing condition.</param>
/// <param name="Weight">Small, big or serious.</param>
/// <param name="Department">The department that handles it.</param>
/// <param name="SeenByPatrol">The chance that one patrol pass notices it.</param>
/// <param name="CallsPerHour">Calls residents make about it per hour while it lasts and nobody has settled it.</param>
/// <param name="Sensors">Which kinds of device notice it: one bit per <see cref="City.DeviceKind"/>.</param>
/// <param name="Lasts">How long it lasts if nobody acts; null: until it is handled.</param>
/// <param name="Worsens">After how long it becomes one weight heavier and is called about twice as often; null: never.</param>
/// <param name="OnTheSpot">The chance that the officer who finds it can settle it himself 自行处置.</param>
/// <param name="Handling">The hands-on time of the department's crew.</param>
/// <param name="MergeWithinM">Reports of the kind closer than this, in metres, are one case.</param>
/// <param name="MergeForMs">Reports of the kind within this time of the last one, in milliseconds, are one case.</param>
public sealed record KindProfile(
    int Index, Weight Weight, int Department, double SeenByPatrol, double CallsPerHour, int Sensors, Distribution? Lasts, Distribution? Worsens,
    double OnTheSpot, Distribution Handling, double MergeWithinM, long MergeForMs);
