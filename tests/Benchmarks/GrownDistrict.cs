using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Benchmarks;

/// <summary>The founding district grown or shrunk to another number of cells, staff, demand and all.</summary>
internal static class GrownDistrict
{
    /// <summary>The cells of the district as it is shipped.</summary>
    public const int FoundingCells = 1540;

    /// <summary>The plan of one with about that many cells.</summary>
    public static WorldPlan Plan(int cells)
    {
        var factor = cells / (double)FoundingCells;
        var file = ScenarioFile.Load(Tree.Shipped("dongcheng"));
        var land = file.City!.Generate!;
        var grown = file with
        {
            City = file.City with
            {
                Generate = land with { Cells = cells, Streets = Scaled(land.Streets, factor), Communities = Scaled(land.Communities, factor) },
            },
            Demand = file.Demand! with { IncidentsPerDay = file.Demand!.IncidentsPerDay * factor },
            Officers = file.Officers! with { Count = Scaled(file.Officers!.Count, factor) },
        };
        var plan = ScenarioBuilder.Build(grown).Plan;
        return plan with
        {
            Desks = [.. plan.Desks.Select(desk => desk with
            {
                Shifts = [.. desk.Shifts.Select(shift => shift with { People = (int)Math.Ceiling(shift.People * factor) })],
                Capacity = Scaled(desk.Capacity, factor),
            })],
            Calls = [.. plan.Calls.Select(calls => calls with { PerHour = calls.PerHour * factor })],
        };
    }

    private static int Scaled(int count, double factor) => Math.Max(1, (int)(count * factor));
}
