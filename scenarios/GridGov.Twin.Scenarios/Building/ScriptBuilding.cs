using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>Puts scripted incidents into the middle of their cells.</summary>
internal static class ScriptBuilding
{
    public static IEnumerable<ScriptedIncident> Build(
        ScriptSection line, ScenarioFile file, CityModel city, CellChoice cells, List<Finding> findings)
    {
        if (line.At >= Instant.Start + file.Run.Length)
        {
            findings.Add(new Finding(
                line.Mark.File, line.Mark.Line, line.Kind.Value, FormattableString.Invariant($"a day from 1 to {file.Run.Days}"),
                "the incident happens after the run's end"));
        }

        var kinds = file.FindKinds(line.Kind, findings);
        if (kinds.Length > 1)
        {
            findings.Add(line.Kind.Finding("one filing condition such as E0501.1", "an incident is of one kind"));
        }

        return kinds.Length == 1
            ? cells.Find(line.Where).Select(cell => new ScriptedIncident(line.At, kinds[0], cell, city.Cells[cell].Centre, line.Count))
            : [];
    }
}
