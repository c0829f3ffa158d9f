using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>What the page needs beyond <see cref="ReportData"/>: where the cells lie, what things are called, and how to run it again.</summary>
/// <param name="Cities">The cities of the variants.</param>
/// <param name="CityOfVariant">Which of them each variant has.</param>
/// <param name="Names">What workflows, roles and departments are called, by machine name.</param>
/// <param name="File">The experiment's file, as it was named on the command line if that says where it lies on any machine.</param>
/// <param name="VariantFiles">The scenario files of the variants; null where none lie beside the page.</param>
internal sealed record SceneData(CityData[] Cities, int[] CityOfVariant, Dictionary<string, Title> Names, string File, string[]? VariantFiles)
{
    public static SceneData Of(ExperimentResult result, bool isInFolder)
    {
        var (cities, ofVariant) = CityData.Of(result.Plan);
        var file = result.Plan.File.Mark.File;
        return new SceneData(
            cities, ofVariant, NamesIn(result.Plan), Path.IsPathRooted(file) ? Path.GetFileName(file) : file.Replace('\\', '/'),
            isInFolder ? [.. result.Plan.Variants.Select(Reports.VariantFiles.NameOf)] : null);
    }

    private static Dictionary<string, Title> NamesIn(ExperimentPlan plan)
    {
        var names = new Dictionary<string, Title>(StringComparer.Ordinal);
        foreach (var world in plan.Variants.Select(variant => variant.Scenario.Plan))
        {
            var workflow = world.Workflow.Workflow;
            names.TryAdd(workflow.Id, new Title(workflow.Zh, workflow.En));
            foreach (var role in workflow.Roles)
            {
                names.TryAdd(role.Id, new Title(role.Zh, role.En));
            }

            foreach (var department in world.Departments)
            {
                names.TryAdd(department.Id, new Title(department.Zh, department.En));
            }
        }

        return names;
    }
}
