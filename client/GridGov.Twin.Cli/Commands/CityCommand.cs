using System.CommandLine;
using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.CityFiles;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Generator;
using GridGov.Twin.Scenarios.Tiles;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov city</c>: what can be done with a city alone.</summary>
internal static class CityCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = "a city folder, or a scenario" };
        var output = new Option<string>("--out") { Description = "the SVG file to write", HelpName = "FILE", Required = true };
        var picture = new Command("picture", "Draws a district from above as SVG.\nExample: gridgov city picture scenarios/first-day --out first-day.svg") { path, output };
        picture.SetAction(line =>
        {
            var city = Load(line.GetValue(path)!);
            if (city.Cells.Length == 0)
            {
                throw GivenText.Rejected("PATH", line.GetValue(path)!, "a scenario with a city", "there is nothing to draw");
            }

            Draw(city, line.GetValue(output)!);
            return ExitCode.Ok;
        });
        return new Command("city", "Looks at cities.\nExample: gridgov city picture scenarios/first-day --out first-day.svg") { picture, Tiles(terminal) };
    }

    private static Command Tiles(Terminal terminal)
    {
        var path = new Argument<string>("PATH") { Description = "a city folder, or a scenario" };
        var output = new Option<string>("--out") { Description = "the folder to write", HelpName = "FOLDER", Required = true };
        var force = OutOption.Force();
        var tiles = new Command("tiles", "Bakes the buildings of a district into 3D Tiles 1.1.\nExample: gridgov city tiles scenarios/first-day --out first-day-tiles")
        {
            path, output, force,
        };
        tiles.SetAction(line =>
        {
            var report = CityTiles.Write(Load(line.GetValue(path)!), line.GetValue(output)!, line.GetValue(force));
            foreach (var finding in report.Repaired.Concat(report.Skipped))
            {
                terminal.Error.WriteLine($"gridgov: {finding}");
            }

            terminal.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Features:N0} buildings in {report.Tiles} tiles, {report.Bytes / 1e6:0.0} MB; {report.Repaired.Count} mended, {report.Skipped.Count} left out"));
            return ExitCode.Ok;
        });
        return tiles;
    }

    /// <summary>Draws a city into a file that appears whole or not at all.</summary>
    public static void Draw(CityModel city, string file)
    {
        var fresh = $"{file}.writing";
        try
        {
            using (var writer = new StreamWriter(fresh))
            {
                DistrictPicture.Write(city, writer);
            }

            File.Move(fresh, file, overwrite: true);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            File.Delete(fresh);
            throw GivenText.Rejected("--out", file, "a file that can be written", failed.Message);
        }
    }

    private static CityModel Load(string path) =>
        File.Exists(Path.Combine(path, CityFolder.HeadFile)) ? CityFolder.Read(path) : ScenarioBuilder.Build(ScenarioFile.Load(path)).Plan.City;
}
