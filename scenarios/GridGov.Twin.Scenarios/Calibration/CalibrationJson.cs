using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>
/// Every number of a calibration as JSON: <c>fitted</c> holds what comes from the fitted days, <c>heldOut</c> what the fit had not seen,
/// <c>simulated</c> what the written scenario did. Times are in hours; a value that does not exist, or has no bound, is null.
/// </summary>
internal static class CalibrationJson
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = ReportJson.Options.Encoder, NewLine = "\n" };

    public static string Text(CalibrationResult result, SimulatedCheck check) => new JsonObject
    {
        ["log"] = Log(result.Log),
        ["quality"] = Words.Of(result.Quality),
        ["notes"] = Array(result.Notes, note => new JsonObject { ["zh"] = note.Zh, ["en"] = note.En }),
        ["fitted"] = Fitted(result),
        ["heldOut"] = HeldOut(result),
        ["simulated"] = Simulated(result, check),
    }.ToJsonString(Layout);

    private static JsonObject Log(ObservedLog log) => new()
    {
        ["file"] = Path.GetFileName(log.Request.Log),
        ["mapping"] = log.Mapping.Name,
        ["rowsRead"] = log.Counts.Rows,
        ["rowsUsed"] = log.Rows.Length,
        ["rowsRepeated"] = log.Counts.Repeated,
        ["rowsRejected"] = new JsonObject(log.Counts.Faults.Select(fault => KeyValuePair.Create<string, JsonNode?>(Words.Of(fault.Fault), fault.Rows))),
        ["positions"] = log.PositionNote ?? "as they are",
        ["first"] = Day(log.Span.First),
        ["lastFitted"] = Day(log.Span.Cut.AddDays(-1)),
        ["firstHeldOut"] = Day(log.Span.Cut),
        ["last"] = Day(log.Span.Last),
        ["fittedDays"] = log.Span.FitDays,
        ["heldOutDays"] = log.Span.HeldDays,
        ["holdOut"] = log.Request.HoldOut,
    };

    private static JsonObject Fitted(CalibrationResult result) => new()
    {
        ["hourStrength"] = Number(result.Arrivals.HourStrength),
        ["weekdayStrength"] = Number(result.Arrivals.WeekdayStrength),
        ["total"] = Arrivals(result.Arrivals.Total, ""),
        ["kinds"] = Array(result.Arrivals.Kinds, kind => Arrivals(kind, result.Log.Condition(kind.Kind).Key)),
        ["cells"] = result.Arrivals.Cells is { } cells ? Cells(cells, result.Log) : null,
        ["handling"] = Array(result.Handling, fit => Handling(fit, result.Log)),
        ["reportDelays"] = Array(result.Delays, delay => new JsonObject
        {
            ["kind"] = result.Log.Condition(delay.Kind).Key,
            ["rows"] = delay.Curve.Closed,
            ["law"] = "exponential",
            ["mean"] = Number(delay.MeanHours),
            ["ksDistance"] = Number(delay.Distance),
            ["observedP50"] = Number(delay.Curve.Quantile(0.5)),
            ["observedP90"] = Number(delay.Curve.Quantile(0.9)),
        }),
    };

    private static JsonObject Arrivals(KindArrivals kind, string key) => new()
    {
        ["kind"] = key,
        ["rows"] = kind.Count,
        ["perDay"] = Number(kind.PerDay),
        ["perDayLow"] = Number(kind.Low),
        ["perDayHigh"] = Number(kind.High),
        ["varianceOverMean"] = Number(kind.Dispersion.Index),
        ["pearson"] = Number(kind.Dispersion.Pearson),
        ["poissonP"] = Number(kind.Dispersion.PoissonP),
        ["negativeBinomialSize"] = Number(kind.Dispersion.Size),
        ["nextDayCorrelation"] = Number(kind.Dispersion.NextDay),
        ["hourTest"] = Test(kind.HourTest),
        ["weekdayTest"] = Test(kind.WeekdayTest),
        ["hours"] = Array(kind.Hours, Number),
        ["weekdays"] = Array(kind.Weekdays, Number),
    };

    private static JsonObject Cells(CellFit cells, ObservedLog log) => new()
    {
        ["rows"] = cells.Counts.Sum(),
        ["strength"] = Number(cells.Strength),
        ["test"] = Test(cells.Test),
        ["factors"] = new JsonObject(log.Ground.Plan.City.Cells.Select(cell => KeyValuePair.Create<string, JsonNode?>(cell.Code, Number(cells.Factors[cell.Index])))),
    };

    private static JsonObject Handling(HandlingFit fit, ObservedLog log) => new()
    {
        ["kind"] = log.Condition(fit.Kind).Key,
        ["closed"] = fit.Curve.Closed,
        ["stillOpenAtTheCut"] = fit.Curve.Open,
        ["observedP50"] = Number(fit.Curve.Quantile(0.5)),
        ["observedP90"] = Number(fit.Curve.Quantile(0.9)),
        ["fittedP50"] = Number(fit.Law?.Quantile(0.5)),
        ["fittedP90"] = Number(fit.Law?.Quantile(0.9)),
        ["ksDistance"] = Number(fit.Distance),
        ["written"] = fit.Law is null ? "the base scenario's" : fit.WritesLaw ? "law" : "points",
        ["laws"] = Array(fit.Laws, law => new JsonObject
        {
            ["law"] = Words.Of(law.Law.Family),
            ["a"] = Number(law.Law.A),
            ["b"] = Number(law.Law.B),
            ["mean"] = Number(law.Law.Mean),
            ["logLikelihood"] = Number(law.LogLikelihood),
            ["aic"] = Number(law.Aic),
        }),
    };

    private static JsonObject HeldOut(CalibrationResult result)
    {
        var test = result.BackTest;
        return new JsonObject
        {
            ["total"] = Count(test.Total, ""),
            ["kindDaysInside95"] = Number(test.KindDaysInside),
            ["daysInside95"] = Number(test.DaysInside),
            ["scores"] = Array(test.Scores, score => new JsonObject
            {
                ["against"] = score.Against,
                ["counts"] = score.Counts,
                ["meanDeviance"] = Number(score.Deviance),
                ["simpler"] = Number(score.Simpler),
                ["skill"] = Number(score.Skill),
            }),
            ["hourTest"] = Test(test.HourTest),
            ["weekdayTest"] = Test(test.WeekdayTest),
            ["byKind"] = Array(test.ByKind, count => Count(count, KeyOf(count, result.Log))),
            ["byHour"] = Array(test.ByHour, count => Count(count, count.Key)),
            ["byWeekday"] = Array(test.ByWeekday, count => Count(count, count.Key)),
            ["handling"] = Array(result.Handling, fit => new JsonObject
            {
                ["kind"] = result.Log.Condition(fit.Kind).Key,
                ["closed"] = fit.HeldOut.Closed,
                ["open"] = fit.HeldOut.Open,
                ["observedP50"] = Number(fit.HeldOut.Quantile(0.5)),
                ["observedP90"] = Number(fit.HeldOut.Quantile(0.9)),
                ["fittedP50"] = Number(fit.Law?.Quantile(0.5)),
                ["fittedP90"] = Number(fit.Law?.Quantile(0.9)),
                ["ksDistance"] = Number(fit.HeldOutDistance),
            }),
        };
    }

    private static JsonObject Simulated(CalibrationResult result, SimulatedCheck check) => new()
    {
        ["days"] = check.Days,
        ["agrees"] = check.Agrees,
        ["p"] = Number(check.P),
        ["casesOpenedPerDay"] = Number(check.Opened),
        ["kinds"] = Array(check.Kinds, kind => new JsonObject
        {
            ["kind"] = result.Log.Condition(kind.Kind).Key,
            ["fittedPerDay"] = Number(kind.FittedPerDay),
            ["simulatedPerDay"] = Number(kind.SimulatedPerDay),
            ["z"] = Number(kind.Z),
        }),
    };

    private static JsonObject Count(HeldOutCount count, string key) => new()
    {
        ["key"] = key,
        ["predicted"] = Number(count.Predicted),
        ["low"] = count.Low,
        ["high"] = count.High,
        ["observed"] = count.Observed,
        ["inside"] = count.IsInside,
    };

    /// <summary>The key of the kind a count is of.</summary>
    internal static string KeyOf(HeldOutCount count, ObservedLog log) => log.Condition(int.Parse(count.Key, CultureInfo.InvariantCulture)).Key;

    private static JsonObject? Test(ProfileTest? test) => test is null ? null : new JsonObject
    {
        ["chiSquare"] = Number(test.Statistic),
        ["freedom"] = test.Freedom,
        ["p"] = Number(test.P),
    };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);

    private static JsonValue? Number(double value) => Number((double?)value);

    // Seven digits are more than any log supports.
    private static JsonValue? Number(double? value) => value is { } number && double.IsFinite(number)
        ? JsonValue.Create(double.Parse(number.ToString("G7", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
        : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
