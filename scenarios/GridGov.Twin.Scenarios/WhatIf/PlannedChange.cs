using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.WhatIf;

/// <summary>One thing a plan does, or the weather does, in the hours ahead: from a moment of the world until another.</summary>
public abstract record PlannedChange(Instant From, Instant Until)
{
    /// <summary>The plan with the change.</summary>
    public abstract WorldPlan Apply(WorldPlan plan);
}

/// <summary>More officers for a street (its index in the city's units): they join the team that serves it.</summary>
public sealed record ExtraOfficers(int Street, int Count, Instant From, Instant Until) : PlannedChange(From, Until)
{
    /// <inheritdoc/>
    public override WorldPlan Apply(WorldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var team = TeamOf(plan, Street);
        var beats = BeatSharing.Share([.. team.Officers.Select(officer => plan.Officers[officer].Beat)], cell => IsIn(plan.City, cell), Count);
        var model = plan.Officers[team.Officers[0]];
        OfficerPlan[] newcomers =
        [
            .. beats.Select((beat, i) => model with
            {
                Index = plan.Officers.Length + i,
                Name = FormattableString.Invariant($"增援{plan.Officers.Length + i + 1:0000}"),
                Beat = beat,
                Shifts = [OnceShift.Between("extra", From, Until, 1)],
            }),
        ];
        return plan with
        {
            Officers = [.. plan.Officers, .. newcomers],
            Teams = [.. plan.Teams.Select(each => each.Index == team.Index ? each with { Officers = [.. each.Officers, .. newcomers.Select(one => one.Index)] } : each)],
        };
    }

    /// <summary>The team that serves a street: its own, or the district's.</summary>
    internal static TeamPlan TeamOf(WorldPlan plan, int street) =>
        Array.Find(plan.Teams, team => team.Org == street) ?? Array.Find(plan.Teams, team => plan.City.Org[team.Org].Level == Level.District)
            ?? throw new ArgumentException($"no team serves {plan.City.Org[street].Name}", nameof(street));

    private bool IsIn(CityModel city, int cell) => city.StreetOf(city.Cells[cell].Community) == Street;
}

/// <summary>Officers who would be off duty are called in: those of the team that serves a street, or of all teams (null).</summary>
public sealed record CallIn(int? Street, Instant From, Instant Until) : PlannedChange(From, Until)
{
    /// <inheritdoc/>
    public override WorldPlan Apply(WorldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var team = Street is { } street ? ExtraOfficers.TeamOf(plan, street).Index : -1;
        return plan with { Officers = [.. plan.Officers.Select(officer => team < 0 || officer.Team == team ? Called(officer, plan) : officer)] };
    }

    private OfficerPlan Called(OfficerPlan officer, WorldPlan plan) => Roster.PeopleAt(officer.Shifts, plan.Calendar, From) > 0
        ? officer
        : officer with { Shifts = [.. officer.Shifts, OnceShift.Between("called in", From, Until, 1)] };
}

/// <summary>More people at a desk, by its index.</summary>
public sealed record ExtraStaff(int Desk, int Count, Instant From, Instant Until) : PlannedChange(From, Until)
{
    /// <inheritdoc/>
    public override WorldPlan Apply(WorldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var more = OnceShift.Between("extra", From, Until, Count);
        return plan with { Desks = [.. plan.Desks.Select(desk => desk.Index == Desk ? desk with { Shifts = [.. desk.Shifts, more] } : desk)] };
    }
}

/// <summary>
/// A storm 暴雨 over the whole district: its weather, by which every kind of incident comes more or less often, and a factor on all of them (1: none).
/// </summary>
public sealed record Storm(Instant From, Instant Until, double Factor) : PlannedChange(From, Until)
{
    /// <inheritdoc/>
    public override WorldPlan Apply(WorldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return KnownWeather.Add(plan, new Surge("storm", From, Until, [.. plan.Kinds.Select(_ => true)], Factor == 1 ? KnownWeather.NoCells : [], Factor, Weather.Storm));
    }
}
