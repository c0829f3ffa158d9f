using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Import;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Prints what an import made, and what of its input was not taken as it stands.</summary>
internal sealed class ImportTable(IAnsiConsole console, TextWriter output)
{
    private const int ExamplesOfEach = 2;

    /// <summary>Prints the account.</summary>
    public void Print(ImportResult import, string folder)
    {
        Counts(import);
        Notes(import.Findings);
        output.WriteLine($"written to {folder}; run it: gridgov run {folder}");
    }

    private void Counts(ImportResult import)
    {
        var (city, findings) = (import.City, import.Findings);
        var table = TableLook.Framed(($"{city.Name}", false), ("count", true));
        Row(table, "polygons read", findings.PolygonsRead);
        Row(table, "建筑 buildings in the city", findings.Buildings);
        foreach (var outcome in Enum.GetValues<ImportOutcome>().Where(outcome => findings.Count(outcome) > 0))
        {
            Row(table, $"  {Name(outcome)}", findings.Count(outcome));
        }

        Row(table, "heights or floors from the file", findings.HeightsGiven);
        Row(table, "街道 streets (sub-centres)", city.Org.Count(unit => unit.Level == Level.Street));
        Row(table, "社区 communities", city.Org.Count(unit => unit.Level == Level.Community));
        Row(table, "单元网格 cells", city.Cells.Length);
        Row(table, "住户 households", city.Buildings.Sum(building => building.Households));
        Row(table, "居民 residents", city.Buildings.Sum(building => building.Residents));
        Row(table, "设备 devices", city.Devices.Length);
        Row(table, "street net nodes", city.Streets.Nodes.Length);
        console.Write(table);
    }

    // A few of each sort: the point is to know what to look for in the file.
    private void Notes(ImportFindings findings)
    {
        var examples = findings.Notes.GroupBy(note => note.Outcome).SelectMany(same => same.Take(ExamplesOfEach)).ToArray();
        foreach (var note in examples)
        {
            output.WriteLine(note.ToString());
        }

        if (findings.Notes.Count > examples.Length)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {findings.Notes.Count - examples.Length:#,0} more; findings.txt in the folder has them all"));
        }
    }

    private static void Row(Table table, string name, long count) =>
        table.AddRow(new Text(name), new Text(count.ToString("#,0", CultureInfo.InvariantCulture)));

    private static string Name(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Repaired => "repaired, and in the city",
        ImportOutcome.LeftOut => "left out: could not be repaired safely",
        ImportOutcome.Duplicate => "left out: the same footprint again",
        ImportOutcome.OutsideBoundary => "left out: outside the boundary",
        ImportOutcome.Skipped => "skipped: no polygon",
        ImportOutcome.DefaultUsed => "property not usable, default taken",
        ImportOutcome.Joined => "parts joined into one piece",
        ImportOutcome.RoadDropped => "roads left out",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome"),
    };
}
