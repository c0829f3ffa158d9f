using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Scenarios.Catalogue;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>
/// A scenario as people write it: plain records that mirror the file, with the files it points at already read.
/// Sections that are absent are null or empty. Names are not yet looked up in each other; that is the builder's work.
/// </summary>
public sealed record ScenarioFile(
    Mark Mark, string Name, Title Title, RunSettings Run, CitySection? City, CalendarSection Calendar,
    Workflow Workflow, Mark WorkflowMark, CaseCatalogue Catalogue,
    KindSettings[] Kinds, RhythmSection[] Rhythms, DemandSection? Demand, ClimateSection? Climate, SurgeSection[] Surges, ScriptSection[] Script,
    OfficersSection? Officers, DeskSection[] Desks, DepartmentSection[] Departments, HotlineSection? Hotline, CallSection[] Calls,
    DeviceRules Devices, Conduct Conduct)
{
    internal static readonly MapShape Shape = new(
        "scenario",
        ["scenario", "title", "starts", "days", "seed", "calendar", "workflow", "catalogue", "devices", "conduct"],
        ["extends", "pace", "warm-up", "city", "kinds", "rhythms", "demand", "climate", "surges", "script",
            "officers", "desks", "departments", "hotline", "calls"]);

    /// <summary>Every mapping of the format; the published schema has the same.</summary>
    public static IReadOnlyList<MapShape> Shapes =>
    [
        Shape, Title.Shape, CitySection.Shape, .. GenerateSection.Shapes, CalendarSection.Shape,
        KindSettings.Shape, CellFactors.Shape, RhythmSection.Shape, RhythmSection.WeatherShape, DemandSection.Shape, ClimateSection.Shape,
        SurgeSection.Shape, ScriptSection.Shape, WhereSection.Shape, OfficersSection.Shape, OfficerGroup.Shape, OfficerGroup.DutyShape,
        DeskSection.Shape, ShiftReading.Shape, DepartmentSection.Shape, HotlineSection.Shape, CallSection.Shape,
        DeviceReading.Shape, ConductReading.Shape, ConductReading.StageShape, ConductReading.WorkShape, .. DistributionReading.Shapes,
    ];

    /// <summary>Reads the scenario at <paramref name="path"/>, a folder with a <c>scenario.yaml</c> or such a file.</summary>
    /// <exception cref="InputRejectedException">Something in the scenario, or in a file it points at, is wrong.</exception>
    public static ScenarioFile Load(string path) => Read(ScenarioText.Load(path));

    /// <summary>Reads a scenario from nodes that are laid over what they extend.</summary>
    /// <exception cref="InputRejectedException">Something is wrong.</exception>
    public static ScenarioFile Read(YamlNode root)
    {
        var findings = new List<Finding>();
        var fields = new YamlValue(root, findings).Fields(Shape);
        var name = fields["scenario"].Text();
        var title = Title.Read(fields["title"]);
        var run = RunSettings.Read(fields);
        var city = fields.Has("city") ? CitySection.Read(fields["city"]) : null;
        var calendar = CalendarSection.Read(fields["calendar"]);
        var workflow = Followed(fields["workflow"], "workflows", WorkflowFile.Read, findings);
        var catalogue = Followed(fields["catalogue"], "catalogue", CatalogueFile.Read, findings);
        var scenario = new ScenarioFile(
            fields.Map.Mark, name, title, run, city, calendar, workflow!, fields["workflow"].Mark, catalogue!,
            fields["kinds"].Each(KindSettings.Read), fields["rhythms"].Each(RhythmSection.Read),
            fields.Has("demand") ? DemandSection.Read(fields["demand"]) : null,
            fields.Has("climate") ? ClimateSection.Read(fields["climate"]) : null,
            [.. fields["surges"].Items().Select(SurgeSection.Read)], [.. fields["script"].Items().Select(ScriptSection.Read)],
            fields.Has("officers") ? OfficersSection.Read(fields["officers"]) : null,
            fields["desks"].Each(DeskSection.Read), fields["departments"].Each(DepartmentSection.Read),
            fields.Has("hotline") ? HotlineSection.Read(fields["hotline"]) : null, fields["calls"].Each(CallSection.Read),
            DeviceReading.Read(fields["devices"]), ConductReading.Read(fields["conduct"]));
        return findings.Count == 0 ? scenario : throw new InputRejectedException(findings);
    }

    // What is wrong in the other file is told together with what is wrong in this one.
    private static T? Followed<T>(YamlValue value, string folder, Func<YamlNode, T> read, List<Finding> findings)
        where T : class
    {
        try
        {
            return !value.IsMissing && ShippedFile.Follow(value, folder) is { } node ? read(node) : null;
        }
        catch (InputRejectedException rejected)
        {
            findings.AddRange(rejected.Findings);
            return null;
        }
    }
}
