using System.Globalization;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Replay;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>A log made ready to be fitted: its usable rows by day, hour, kind and cell, and what became of the others.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Ground">The scenario the fit is laid over.</param>
/// <param name="Mapping">How the rows were read.</param>
/// <param name="Counts">What became of the rows.</param>
/// <param name="Rows">The usable rows.</param>
/// <param name="Span">Its days, fitted and held out.</param>
/// <param name="PositionNote">What was done to the positions; null when they stand as they are.</param>
public sealed record ObservedLog(
    CalibrationRequest Request, BuiltScenario Ground, ReplayMapping Mapping, ReplayCounts Counts, Observation[] Rows, LogSpan Span,
    string? PositionNote)
{
    /// <summary>A filing condition by its index.</summary>
    public FilingCondition Condition(int kind) => Ground.Plan.Catalogue.Conditions[kind];

    private const long DayMs = 86_400_000;
    private const long HourMs = 3_600_000;

    /// <summary>The fewest days there must be: one to fit to and one to hold out.</summary>
    private const int FewestDays = 2;

    /// <summary>Reads the log.</summary>
    /// <exception cref="InputRejectedException">A file cannot be used, no row can, or the rows are too few to hold any out.</exception>
    public static ObservedLog Load(CalibrationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        var ground = request.Scenario is { } scenario ? ScenarioFile.Load(scenario) : UsualGround.Load();
        var mapping = request.Mapping is { } name ? MappingFile.Load(name) : OwnCases.MappingFor(request, ground.Catalogue);
        var rows = LogReader.ReadAll(request.Log, mapping, new RowRules(mapping, ground.Catalogue));
        KeepDays(rows, request);
        var built = ScenarioBuilder.Build(ground);
        var note = RowPlacing.Place(rows, built.Plan.City, mapping.Position, ground.Run.Seed, request.Scenario ?? UsualGround.Name);
        var counts = ReplayCounts.Of(rows);
        var span = SpanOf(rows, request, counts);
        var start = RowClock.StartOf(span.First);
        Observation[] used = [.. rows.Where(row => row.Enters).Select(row => Observed(row, start))];
        return new ObservedLog(request, built, mapping, counts, used, span, note);
    }

    private static Observation Observed(LoggedRow row, long start)
    {
        var ms = row.OpenedMs - start;
        return new Observation(
            row.What, (int)(ms / DayMs), (int)(ms % DayMs / HourMs), row.IsSpread ? -1 : row.Cell, row.OpenedMs,
            row.ClosedMs == LoggedRow.Unknown ? null : row.ClosedMs, row.HappenedMs == LoggedRow.Unknown ? null : row.HappenedMs);
    }

    private static void Check(CalibrationRequest request)
    {
        if (request.HoldOut is not (> 0 and <= CalibrationRequest.LargestHoldOut))
        {
            throw Rejected("--hold-out", request.HoldOut.ToString(CultureInfo.InvariantCulture), "a share above 0 and at most 0.9", "the share cannot be used");
        }

        if (request.From is { } from && request.To is { } to && from > to)
        {
            throw Rejected("--from", Text(from), $"a day not after --to {Text(to)}", "the days run backwards");
        }
    }

    private static void KeepDays(List<LoggedRow> rows, CalibrationRequest request)
    {
        foreach (ref var row in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows))
        {
            if (row.Enters && (request.From is not null || request.To is not null))
            {
                var day = RowClock.DateOf(row.OpenedMs);
                row.Fault = day < request.From ? RowFault.BeforeStart : day > request.To ? RowFault.AfterEnd : RowFault.None;
                row.Fate = row.Fault == RowFault.None ? row.Fate : RowFate.Rejected;
            }
        }
    }

    private static LogSpan SpanOf(List<LoggedRow> rows, CalibrationRequest request, ReplayCounts counts)
    {
        var log = request.Log;
        long[] opened = [.. rows.Where(row => row.Enters).Select(row => row.OpenedMs)];
        if (opened.Length == 0)
        {
            throw Rejected(log, Reasons(rows, counts), "rows that the mapping turns into reports", counts.Rows == 0 ? "the log has no rows" : "no row can be used");
        }

        var (first, last) = (request.From ?? RowClock.DateOf(opened.Min()), request.To ?? RowClock.DateOf(opened.Max()));
        if (last.DayNumber - first.DayNumber + 1 < FewestDays)
        {
            var rowsOf = string.Create(CultureInfo.InvariantCulture, $"{opened.Length} usable {(opened.Length == 1 ? "row" : "rows")}, all on {Text(first)}");
            throw Rejected(log, rowsOf, "at least two days: one to fit to, one to hold out", "there is nothing to test a fit on");
        }

        var span = LogSpan.Split(first, last, request.HoldOut);
        var cut = RowClock.StartOf(span.Cut);
        return opened.Min() < cut
            ? span
            : throw Rejected(
                log, $"{Text(first)}..{Text(span.Cut.AddDays(-1))}", "rows before the held-out days; give other days or a smaller --hold-out",
                "the days to fit to have no row");
    }

    // The first line of each reason: that is where to look.
    private static string Reasons(List<LoggedRow> rows, ReplayCounts counts) => string.Join(", ", counts.Faults.Select(fault =>
        string.Create(CultureInfo.InvariantCulture, $"{Words.Of(fault.Fault)} {fault.Rows}, first in line {rows.First(row => row.Fault == fault.Fault).Line}")));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static InputRejectedException Rejected(string place, string value, string expected, string message) => new(new Finding(place, 0, value, expected, message));
}
