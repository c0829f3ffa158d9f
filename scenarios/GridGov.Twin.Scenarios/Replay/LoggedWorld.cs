using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>A scenario made ready for a log: the plan whose first day is the log's, and the rows placed in its cells.</summary>
/// <param name="Scenario">The scenario, its own demand switched off.</param>
/// <param name="Mapping">The mapping.</param>
/// <param name="Rows">The rows in the order of the file.</param>
/// <param name="Seed">The seed.</param>
/// <param name="PositionNote">What was done to the positions; null when they stand as they are.</param>
public sealed record LoggedWorld(BuiltScenario Scenario, ReplayMapping Mapping, List<LoggedRow> Rows, ulong Seed, string? PositionNote)
{
    private const long DayMs = 86_400_000;

    /// <summary>The plan.</summary>
    public WorldPlan Plan => Scenario.Plan;

    /// <summary>Reads everything.</summary>
    /// <exception cref="InputRejectedException">A file cannot be used, or no row can.</exception>
    public static LoggedWorld Load(ReplayRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var file = ScenarioFile.Load(request.Scenario);
        var mapping = MappingFile.Load(request.Mapping);
        var rows = LogReader.ReadAll(request.Log, mapping, new RowRules(mapping, file.Catalogue));
        var starts = mapping.Starts ?? FirstDay(rows, file.Run.Starts);
        SetTimes(rows, starts, request.Days);
        var seed = request.Seed ?? file.Run.Seed;
        var built = ScenarioBuilder.Build(file with { Run = file.Run with { Starts = starts } });
        var note = RowPlacing.Place(rows, built.Plan.City, mapping.Position, seed, request.Scenario);
        return new LoggedWorld(built with { Plan = ReplayPlan.Of(built.Plan, mapping.Duplicates) }, mapping, rows, seed, note);
    }

    private static DateOnly FirstDay(List<LoggedRow> rows, DateOnly none)
    {
        var used = rows.Where(row => row.Enters).Select(row => row.OpenedMs).DefaultIfEmpty(-1).Min();
        return used < 0 ? none : RowClock.DateOf(used);
    }

    private static void SetTimes(List<LoggedRow> rows, DateOnly starts, int? days)
    {
        var startMs = RowClock.StartOf(starts);
        foreach (ref var row in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows))
        {
            row.OpenedMs -= startMs;
            if (!row.Enters)
            {
                continue;
            }

            row.Fault = row.OpenedMs < 0 ? RowFault.BeforeStart : row.OpenedMs >= (days ?? long.MaxValue / DayMs) * DayMs ? RowFault.AfterEnd : RowFault.None;
            row.Fate = row.Fault == RowFault.None ? row.Fate : RowFate.Rejected;
        }
    }
}
