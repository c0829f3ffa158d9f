using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>What people call a grain.</summary>
public static class GrainName
{
    /// <summary>The grain's kind and its code, id or name in the plan.</summary>
    public static string Of(GrainId grain, WorldPlan plan)
    {
        var number = grain.Number;
        return grain.Kind switch
        {
            Grain.Scene => $"scene {plan.City.Cells[number].Code}",
            Grain.Cell => $"cell {plan.City.Cells[number].Code}",
            Grain.Building => $"building {number}",
            Grain.Device => $"device {plan.City.Devices[number].Code}",
            Grain.Officer => $"officer {plan.Officers[number].Name}",
            Grain.Team => $"team {plan.Teams[number].Name}",
            Grain.Desk => $"desk {plan.Desks[number].Id}",
            Grain.Case => $"case {number}",
            Grain.Incident => $"incident {number}",
            Grain.CallStream => $"call stream {plan.Calls[number].Id}",
            Grain.Exercise => "exercise",
            _ => $"grain {grain}",
        };
    }
}
