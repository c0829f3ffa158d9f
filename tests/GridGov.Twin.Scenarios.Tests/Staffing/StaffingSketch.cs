using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Staffing;

namespace GridGov.Twin.Scenarios.Tests.Staffing;

/// <summary>
/// Writes a staffing question on a desk alone into a folder of its own: calls at random, 8 an hour, of an hour each, nobody hangs up. This is M/M/c with
/// a load of 8 erlang, so the least people for a mean wait are known. The head and the scenario end with line 4 and the rest follows.
/// </summary>
internal sealed class StaffingSketch : IDisposable
{
    public const string Targets = "targets: {wait.hotline: {at-most: 25 min}}";
    public const string Posts = "posts: {desks: {hotline: {all-day: {min: 6, max: 14, cost: 100}}}}";
    public const string Rest = "rest: {longest-shift: 24 h, between: 0 h, days-per-week: 5}";
    public const string Replications = "replications: {least: 6, most: 24}";

    private readonly string _folder = Directory.CreateTempSubdirectory("staffing").FullName;

    public StaffingSketch(params string[] lines)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "desk"));
        File.WriteAllLines(Path.Combine(_folder, "desk", ScenarioText.FileName),
        [
            "extends: defaults",
            "scenario: desk",
            "title: {zh: 席位, en: desk}",
            "starts: 2025-01-01",
            "days: 220",
            "warm-up: 20 d",
            "seed: 1",
            "workflow: single-level",
            "demand: ~",
            "officers: ~",
            "departments: ~",
            "desks: ~",
            "hotline: {staff: [{name: all-day, hours: \"00:00-24:00\", days: every, people: 14}], capacity: 0, patience: endless}",
            "calls: {questions: {rate: 8 per hour, desk: hotline, work: {exponential: {mean: 1 h}}, patience: endless}}",
        ]);
        File.WriteAllLines(Path.Combine(_folder, "it.yaml"),
            ["staffing: sketch", "title: {zh: 试, en: sketch}", "question: {zh: 几人够？, en: How many are enough?}", "scenario: desk/scenario.yaml", .. lines]);
    }

    public string Folder => _folder;

    public StaffingPlan Plan => StaffingPlan.Load(Path.Combine(_folder, "it.yaml"));

    public static string[] Lines(params string[] more) => [Targets, Posts, Rest, Replications, .. more];

    /// <summary>What the search of these lines finds, on so many threads, nothing kept.</summary>
    public static StaffingResult Search(string[] lines, int threads = 2)
    {
        using var sketch = new StaffingSketch(lines);
        return new StaffingSearch(sketch.Plan, null, threads).Run(null, CancellationToken.None)!;
    }

    /// <summary>What is wrong with these lines; the folder is left out of file names.</summary>
    public static string[] Rejected(params string[] lines)
    {
        using var sketch = new StaffingSketch(lines);
        return [.. Should.Throw<InputRejectedException>(() => sketch.Plan).Findings
            .Select(finding => finding.ToString().Replace(sketch._folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
