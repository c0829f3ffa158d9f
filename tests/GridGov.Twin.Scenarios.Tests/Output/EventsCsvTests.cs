using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CsvHelper;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Tests.Building;
using GridGov.Twin.Scenarios.Tests.Geo;

namespace GridGov.Twin.Scenarios.Tests.Output;

public class EventsCsvTests
{
    private static readonly WorldPlan Plan = ScenarioSketch.Build(ScenarioSketch.Lines()).Plan;

    // Whoever adds an event to the domain is told here to put it into words.
    [Fact]
    public void Every_event_of_the_domain_has_a_name_of_its_own_and_details_that_are_json()
    {
        using var folder = new TempFolder();
        var kinds = typeof(CaseOpened).Assembly.GetTypes().Where(type => type.IsValueType && typeof(IEvent).IsAssignableFrom(type))
            .Select(type => (ushort)type.GetField("Kind", BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!).ToArray();
        using (var csv = new EventsCsv(Plan, folder.Path("events.csv")))
        {
            foreach (var kind in kinds)
            {
                csv.On(new Event { At = new Instant(61_001), Source = new GrainId((byte)(kind / 1000), 0), Body = new Body { Kind = kind } });
            }
        }

        var rows = Read(folder.Path("events.csv"));
        rows[0].ShouldBe(EventsCsv.Columns);
        rows.Count.ShouldBe(kinds.Length + 1);
        rows.Skip(1).Select(row => row[4]).ShouldBeUnique();
        rows.Skip(1).ShouldAllBe(row => row[0] == "2025-06-09 00:01:01.001");
        rows.Skip(1).ShouldAllBe(row => JsonDocument.Parse(row[8], default).RootElement.ValueKind == JsonValueKind.Object);
    }

    [Fact]
    public void A_case_that_opens_is_told_by_kind_cell_and_number()
    {
        using var folder = new TempFolder();
        using (var csv = new EventsCsv(Plan, folder.Path("events.csv")))
        {
            csv.On(new Event { Sequence = 9, Source = new GrainId(Grain.Case, 17), Body = Body.Of(new CaseOpened(1, 3, 2, 0, 1, 2, 0)) });
        }

        Read(folder.Path("events.csv"))[1].ShouldBe(
        [
            "2025-06-09 00:00:00.000", "0", "9", "case 17", "case-opened", Plan.Catalogue.Conditions[3].Key, Plan.City.Cells[2].Code, "17",
            $$"""{"state":"{{Plan.Workflow.Workflow.States[0].Id}}","weight":"big","channel":"hotline","department":"{{Plan.Departments[0].Id}}"}""",
        ]);
    }

    private static List<string[]> Read(string path)
    {
        using var parser = new CsvParser(new StreamReader(path), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return rows;
    }
}
