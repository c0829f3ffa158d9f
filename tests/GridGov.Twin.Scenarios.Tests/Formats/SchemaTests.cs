using System.Text.Json.Nodes;
using GridGov.Twin.Scenarios.Catalogue;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Replay;
using GridGov.Twin.Scenarios.Staffing;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Tests.Formats;

public class SchemaTests
{
    private static readonly string Scenarios = Path.Combine(Tree.Root, "scenarios");

    // A file that extends another may leave out what the other says, except inside lists and distributions, which are never merged.
    private static readonly string[] Whole =
        ["surge", "scripted", "duty", "shift", "mean", "mean-and-cv", "erlang", "hyperexponential", "uniform", "triangular", "title"];

    public static TheoryData<string, string> Shipped()
    {
        var files = new TheoryData<string, string> { { "scenario", "defaults.yaml" } };
        foreach (var (folder, schema) in new[] { ("workflows", "workflow"), ("catalogue", "catalogue"), ("calendars", "calendar-year"), ("replays", "replay-mapping") })
        {
            foreach (var name in ShippedFile.Names(folder))
            {
                files.Add(schema, $"{folder}/{name}.yaml");
            }
        }

        foreach (var file in Directory.GetFiles(Scenarios, "scenario.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            files.Add("scenario", Path.GetRelativePath(Scenarios, file));
        }

        foreach (var (folder, schema) in new[] { ("experiments", "experiment"), ("drills", "drill"), ("staffing", "staffing") })
        {
            foreach (var file in Directory.GetFiles(Path.Combine(Scenarios, folder), "*.yaml").Order(StringComparer.Ordinal))
            {
                files.Add(schema, Path.GetRelativePath(Scenarios, file));
            }
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_file_fits_its_published_schema(string schema, string file) =>
        Errors(schema, File.ReadAllText(Path.Combine(Scenarios, file))).ShouldBeEmpty();

    [Theory]
    [InlineData("scenario", "dais: 3")]
    [InlineData("scenario", "officers: {patrol-speed: 4}")]
    [InlineData("scenario", "demand: {incidents-per-day: -1}")]
    [InlineData("scenario", "surges: [{name: x}]")]
    [InlineData("scenario", "conduct: {settle: {exponential: {mean: 3 min}, constant: 3 min}}")]
    [InlineData("workflow", "workflow: x")]
    [InlineData("catalogue", "catalogue: x")]
    [InlineData("calendar-year", "calendar: x")]
    [InlineData("replay-mapping", "replay: x")]
    [InlineData("experiment", "experiment: x")]
    [InlineData("experiment", "replications: {most: 0}")]
    [InlineData("staffing", "staffing: x")]
    [InlineData("drill", "drill: x")]
    [InlineData("drill", "expected: {act: {does: shout}}")]
    public void A_schema_rejects_what_the_reader_rejects(string schema, string yaml) => Errors(schema, yaml).ShouldNotBeEmpty();

    [Fact]
    public void The_schemas_have_the_keys_the_readers_know()
    {
        Compare("workflow", WorkflowFile.Shapes, shape => shape.Required);
        Compare("staffing", StaffingFile.Shapes, shape => shape.Required);
        Compare("catalogue", CatalogueFile.Shapes, shape => shape.Required);
        Compare("calendar-year", CalendarSection.YearShapes, shape => shape.Required);
        Compare("replay-mapping", MappingFile.Shapes, shape => shape.Required);
        Compare("experiment", ExperimentFile.Shapes, shape => shape.Required);
        Compare("drill", DrillFile.Shapes, shape => shape.Required);
        Compare("scenario", ScenarioFile.Shapes, shape => Whole.Contains(shape.Name) ? shape.Required : []);
    }

    [Fact]
    public void Shapes_have_names_of_their_own() =>
        ScenarioFile.Shapes.Select(shape => shape.Name).ShouldBeUnique();

    private static void Compare(string schema, IReadOnlyList<MapShape> shapes, Func<MapShape, string[]> required)
    {
        var definitions = JsonNode.Parse(SchemaText(schema))!["$defs"]!.AsObject();
        definitions.Where(pair => pair.Value!["properties"] is not null).Select(pair => pair.Key)
            .ShouldBe(shapes.Select(shape => shape.Name), ignoreOrder: true);
        foreach (var shape in shapes)
        {
            var definition = definitions[shape.Name]!;
            definition["properties"]!.AsObject().Select(pair => pair.Key).ShouldBe(shape.Keys, ignoreOrder: true, shape.Name);
            (definition["required"]?.AsArray() ?? []).Select(key => key!.GetValue<string>()).ShouldBe(required(shape), ignoreOrder: true, shape.Name);
            definition["additionalProperties"]!.GetValue<bool>().ShouldBeFalse(shape.Name);
        }
    }

    private static string[] Errors(string schema, string yaml) => SchemaJudge.Errors(SchemaText(schema), YamlAsJson.Read(yaml));

    private static string SchemaText(string name) => File.ReadAllText(Path.Combine(Scenarios, "schemas", $"{name}.schema.json"));
}
