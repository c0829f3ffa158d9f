using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>Finds the measures that targets and limits of fairness name, and says which do not exist or have another unit.</summary>
internal static class TargetFindings
{
    /// <summary>The targets in order, then the limits of fairness.</summary>
    public static StaffingTarget[] Find(StaffingFile file, Measure[] measures, StaffPool[] pools, List<Finding> findings)
    {
        var targets = new List<StaffingTarget>();
        foreach (var section in file.Targets)
        {
            if (Array.Find(measures, measure => measure.Id == section.Measure.Value) is not { } measure)
            {
                findings.Add(section.Measure.Finding(NearestWord.Expected(section.Measure.Value, [.. measures.Select(known => known.Id)]), "no such measure in the scenario"));
            }
            else if (StaffingTarget.Of(section, measure) is { } target)
            {
                targets.Add(target);
            }
            else
            {
                findings.Add(section.Value.Finding(Expected(measure), $"the value does not fit {measure.Id}"));
            }
        }

        var limits = pools.Select(pool => (pool.UtilisationMeasure, file.Fairness.Utilisation))
            .Append((Measure.TeamSpread, file.Fairness.Teams)).Append((Measure.StreetSpread, file.Fairness.Streets));
        foreach (var (id, limit) in limits.Where(limit => limit.Item2 is not null))
        {
            AddLimit(limit!, id, measures, targets, findings);
        }

        return [.. targets];
    }

    private static void AddLimit(Marked<double> limit, string id, Measure[] measures, List<StaffingTarget> targets, List<Finding> findings)
    {
        if (Array.Find(measures, measure => measure.Id == id) is { } measure)
        {
            targets.Add(new StaffingTarget(measure, IsAtLeast: false, limit.Value, IsFairness: true));
        }
        else
        {
            findings.Add(limit.Finding("a scenario with several streets or teams", $"the scenario has no {id}"));
        }
    }

    private static string Expected(Measure measure) => measure.Unit switch
    {
        IndicatorUnit.Share => "a share from 0 to 1",
        IndicatorUnit.Minutes or IndicatorUnit.Hours => "a length of time with its unit, such as 5 min",
        _ => "a number",
    };
}
