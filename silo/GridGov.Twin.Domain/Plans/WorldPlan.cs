using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Workflows;

namespace GridGov.Twin.Domain.Plans;

/// <summary>
/// Everything a world's grains read and nothing writes: the city, the rules and the staffing of one scenario.
/// Immutable; many worlds with different seeds share one. Every array is indexed by its items' <c>Index</c>.
/// </summary>
public sealed record WorldPlan(
    string Name,
    CityModel City,
    Travel Travel,
    CaseCatalogue Catalogue,
    WorkflowPlan Workflow,
    WorkCalendar Calendar,
    Department[] Departments,
    KindProfile[] Kinds,
    DemandPlan Demand,
    TeamPlan[] Teams,
    OfficerPlan[] Officers,
    DeskPlan[] Desks,
    HotlinePlan? Hotline,
    CallStream[] Calls,
    DeviceRules Devices,
    Conduct Conduct,
    ScriptedIncident[] Script,
    ExercisePlan? Exercise = null);

/// <summary>A department 专业部门 that handles the cases of its kinds.</summary>
public sealed record Department(int Index, string Id, string Zh, string En);
