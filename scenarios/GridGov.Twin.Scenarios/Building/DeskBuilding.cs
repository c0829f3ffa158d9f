using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>The desks: of the workflow's roles and of the departments, one for each unit of their level, and of the hotline.</summary>
internal sealed class DeskBuilding
{
    private const int NoRole = -1;
    private readonly ScenarioFile _file;
    private readonly CityModel _city;
    private readonly List<Finding> _findings;
    private readonly List<DeskPlan> _desks = [];

    private DeskBuilding(ScenarioFile file, CityModel city, List<Finding> findings) => (_file, _city, _findings) = (file, city, findings);

    public DeskPlan[] Desks => [.. _desks];

    public HotlinePlan? Hotline { get; private set; }

    public CallStream[] Calls { get; private set; } = [];

    public static DeskBuilding Build(ScenarioFile file, CityModel city, List<Finding> findings)
    {
        var building = new DeskBuilding(file, city, findings);
        building.AddRoles();
        building.AddDepartments();
        building.AddHotline();
        building.Calls = [.. file.Calls.Select(building.BuildCalls)];
        return building;
    }

    private void AddRoles()
    {
        WorkflowRole[] roles = [.. _file.Workflow.Roles.Where(role => role.Performer == Performer.Desk)];
        foreach (var desk in _file.Desks.Where(desk => !Array.Exists(roles, role => role.Id == desk.Role.Value)))
        {
            _findings.Add(desk.Role.Finding(
                NearestWord.Expected(desk.Role.Value, [.. roles.Select(role => role.Id)]), $"workflow {_file.Workflow.Id} has no desk role of this name"));
        }

        foreach (var role in roles)
        {
            if (Array.Find(_file.Desks, desk => desk.Role.Value == role.Id) is { } section)
            {
                AddDesks(role.Id, role.Zh, role.En, role.Level, role.Index, -1, section.Staff, section.Capacity);
            }
            else if (_file.Demand is not null)
            {
                _findings.Add(new Finding(_file.Mark.File, 0, role.Id, $"desks.{role.Id}", $"a role of workflow {_file.Workflow.Id} has no desk"));
            }
        }
    }

    private void AddDepartments()
    {
        WorkflowRole[] roles = [.. _file.Workflow.Roles.Where(role => role.Performer == Performer.Department)];
        for (var index = 0; index < _file.Departments.Length; index++)
        {
            var section = _file.Departments[index];
            foreach (var level in roles.Select(role => role.Level).Distinct())
            {
                var staff = level == Level.District ? section.Staff : section.StaffPerStreet;
                if (staff.Length == 0)
                {
                    _findings.Add(section.Id.Finding("staff-per-street", $"workflow {_file.Workflow.Id} has department staff in the streets"));
                }
                else
                {
                    AddDesks(section.Id.Value, section.Zh, section.En, level, NoRole, index, staff, 0);
                }
            }
        }
    }

    private void AddHotline()
    {
        if (_file.Hotline is { } hotline)
        {
            Hotline = new HotlinePlan(_desks.Count, hotline.Talk, hotline.Patience, hotline.CallsAgain, hotline.RedialAfter);
            AddDesks("hotline", "12345热线", "hotline 12345", Level.District, NoRole, -1, hotline.Staff, hotline.Capacity);
        }
    }

    private void AddDesks(string id, string zh, string en, Level level, int role, int department, Shift[] staff, int capacity)
    {
        OrgUnit[] units = [.. _city.Org.Where(unit => unit.Level == level)];
        if (units.Length == 0)
        {
            _findings.Add(new Finding(_file.WorkflowMark.File, _file.WorkflowMark.Line, id, "district or street", "there is no unit of the desk's level"));
        }

        foreach (var unit in units)
        {
            var isOnly = level == Level.District;
            _desks.Add(new DeskPlan(
                _desks.Count, isOnly ? id : $"{id}@{unit.Code}", isOnly ? zh : $"{unit.Name}{zh}", isOnly ? en : $"{en}, {unit.Name}",
                level, unit.Index, role, department, staff, capacity));
        }
    }

    private CallStream BuildCalls(CallSection section, int index)
    {
        string[] ids = [.. _desks.Select(desk => desk.Id)];
        var desk = Array.IndexOf(ids, section.Desk.Value);
        if (desk < 0)
        {
            _findings.Add(section.Desk.Finding(NearestWord.Expected(section.Desk.Value, ids), "an unknown desk"));
        }

        return new CallStream(index, section.Id.Value, desk, section.PerHour, section.Priority, section.Work, section.Patience);
    }
}
