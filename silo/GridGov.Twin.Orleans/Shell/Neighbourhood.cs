using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>Where in the district a grain is at home, for a cluster that keeps near things together.</summary>
public static class Neighbourhood
{
    /// <summary>The org unit a grain belongs to: a cell's community, or the unit a desk or a team serves; −1 where the plan does not say.</summary>
    public static int Of(GrainId grain, Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var (plan, number) = (setting.Plan, grain.Number);
        return grain.Kind switch
        {
            Grain.Scene or Grain.Cell => Community((int)number),
            Grain.Building => Community(plan.City.Buildings[number].Cell),
            Grain.Device => Community(plan.City.Devices[number].Cell),
            Grain.Case or Grain.Incident => Community((int)OwnNumbers.GiverOf(number)),
            Grain.Officer => plan.Officers[number].Beat is [var first, ..] ? Community(first) : -1,
            Grain.Team => plan.Teams[number].Org,
            Grain.Desk => plan.Desks[number].Org,
            _ => -1,
        };

        int Community(int cell) => cell >= 0 && cell < plan.City.Cells.Length ? plan.City.Cells[cell].Community : -1;
    }
}
