using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>Which desk serves which cell for a role or a department: the one of the cell's community or street, or the district's.</summary>
internal sealed class DeskIndex
{
    private const int None = -1;
    private readonly CityModel _city;
    private readonly int[][] _byRole;         // [role][org unit]
    private readonly int[][] _byDepartment;   // [department][org unit]

    public DeskIndex(WorldPlan plan)
    {
        _city = plan.City;
        _byRole = [.. plan.Workflow.Workflow.Roles.Select(role => ByUnit(plan.Desks.Where(d => d.Role == role.Index)))];
        _byDepartment = [.. plan.Departments.Select(department => ByUnit(plan.Desks.Where(d => d.Department == department.Index)))];
    }

    public int OfRole(int role, int cell) =>
        Nearest(_byRole[role], _city.Cells[cell].Community) is var desk and not None
            ? desk
            : throw new InvalidOperationException($"no desk of role {role} serves cell {_city.Cells[cell].Code}");

    public int OfDepartment(int department, Level level, int cell)
    {
        var unit = _city.Cells[cell].Community;
        while (unit >= 0 && _city.Org[unit].Level < level)
        {
            unit = _city.Org[unit].Parent;
        }

        return Nearest(_byDepartment[department], unit) is var desk and not None
            ? desk
            : throw new InvalidOperationException($"no desk of department {department} serves cell {_city.Cells[cell].Code}");
    }

    private int Nearest(int[] byUnit, int unit)
    {
        for (; unit >= 0; unit = _city.Org[unit].Parent)
        {
            if (byUnit[unit] != None)
            {
                return byUnit[unit];
            }
        }

        return None;
    }

    private int[] ByUnit(IEnumerable<DeskPlan> desks)
    {
        var byUnit = new int[_city.Org.Length];
        Array.Fill(byUnit, None);
        foreach (var desk in desks)
        {
            byUnit[desk.Org] = desk.Index;
        }

        return byUnit;
    }
}
