using System.Globalization;
using System.Text;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.CityFiles;
using GridGov.Twin.Scenarios.Import;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>
/// Writes an imported city as a scenario folder that runs: the city's files, a <c>scenario.yaml</c> that extends the shipped defaults with officers,
/// staff and demand in proportion to the cells, a README and the import's findings.
/// </summary>
public static class ImportedScenario
{
    // Dongcheng's documents: 1,540 cells, 350 officers, about 1,300 cases a day.
    private const double CellsPerOfficer = 1540.0 / 350;
    private const double IncidentsPerCellDay = 1300.0 / 1540;

    /// <summary>What the folder holds.</summary>
    public static IReadOnlyList<string> Entries { get; } = ["city", "scenario.yaml", "README.md", "findings.txt"];

    /// <summary>Writes the folder's entries into <paramref name="folder"/>, which exists.</summary>
    public static void Write(ImportResult import, ImportOptions options, string folder, string scenario)
    {
        ArgumentNullException.ThrowIfNull(import);
        ArgumentNullException.ThrowIfNull(options);
        CityFolder.Write(import.City, Path.Combine(folder, "city"));
        File.WriteAllText(Path.Combine(folder, "scenario.yaml"), Scenario(import.City, scenario));
        File.WriteAllText(Path.Combine(folder, "README.md"), Readme(import, options, scenario));
        File.WriteAllLines(Path.Combine(folder, "findings.txt"), import.Findings.Notes.Select(note => note.ToString()));
    }

    private static string Scenario(CityModel city, string scenario)
    {
        var cells = city.Cells.Length;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # A week in {OneLine(city.Name)}, imported from building footprints. Officers, staff and demand are in proportion to the cells, as in
            # the founding documents; whatever is known better belongs here.

            extends: defaults
            scenario: {Quoted(scenario)}
            title: {Title(city.Name)}
            starts: 2025-06-09
            days: 7
            seed: 1

            city: {Braced("folder: city")}

            demand:
              incidents-per-day: {Math.Max(1, (int)Math.Round(cells * IncidentsPerCellDay))}

            officers:
              count: {Math.Max(1, (int)Math.Ceiling(cells / CellsPerOfficer))}

            """);
        text.Append(RosterScaling.Of(cells));
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Readme(ImportResult import, ImportOptions options, string scenario)
    {
        var (city, findings) = (import.City, import.Findings);
        var residents = city.Buildings.Sum(building => building.Residents);
        var streets = options.Roads is null ? "are laid along the cells' edges" : $"come from `{Path.GetFileName(options.Roads)}`";
        return string.Create(CultureInfo.InvariantCulture, $"""
            # {OneLine(city.Name)} ({scenario})

            A district imported from `{Path.GetFileName(options.Buildings)}`: {findings.Buildings:#,0} buildings of {findings.PolygonsRead:#,0} polygons,
            {city.Cells.Length:#,0} cells, {residents:#,0} synthetic residents. Streets {streets}.
            What of the input was not taken as it stands is listed in `findings.txt`.

            Run it from the folder above: `gridgov run {scenario}`.

            """).ReplaceLineEndings("\n");
    }

    private static string Title(string name) => Braced($"zh: {Quoted(name)}, en: {Quoted(name)}");

    private static string Braced(string text) => "{" + text + "}";

    // A JSON string is a YAML string.
    private static string Quoted(string text) =>
        $"\"{System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
