using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>
/// Writes a fit as a scenario laid over its base: demand, rhythms, handling times, report delays, and enough department staff that the fitted times,
/// which hold the waits, are not waited for again.
/// </summary>
internal sealed class CalibratedScenario
{
    /// <summary>The file with the cells' factors.</summary>
    public const string CellsFile = "cells.csv";

    // What the defaults are staffed for.
    private const double UsualPerDay = 200;
    private const int UsualOfficers = 60;
    private const string EverywhereAlike = "{residential: 1, commercial: 1, mixed: 1, industrial: 1, public: 1, village: 1}";

    private readonly CalibrationResult _result;
    private readonly StringBuilder _text = new();

    private CalibratedScenario(CalibrationResult result) => _result = result;

    private double PerDay => _result.Arrivals.Kinds.Sum(kind => kind.PerDay);

    /// <summary>The text of <c>scenario.yaml</c> in <paramref name="folder"/>.</summary>
    public static string Text(CalibrationResult result, string folder)
    {
        var scenario = new CalibratedScenario(result);
        scenario.Head(folder);
        scenario.Demand();
        scenario.Rhythms();
        scenario.Kinds();
        scenario.Departments();
        return scenario._text.ToString().ReplaceLineEndings("\n");
    }

    private void Head(string folder)
    {
        var (log, span, name) = (_result.Log, _result.Log.Span, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
        Line($"# Calibrated from {Path.GetFileName(log.Request.Log).ReplaceLineEndings(" ")}, {span.First:yyyy-MM-dd} to {span.Cut.AddDays(-1):yyyy-MM-dd};");
        Line("# later days were held out.");
        Line("# How good the fit is stands in README.md, every number in calibration.json.");
        Line("");
        Line($"extends: {(log.Request.Scenario is { } path ? Quoted(Below(folder, path)) : "defaults")}");
        Line($"scenario: {Quoted(name)}");
        Line($"title: {{zh: {Quoted($"{log.Mapping.Title.Zh}标定")}, en: {Quoted($"{log.Mapping.Title.En}, calibrated")}}}");
        if (log.Request.Scenario is not null)
        {
            return;
        }

        Line(UsualGround.Sections);
        var officers = Math.Clamp((int)Math.Ceiling(PerDay / UsualPerDay * UsualOfficers), UsualOfficers / 10, log.Ground.Plan.City.Cells.Length / 2);
        Line($"\nofficers: {{count: {officers}}}");
        _text.Append(RosterScaling.Of((int)Math.Ceiling(PerDay / UsualPerDay * RosterScaling.DefaultCells), withDepartments: _result.Handling.Length == 0));
    }

    private void Demand()
    {
        Line("\ndemand:");
        Line($"  incidents-per-day: {PerDay:0.######}");
        Line("  false-reports: 0        # the log's rows hold calls about nothing as well");
        if (_result.Arrivals.Cells is not null)
        {
            Line($"  cells-differ-by: nothing\n  cell-factors: {CellsFile}");
        }

        Line("  mix:");
        var ground = _result.Log.Ground.File;
        var own = _result.Arrivals.Kinds.Select(kind => Key(kind.Kind)).ToHashSet(StringComparer.Ordinal);
        foreach (var (pattern, _) in ground.Demand?.Mix.Where(line => !own.Contains(line.Pattern.Value)) ?? [])
        {
            Line($"    {Quoted(pattern.Value)}: ~");
        }

        foreach (var kind in _result.Arrivals.Kinds)
        {
            Line($"    {Key(kind.Kind)}: {kind.PerDay / PerDay:0.##########}");
        }

        Line("\ndevices: {false-alarms-per-year: 0}   # so do they hold false alarms");
        _text.Append(ground.Surges.Length > 0 ? "\nsurges: []\n" : "").Append(ground.Script.Length > 0 ? "\nscript: []\n" : "");
    }

    private void Rhythms()
    {
        Line("\nrhythms:");
        foreach (var kind in _result.Arrivals.Kinds)
        {
            Line($"  {Rhythm(kind.Kind)}:\n    hours: [{List(kind.Hours)}]\n    weekdays: [{List(kind.Weekdays)}]");
        }
    }

    private void Kinds()
    {
        Line("\n# What the log has was reported: it lasts until it is handled. A row is a case of its own, whoever calls about it while it is open.\nkinds:");
        foreach (var kind in _result.Arrivals.Kinds.Select(kind => kind.Kind))
        {
            Line($"  {Key(kind)}:   # {_result.Log.Condition(kind).SmallZh} {_result.Log.Condition(kind).SmallEn}");
            Line($"    frequency: 1\n    rhythm: {Rhythm(kind)}\n    lasts: until-handled");
            if (_result.Arrivals.Cells is not null)
            {
                Line($"    in: {EverywhereAlike}");
            }

            if (HandlingOf(kind) is { } handling)
            {
                Line($"    handling: {handling.Text}\n    merge-within: 5 m\n    merge-for: {handling.LongestHours / 24:0.##} d");
            }

            if (Array.Find(_result.Delays, delay => delay.Kind == kind) is { } delay)
            {
                Line($"    calls: {1 / delay.MeanHours:0.######} per hour\n    seen-by-patrol: 0\n    sensors: []");
            }
        }
    }

    // Busy people by Little's law, and three deviations of the Poisson number of cases in work.
    private void Departments()
    {
        if (_result.Handling.Length == 0)
        {
            return;
        }

        var plan = _result.Log.Ground.Plan;
        var loads = new double[plan.Departments.Length];
        foreach (var kind in _result.Arrivals.Kinds.Where(kind => plan.Kinds[kind.Kind].Department >= 0))
        {
            var hours = HandlingOf(kind.Kind)?.MeanHours ?? (plan.Kinds[kind.Kind].Handling.MeanMs / 3_600_000);
            loads[plan.Kinds[kind.Kind].Department] += kind.PerDay * hours / 24;
        }

        Line("\ndepartments:");
        foreach (var department in plan.Departments.Where(department => loads[department.Index] > 0))
        {
            var people = Math.Min(100_000, 2 + (int)Math.Ceiling(loads[department.Index] + (3 * Math.Sqrt(loads[department.Index]))));
            var staff = $"[{{hours: \"00:00-24:00\", days: every, people: {people}}}]";
            var streets = _result.Log.Ground.File.Departments[department.Index].StaffPerStreet.Length > 0 ? $", staff-per-street: {staff}" : "";
            Line($"  {department.Id}: {{staff: {staff}{streets}}}");
        }
    }

    private WrittenHandling? HandlingOf(int kind) => Array.Find(_result.Handling, fit => fit.Kind == kind) is { } fit ? WrittenHandling.Of(fit) : null;

    private string Key(int kind) => _result.Log.Condition(kind).Key;

    private string Rhythm(int kind) => $"log-{Key(kind)}";

    private static string Below(string folder, string scenario) =>
        Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(ScenarioText.FileOf(scenario))).Replace('\\', '/');

    private static string List(double[] factors) => string.Join(", ", factors.Select(factor => factor.ToString("0.####", CultureInfo.InvariantCulture)));

    // A JSON string is a YAML string.
    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    private void Line(FormattableString line) => Line(FormattableString.Invariant(line));

    private void Line(string line) => _text.Append(line).Append('\n');
}
