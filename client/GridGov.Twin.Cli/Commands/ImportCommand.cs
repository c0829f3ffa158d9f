using System.CommandLine;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Scenarios.Import;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov import city</c>: makes a scenario folder out of real footprints.</summary>
internal static class ImportCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal) =>
        new("import", "Makes scenarios out of real data.\nExample: gridgov import city --buildings b.geojson --name 南山 --out nanshan") { City(terminal) };

    private static Command City(Terminal terminal)
    {
        var buildings = new Option<string>("--buildings") { Description = "GeoJSON footprints, plain or gzip", HelpName = "FILE", Required = true };
        var boundary = new Option<string?>("--boundary") { Description = "GeoJSON boundary (default: drawn around the buildings)", HelpName = "FILE" };
        var roads = new Option<string?>("--roads") { Description = "GeoJSON road centre lines (default: streets along the cells' edges)", HelpName = "FILE" };
        var name = new Option<string>("--name") { Description = "what the district is called", HelpName = "NAME", Required = true };
        var division = new Option<string?>("--division") { Description = "six digits of the division code, GB/T 2260 (default: 990101)", HelpName = "CODE" };
        var picture = new Option<string?>("--picture") { Description = "also draw the district into this SVG file", HelpName = "FILE" };
        var output = new Option<string>("--out") { Description = "the scenario folder to write", HelpName = "DIR", Required = true };
        var force = OutOption.Force();
        var command = new Command("city", "Imports building footprints as a district that runs.\nExample: gridgov import city --buildings b.geojson --name 南山 --out nanshan")
        {
            buildings, boundary, roads, name, division, picture, output, force,
        };
        command.SetAction(line =>
        {
            var folder = line.GetValue(output)!;
            using var files = OutputFolder.Open(folder, ImportedScenario.Entries, line.GetValue(force));
            var options = new ImportOptions(line.GetValue(buildings)!, line.GetValue(name)!) { Boundary = line.GetValue(boundary), Roads = line.GetValue(roads) };
            var import = CityImporter.Import(line.GetValue(division) is { } code ? options with { Division = code } : options);
            ImportedScenario.Write(import, options, files.Fresh, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
            if (line.GetValue(picture) is { } svg)
            {
                CityCommand.Draw(import.City, svg);
            }

            files.Commit();
            new ImportTable(terminal.Tables(), terminal.Out).Print(import, folder);
            return ExitCode.Ok;
        });
        return command;
    }
}
