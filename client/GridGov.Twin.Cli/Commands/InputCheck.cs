using System.Globalization;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Catalogue;
using GridGov.Twin.Scenarios.CityFiles;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Scenarios.Replay;
using GridGov.Twin.Scenarios.Staffing;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Cli.Commands;

/// <summary>Finds out what a file or folder is, by what is in it, and checks it as that.</summary>
internal static class InputCheck
{
    private const string KnownFiles =
        "a scenario (folder or .yaml), an experiment, drill, staffing question, workflow, catalogue, calendar or replay mapping (.yaml), a city folder, or GeoJSON";

    // The first key a file has tells what it is; a scenario may begin with what it extends.
    private static readonly (string Key, Func<YamlNode, string, string> Check)[] YamlFiles =
    [
        ("experiment", (_, path) => Experiment(path)),
        ("drill", (_, path) => Drill(path)),
        ("staffing", (_, path) => Staffing(path)),
        ("scenario", (_, path) => Scenario(path)),
        ("extends", (_, path) => Scenario(path)),
        ("states", (root, _) => Workflow(root)),
        ("components", (root, _) => Catalogue(root)),
        ("events", (root, _) => Catalogue(root)),
        ("replay", (root, _) => Mapping(root)),
        ("workflow", (root, _) => Workflow(root)),
        ("catalogue", (root, _) => Catalogue(root)),
        ("calendar", (root, _) => Calendar(root)),
    ];

    /// <summary>Checks what is at the path and says what it is.</summary>
    /// <exception cref="InputRejectedException">It is wrong, or nothing this program knows.</exception>
    public static string Check(string path)
    {
        if (Directory.Exists(path))
        {
            return Folder(path);
        }

        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".yaml" or ".yml" => Yaml(path),
            ".geojson" or ".json" or ".gz" => GeoJson(path),
            _ => throw Unknown(path, File.Exists(path) ? "this is no file the program knows" : "there is no such file"),
        };
    }

    private static string Folder(string path) =>
        File.Exists(ScenarioText.FileOf(path)) ? Scenario(path)
        : File.Exists(Path.Combine(path, CityFolder.HeadFile)) ? City(path)
        : throw Unknown(path, $"the folder holds neither {ScenarioText.FileName} nor {CityFolder.HeadFile}");

    private static string Yaml(string path)
    {
        var root = YamlFile.Load(path);
        var keys = root is YamlMap map ? map.Entries.Select(entry => entry.Key).ToHashSet() : [];
        var known = Array.Find(YamlFiles, file => keys.Contains(file.Key));
        return known.Check is { } check ? check(root, path) : throw Unknown(path, "no key tells what this file is");
    }

    private static string Scenario(string path)
    {
        var plan = ScenarioBuilder.Load(path).Plan;
        return Count($"scenario {plan.Name}", (plan.City.Cells.Length, "cells"), (plan.Officers.Length, "officers"), (plan.Desks.Length, "desks"));
    }

    private static string Experiment(string path)
    {
        var plan = ExperimentPlan.Load(path);
        return Count($"experiment {plan.File.Name}", (plan.Variants.Length, "variants"), (plan.Measures.Length, "measures"));
    }

    private static string Drill(string path)
    {
        var plan = DrillPlan.Load(path);
        return Count(
            $"drill {plan.File.Name}", (plan.File.Players.Length, "players"), (plan.File.Injects.Length, "injects"), (plan.File.Expected.Length, "expected actions"));
    }

    private static string Staffing(string path)
    {
        var plan = StaffingPlan.Load(path);
        return Count($"staffing {plan.File.Name}", (plan.Posts.Count, "posts"), (plan.Targets.Count, "targets"));
    }

    private static string City(string path)
    {
        var city = CityFolder.Read(path);
        return Count($"city {city.Name}", (city.Cells.Length, "cells"), (city.Buildings.Length, "buildings"), (city.Devices.Length, "devices"));
    }

    private static string Workflow(YamlNode root)
    {
        var workflow = WorkflowFile.Read(root);
        return Count($"workflow {workflow.Id}, proved sound", (workflow.Roles.Length, "roles"), (workflow.States.Length, "states"));
    }

    private static string Catalogue(YamlNode root) => Count("catalogue", (CatalogueFile.Read(root).Conditions.Length, "filing conditions"));

    private static string Mapping(YamlNode root)
    {
        var mapping = MappingFile.Read(root);
        return Count($"replay mapping {mapping.Name}", (mapping.Kinds.Rules.Length, "rules"));
    }

    private static string Calendar(YamlNode root)
    {
        CalendarSection.CheckYear(root);
        return "calendar";
    }

    private static string GeoJson(string path) => Count("GeoJSON", (GeoJsonReader.Read(path).Count(), "features"));

    private static string Count(string what, params (int Number, string Of)[] counts) =>
        $"{what}: {string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Number:#,0} {count.Of}")))}";

    private static InputRejectedException Unknown(string path, string message) => new(new Finding(path, 0, "", KnownFiles, message));
}
