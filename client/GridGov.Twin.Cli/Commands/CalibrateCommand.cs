using System.CommandLine;
using System.Globalization;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Scenarios.Calibration;
using GridGov.Twin.Scenarios.Running;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov calibrate</c>: fits arrivals, handling times and report delays to a real log, tests them on days held out, and writes a scenario.</summary>
internal static class CalibrateCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var cases = new Option<string>("--cases") { Description = "the log: a CSV file, plain or gzip", HelpName = "FILE", Required = true };
        var mapping = new Option<string?>("--mapping") { Description = "how its rows are read: a .yaml file, or sf311 or nyc311 (default: cases.csv of a run)", HelpName = "FILE" };
        var from = new Option<string?>("--from") { Description = "the first day that counts, such as 2020-01-01 (default: the log's first)", HelpName = "DAY" };
        var to = new Option<string?>("--to") { Description = "the last day that counts (default: the log's last)", HelpName = "DAY" };
        var holdOut = new Option<string?>("--hold-out") { Description = "the share of the days, the last ones, kept to test on (default: 0.25)", HelpName = "SHARE" };
        var scenario = new Option<string?>("--scenario") { Description = "the scenario the fit is laid over (default: the usual town of 240 cells)", HelpName = "PATH" };
        var output = new Option<string>("--out") { Description = "the scenario folder to write", HelpName = "DIR", Required = true };
        var force = OutOption.Force();
        var lang = LangOption.Build();
        var command = new Command(
            "calibrate", "Fits demand and handling to a real log and writes a scenario.\nExample: gridgov calibrate --cases sf311.csv.gz --mapping sf311 --out sf")
        {
            cases, mapping, from, to, holdOut, scenario, output, force, lang,
        };
        command.SetAction(line =>
        {
            var language = LangOption.Read(line, lang);
            var request = new CalibrationRequest(line.GetValue(cases)!, line.GetValue(mapping))
            {
                From = Day("--from", line.GetValue(from)),
                To = Day("--to", line.GetValue(to)),
                HoldOut = Share(line.GetValue(holdOut)),
                Scenario = line.GetValue(scenario),
            };
            using var files = CalibrationOutput.Open(line.GetValue(output)!, line.GetValue(force));
            return Calibrate(request, files, line.GetValue(output)!, language, terminal);
        });
        return command;
    }

    private static int Calibrate(CalibrationRequest request, CalibrationOutput files, string folder, Language language, Terminal terminal)
    {
        terminal.Error.WriteLine($"reading {request.Log}");
        var log = ObservedLog.Load(request);
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fitting {log.Rows.Length:#,0} of {log.Counts.Rows:#,0} rows over {log.Span.FitDays:#,0} days"));
        var result = CalibrationResult.Of(log);
        terminal.Error.WriteLine("running the written scenario");
        ScenarioRun? ran = null;
        var check = files.Write(result, run => RunProgressBar.Watch((ran = run).Run, terminal));
        if (check is null)
        {
            return RunLines.Stopped(ran!.Progress, terminal);
        }

        new CalibrationTable(terminal.Tables(), language).Print(result, check);
        terminal.Out.WriteLine($"written to {folder}; run it: gridgov run {folder}");
        return ExitCode.Ok;
    }

    private static DateOnly? Day(string option, string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw GivenText.Rejected(option, text, "a day such as 2020-01-31");

    private static double Share(string? text) =>
        text is null ? CalibrationRequest.UsualHoldOut
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? share
        : throw GivenText.Rejected("--hold-out", text, "a share above 0 and at most 0.9");
}
