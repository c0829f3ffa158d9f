using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Catalogue;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>The departments and which of them handles each kind (−1: none).</summary>
internal sealed record DepartmentBuilding(Department[] Departments, int[] OfKind)
{
    public static DepartmentBuilding Build(ScenarioFile file, List<Finding> findings)
    {
        var ofKind = new int[file.Catalogue.Conditions.Length];
        Array.Fill(ofKind, -1);
        Department[] departments =
            [.. file.Departments.Select((line, index) => new Department(index, line.Id.Value, line.Zh, line.En))];
        for (var index = 0; index < departments.Length; index++)
        {
            foreach (var pattern in file.Departments[index].Kinds)
            {
                foreach (var kind in file.FindKinds(pattern, findings))
                {
                    ofKind[kind] = index;
                }
            }
        }

        return new DepartmentBuilding(departments, ofKind);
    }
}

/// <summary>Looks patterns of kinds up in a scenario's catalogue.</summary>
internal static class KindSearch
{
    /// <summary>The indexes of the kinds; a finding when the pattern names none.</summary>
    public static int[] FindKinds(this ScenarioFile file, Marked<string> pattern, List<Finding> findings)
    {
        var kinds = KindPattern.Find(file.Catalogue, pattern.Value);
        if (kinds.Length == 0)
        {
            findings.Add(pattern.Finding(KindPattern.Expected(file.Catalogue, pattern.Value), "an unknown kind"));
        }

        return kinds;
    }
}
