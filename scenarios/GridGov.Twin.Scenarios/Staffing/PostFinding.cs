using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>Finds the posts a staffing question names in its scenario, and says which do not exist or break the limits of rest.</summary>
internal sealed class PostFinding(StaffingFile file, ScenarioFile scenario, WorldPlan plan, List<Finding> findings)
{
    /// <summary>The posts in order; those that were found wrong are left out.</summary>
    public Post[] Find()
    {
        var posts = new List<Post>();
        foreach (var sections in file.Posts.GroupBy(section => (section.Kind, Pool: section.Kind == PoolKind.Officers ? StaffPool.OfficersId : section.Pool.Value)))
        {
            var all = sections.Key.Kind == PoolKind.Officers ? Groups() : ShiftsOf(sections.First());
            if (all.Length == 0)
            {
                continue;
            }

            var named = sections.Select(section => (Section: section, Choice: Choose(section, all))).Where(pair => pair.Choice is not null).ToArray();
            var steady = all.Where(choice => !Array.Exists(named, pair => ReferenceEquals(pair.Choice, choice))).SelectMany(choice => choice.Steady);
            var pool = PoolOf(sections.Key.Kind, sections.Key.Pool, [.. steady]);
            foreach (var (section, choice) in named)
            {
                CheckRest(section, choice!.Shifts);
                posts.Add(new Post(posts.Count, pool, section, choice.Shifts, choice.People));
            }
        }

        return [.. posts];
    }

    private sealed record Choice(string Name, Shift[] Shifts, int People)
    {
        public IEnumerable<Shift> Steady => Shifts.Select(shift => shift with { People = People });
    }

    private Choice[] Groups()
    {
        if (scenario.Officers is not { } officers)
        {
            var group = file.Posts.First(section => section.Kind == PoolKind.Officers).Pool;
            findings.Add(group.Finding("a scenario with officers", "the scenario has no officers"));
            return [];
        }

        return [.. officers.Groups.Zip(StaffingOverlay.GroupSizes(officers), (group, size) => new Choice(group.Name.Value, group.Shifts, size))];
    }

    private Choice[] ShiftsOf(PostSection section)
    {
        var (known, shifts) = section.Kind switch
        {
            PoolKind.Desk => (
                [.. scenario.Desks.Select(desk => desk.Role.Value), .. scenario.Hotline is null ? Array.Empty<string>() : ["hotline"]], DeskShifts(section.Pool.Value)),
            PoolKind.Department => (Departments(), Department(section)?.Staff),
            _ => (Departments(), Department(section)?.StaffPerStreet is { Length: > 0 } staff ? staff : null),
        };
        if (shifts is null || DesksOf(section.Kind, section.Pool.Value).Length == 0)
        {
            findings.Add(section.Pool.Finding(
                NearestWord.Expected(section.Pool.Value, known), $"the scenario has no {Words.Of(section.Kind).Replace('-', ' ')} of this name, or nobody works there"));
            return [];
        }

        return [.. shifts.Select(shift => new Choice(shift.Name, [shift], shift.People))];
    }

    private Shift[]? DeskShifts(string pool) => pool == "hotline" ? scenario.Hotline?.Staff : Array.Find(scenario.Desks, desk => desk.Role.Value == pool)?.Staff;

    private string[] Departments() => [.. scenario.Departments.Select(department => department.Id.Value)];

    private DepartmentSection? Department(PostSection section) => Array.Find(scenario.Departments, department => department.Id.Value == section.Pool.Value);

    private Choice? Choose(PostSection section, Choice[] all)
    {
        var fitting = all.Where(choice => choice.Name == section.Shift.Value).ToArray();
        if (fitting.Length != 1)
        {
            findings.Add(section.Shift.Finding(
                NearestWord.Expected(section.Shift.Value, [.. all.Select(choice => choice.Name)]),
                fitting.Length == 0 ? $"{section.Pool.Value} has no such shift or group" : $"{section.Pool.Value} has several such shifts: give each a name"));
        }

        return fitting.Length == 1 ? fitting[0] : null;
    }

    private void CheckRest(PostSection section, Shift[] shifts)
    {
        foreach (var length in shifts.Select(shift => new Duration(shift.ToMs - shift.FromMs)))
        {
            if (length > file.Rest.LongestShift)
            {
                findings.Add(section.Shift.Finding($"at most {file.Rest.LongestShift}", $"the shift of {length} is longer than rest.longest-shift allows"));
            }
            else if (Duration.Days(1) - length < file.Rest.Between)
            {
                findings.Add(section.Shift.Finding($"at least {file.Rest.Between} of rest", $"the shift of {length} leaves {Duration.Days(1) - length} until the next"));
            }
        }
    }

    private DeskPlan[] DesksOf(PoolKind kind, string pool) => kind switch
    {
        PoolKind.Department => [.. DepartmentDesks(pool).Where(desk => desk.Level == Level.District)],
        PoolKind.StreetDepartment => [.. DepartmentDesks(pool).Where(desk => desk.Level != Level.District)],
        _ => [.. plan.Desks.Where(desk => desk.Role >= 0 ? plan.Workflow.Workflow.Roles[desk.Role].Id == pool : desk.Department < 0 && desk.Id == pool)],
    };

    private IEnumerable<DeskPlan> DepartmentDesks(string pool) => plan.Desks.Where(desk => desk.Department >= 0 && plan.Departments[desk.Department].Id == pool);

    private StaffPool PoolOf(PoolKind kind, string id, Shift[] steady)
    {
        if (kind == PoolKind.Officers)
        {
            return new StaffPool(id, new Title("网格员", "officers"), kind, 1, [], steady);
        }

        var desks = DesksOf(kind, id);
        var first = desks[0];
        var (zh, en) = first.Role >= 0 ? (plan.Workflow.Workflow.Roles[first.Role].Zh, plan.Workflow.Workflow.Roles[first.Role].En)
            : first.Department >= 0 ? (plan.Departments[first.Department].Zh, plan.Departments[first.Department].En)
            : (first.Zh, first.En);
        return new StaffPool(id, new Title(zh, en), kind, desks.Length, [.. desks.Select(desk => desk.Index)], steady);
    }
}
