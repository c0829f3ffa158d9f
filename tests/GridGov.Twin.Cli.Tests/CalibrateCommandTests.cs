using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace GridGov.Twin.Cli.Tests;

public class CalibrateCommandTests(ITestOutputHelper output)
{
    private static readonly string[] Written = ["README.md", "backtest.csv", "calibration.json", "handling.csv", "rates.csv", "scenario.yaml"];

    private const string Mapping = """
        replay: small
        title: {zh: 小, en: small}
        columns: {id: id, happened: began, opened: at, closed: done}
        time: {formats: ["yyyy-MM-dd HH:mm"]}
        position: {place: as-is, missing: spread}
        duplicates: {same: [id]}
        kinds: {from: [what], rules: [{when: hole, is: E0113.1}]}
        """;

    [Theory]
    [InlineData("sf311_10000.csv.gz", "sf311", "2008-07-01")]
    [InlineData("nyc311_2020_17418.csv.gz", "nyc311", "2020-01-01")]
    public void A_real_log_becomes_a_scenario_that_runs(string name, string mapping, string from)
    {
        if (Tree.RealData(name) is not { } file)
        {
            output.WriteLine($"not run: ../shared/data/{name} is absent");
            return;
        }

        using var folder = new TempFolder();
        var said = CommandLine.Run("calibrate", "--cases", file, "--mapping", mapping, "--from", from, "--out", folder.Path("fit"));
        said.Code.ShouldBe(0, said.Error);
        folder.Names("fit").Except(["cells.csv"]).ShouldBe(Written, ignoreOrder: true);
        var root = JsonDocument.Parse(File.ReadAllText(folder.Path("fit/calibration.json"))).RootElement;
        root.GetProperty("simulated").GetProperty("agrees").GetBoolean().ShouldBeTrue();
        root.GetProperty("fitted").GetProperty("handling").EnumerateArray().Count(fit => fit.GetProperty("laws").GetArrayLength() == 4).ShouldBeGreaterThan(3);
        root.GetProperty("fitted").GetProperty("cells").ValueKind.ShouldBe(mapping == "sf311" ? JsonValueKind.Object : JsonValueKind.Null);
        File.ReadLines(folder.Path("fit/README.md")).First().ShouldContain("未参与拟合");
        CommandLine.Run("validate", folder.Path("fit")).Code.ShouldBe(0);
        CommandLine.Run("run", folder.Path("fit"), "--days", "1").Code.ShouldBe(0);
    }

    [Fact]
    public void The_cases_of_a_run_are_fitted_over_the_scenario_they_come_from()
    {
        using var folder = new TempFolder();
        var hamlet = Ground.WriteHamlet(folder);
        CommandLine.Run("run", hamlet, "--days", "28", "--out", folder.Path("ran")).Code.ShouldBe(0);
        var cases = folder.Path("ran/cases.csv");
        var said = CommandLine.Run("calibrate", "--cases", cases, "--scenario", hamlet, "--out", folder.Path("fit"), "--lang", "en");
        said.Code.ShouldBe(0, said.Error);
        var root = JsonDocument.Parse(File.ReadAllText(folder.Path("fit/calibration.json"))).RootElement;
        root.GetProperty("simulated").GetProperty("agrees").GetBoolean().ShouldBeTrue();
        root.GetProperty("log").GetProperty("rowsUsed").GetInt64().ShouldBe(root.GetProperty("log").GetProperty("rowsRead").GetInt64());
        folder.Names("fit").ShouldContain("cells.csv");
        CommandLine.Run("run", folder.Path("fit"), "--days", "1").Code.ShouldBe(0);
        CommandLine.Run("calibrate", "--cases", cases, "--out", folder.Path("other")).Error.ShouldContain("--scenario: the cells of");
    }

    [Fact]
    public void Report_delays_are_fitted_where_the_log_knows_when_matters_began()
    {
        using var folder = new TempFolder();
        var start = new DateTime(2024, 1, 1, 9, 0, 0);
        var rows = Enumerable.Range(0, 120).Select(row => start.AddHours(12 * row)).Select((at, row) => string.Create(
            CultureInfo.InvariantCulture, $"{row},{at.AddMinutes(-30):yyyy-MM-dd HH:mm},{at:yyyy-MM-dd HH:mm},{at.AddMinutes(60 + row):yyyy-MM-dd HH:mm},hole"));
        var log = folder.Write("log.csv", string.Join('\n', ["id,began,at,done,what", .. rows]) + "\n");
        string[] args = ["calibrate", "--cases", log, "--mapping", folder.Write("m.yaml", Mapping), "--scenario", Ground.WriteHamlet(folder), "--out", folder.Path("fit")];
        var said = CommandLine.Run(args);
        said.Code.ShouldBe(0, said.Error);
        File.ReadAllText(folder.Path("fit/scenario.yaml")).ShouldContain("calls: 2 per hour");
        said.Out.ShouldNotContain("report delays were not fitted");
    }

    [Theory]
    [InlineData("--hold-out", "half")]
    [InlineData("--hold-out", "0")]
    [InlineData("--from", "01/02/2024")]
    [InlineData("--mapping", "nyc")]
    public void An_option_that_cannot_be_used_is_named_and_nothing_is_written(string option, string value)
    {
        using var folder = new TempFolder();
        string[] mapping = option == "--mapping" ? [] : ["--mapping", folder.Write("m.yaml", Mapping)];
        var said = CommandLine.Run(["calibrate", "--cases", folder.Write("log.csv", "id,began,at,done,what\n"), .. mapping, option, value, "--out", folder.Path("fit")]);
        said.Code.ShouldBe(2);
        said.Error.ShouldContain(value);
        Directory.Exists(folder.Path("fit")).ShouldBeFalse();
    }
}
