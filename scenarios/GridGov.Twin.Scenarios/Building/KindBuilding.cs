using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>Lays the lines about kinds over each other and makes a profile of every filing condition.</summary>
internal sealed class KindBuilding
{
    private const double EverywhereAlike = 1;
    private readonly ScenarioFile _file;
    private readonly KindSettings?[] _settings;

    public KindBuilding(ScenarioFile file, DepartmentBuilding departments, List<Finding> findings)
    {
        _file = file;
        _settings = new KindSettings?[file.Catalogue.Conditions.Length];
        foreach (var line in file.Kinds)
        {
            foreach (var kind in file.FindKinds(line.Pattern, findings))
            {
                _settings[kind] = _settings[kind] is { } below ? line.Over(below) : line;
            }
        }

        Profiles = file.City is null ? [] : [.. file.Catalogue.Conditions.Select(condition => Profile(condition, departments, findings))];
    }

    /// <summary>The profiles, one per filing condition; none in a world of desks alone.</summary>
    public KindProfile[] Profiles { get; }

    /// <summary>How often a condition occurs relative to the others of its line of the mix; 1 unless said.</summary>
    public double FrequencyOf(int kind) => _settings[kind]?.Frequency ?? 1;

    /// <summary>The factors of a condition for the six kinds of cell.</summary>
    public double[] FactorsOf(int kind) => _settings[kind]?.In ?? [.. Enumerable.Repeat(EverywhereAlike, 6)];

    /// <summary>The name of a condition's rhythm, if one was said.</summary>
    public Marked<string>? RhythmOf(int kind) => _settings[kind]?.Rhythm;

    private KindProfile Profile(FilingCondition condition, DepartmentBuilding departments, List<Finding> findings)
    {
        var department = departments.OfKind[condition.Index];
        if (department < 0)
        {
            Find(findings, condition, "a department whose kinds name it", $"no department handles {condition.SmallEn} (and perhaps others)");
        }

        if (_settings[condition.Index] is not
            {
                Weight: { } weight, SeenByPatrol: { } seen, CallsPerHour: { } calls, Handling: { } handling,
                MergeWithinM: { } within, MergeFor: { } mergeFor
            } settings)
        {
            Find(
                findings, condition, "weight, seen-by-patrol, calls, handling, merge-within and merge-for",
                $"kinds do not say everything about {condition.SmallEn} (and perhaps others)");
            return new KindProfile(condition.Index, Weight.Small, department, 0, 0, 0, null, null, 0, _file.Conduct.SettleWork, 0, 0);
        }

        return new KindProfile(
            condition.Index, weight, department, seen, calls, settings.Sensors ?? 0, settings.Lasts?.Value, settings.Worsens?.Value,
            settings.OnTheSpot ?? 0, handling, within, mergeFor.Milliseconds);
    }

    // A mistake that concerns many conditions is told once, with the first of them.
    private void Find(List<Finding> findings, FilingCondition condition, string expected, string message)
    {
        if (!findings.Exists(finding => finding.Expected == expected))
        {
            findings.Add(new Finding(_file.Mark.File, 0, condition.Key, expected, message));
        }
    }
}
