using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>The officers and their teams: each group of officers covers every team's cells, one beat per officer.</summary>
internal sealed record OfficerBuilding(TeamPlan[] Teams, OfficerPlan[] Officers)
{
    public static OfficerBuilding Build(ScenarioFile file, CityModel city, List<Finding> findings)
    {
        var needed = file.Demand is not null && file.Workflow.Roles.Any(role => role.Performer == Performer.Officer);
        if (file.Officers is not { Count: > 0 } section)
        {
            if (needed)
            {
                var mark = file.Officers?.Mark ?? file.WorkflowMark;
                findings.Add(new Finding(mark.File, mark.Line, "0", "officers.count of at least 1", $"workflow {file.Workflow.Id} needs officers"));
            }

            return new OfficerBuilding([], []);
        }

        if (city.Cells.Length == 0)
        {
            findings.Add(new Finding(section.Mark.File, section.Mark.Line, "", "a city", "officers need cells to walk"));
            return new OfficerBuilding([], []);
        }

        return Staff(section, city, findings);
    }

    private static OfficerBuilding Staff(OfficersSection section, CityModel city, List<Finding> findings)
    {
        OrgUnit[] areas = [.. city.Org.Where(unit => unit.Level == (section.TeamPerStreet ? Level.Street : Level.District))];
        CellSite[][] cells = [.. areas.Select(area => CellsOf(area, city))];
        var officers = new List<OfficerPlan>(section.Count);
        var members = areas.Select(_ => new List<int>()).ToArray();
        var sizes = Apportioning.Divide(section.Count, [.. section.Groups.Select(group => group.Share)]);
        for (var g = 0; g < sizes.Length; g++)
        {
            var perArea = Apportioning.Divide(sizes[g], [.. cells.Select(each => (double)each.Length)]);
            for (var area = 0; area < areas.Length; area++)
            {
                if (Fits(section.Groups[g], perArea[area], cells[area].Length, areas[area].Name, findings))
                {
                    foreach (var beat in BeatCutting.Cut(cells[area], perArea[area]))
                    {
                        members[area].Add(officers.Count);
                        officers.Add(Officer(officers.Count, area, beat, section, section.Groups[g]));
                    }
                }
            }
        }

        return new OfficerBuilding(
            [.. areas.Select((area, index) => new TeamPlan(index, area.Name, area.Index, section.Policy, [.. members[index]]))], [.. officers]);
    }

    private static CellSite[] CellsOf(OrgUnit area, CityModel city) =>
        [.. city.Cells.Where(cell => area.Level == Level.District || city.StreetOf(cell.Community) == area.Index)];

    private static OfficerPlan Officer(int index, int team, int[] beat, OfficersSection section, OfficerGroup group) =>
        new(index, FormattableString.Invariant($"网格员{index + 1:0000}"), team, beat, group.Shifts, section.PatrolMps, section.TaskMps, section.Look, group.Patrols);

    private static bool Fits(OfficerGroup group, int officers, int cells, string area, List<Finding> findings)
    {
        if (officers == 0 && cells > 0)
        {
            findings.Add(group.Name.Finding(FormattableString.Invariant($"at least 1 officer for the {cells} cells of {area}"), $"{area} has no officer of this group"));
        }
        else if (officers > cells)
        {
            findings.Add(group.Name.Finding(
                $"at most one officer of a group for each cell of {area}",
                FormattableString.Invariant($"an officer with no cell: {officers} officers for {cells} cells")));
        }

        return officers > 0 && officers <= cells;
    }
}
