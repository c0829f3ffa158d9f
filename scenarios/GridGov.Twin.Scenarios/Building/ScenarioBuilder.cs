using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>
/// Makes the plan of a world from a scenario file: looks names up in each other, cuts beats, scales demand, and finds what cannot be.
/// The same file gives the same plan.
/// </summary>
public static class ScenarioBuilder
{
    /// <summary>Reads and builds the scenario at <paramref name="path"/>, a folder or a file.</summary>
    /// <exception cref="InputRejectedException">Something in the scenario, or in a file it points at, is wrong.</exception>
    public static BuiltScenario Load(string path) => Build(ScenarioFile.Load(path));

    /// <summary>Builds a scenario that was read.</summary>
    /// <exception cref="InputRejectedException">Its parts do not fit together.</exception>
    public static BuiltScenario Build(ScenarioFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var city = CityBuilding.Build(file);
        return Build(file, city, new Travel(city));
    }

    /// <summary>Builds a scenario that was read, in a city that was built before from the same section.</summary>
    /// <exception cref="InputRejectedException">Its parts do not fit together.</exception>
    public static BuiltScenario Build(ScenarioFile file, CityModel city, Travel travel)
    {
        ArgumentNullException.ThrowIfNull(file);
        var findings = new List<Finding>();
        var cells = new CellChoice(city, findings);
        var departments = DepartmentBuilding.Build(file, findings);
        var kinds = new KindBuilding(file, departments, findings);
        var teams = OfficerBuilding.Build(file, city, findings);
        var desks = DeskBuilding.Build(file, city, findings);
        var demand = new DemandBuilding(file, city, kinds, cells, findings).Build();
        var script = file.Script.SelectMany(line => ScriptBuilding.Build(line, file, city, cells, findings)).ToArray();
        var calendar = BuildCalendar(file, findings);
        if (findings.Count > 0 || calendar is null)
        {
            throw new InputRejectedException(findings);
        }

        var plan = new WorldPlan(
            file.Name, city, travel, file.Catalogue, new WorkflowPlan(file.Workflow), calendar, departments.Departments, kinds.Profiles,
            demand, teams.Teams, teams.Officers, desks.Desks, desks.Hotline, desks.Calls, file.Devices, file.Conduct, script);
        return new BuiltScenario(plan, file.Run, file);
    }

    private static WorkCalendar? BuildCalendar(ScenarioFile file, List<Finding> findings)
    {
        try
        {
            return new WorkCalendar(file.Run.Starts, file.Calendar.Rules);
        }
        catch (ArgumentException wrong)
        {
            findings.Add(new Finding(file.Calendar.Mark.File, file.Calendar.Mark.Line, "", "", $"calendar: {wrong.Message}"));
            return null;
        }
    }
}
