using System.Text.Json;
using Xunit.Abstractions;

namespace GridGov.Twin.Cli.Tests;

public class ReplayCommandTests(ITestOutputHelper output)
{
    private const string Mapping = """
        replay: small
        title: {zh: 小, en: small}
        columns: {id: id, opened: at, latitude: lat, longitude: lon}
        time: {formats: ["yyyy-MM-dd HH:mm"]}
        position: {place: fit, at-zero: reject, missing: spread}
        kinds: {from: [what], rules: [{when: "pot*", is: E0113.1}]}
        """;

    private const string Log = """
        id,at,what,lat,lon
        1,2024-03-01 08:00,pothole,36.1,120.1
        2,2024-03-01 09:00,pothole,36.2,120.2
        3,2024-03-01 09:00,pothole,0,0
        4,2024-03-01 09:30,music,36.2,120.2
        5,2024-03-02 10:00,Pothole,,
        6,,pothole,36.2,120.2
        7,2024-03-03 10:00,pothole
        """;

    [Fact]
    public void A_log_is_replayed_and_its_rows_add_up()
    {
        using var folder = new TempFolder();
        string[] args = ["replay", Ground.WriteHamlet(folder), "--cases", folder.Write("log.csv", Log), "--mapping", folder.Write("m.yaml", Mapping)];
        var said = CommandLine.Run([.. args, "--json", "--out", folder.Path("out")]);
        said.Code.ShouldBe(0, said.Error);
        var rows = JsonDocument.Parse(said.Out).RootElement.GetProperty("rows");
        Number(rows, "read").ShouldBe(7);
        (Number(rows, "accepted") + Number(rows, "merged")).ShouldBe(3);
        Number(rows, "rejected").ShouldBe(4);
        rows.GetProperty("reasons").EnumerateObject().Select(reason => reason.Name)
            .ShouldBe(["wrong-column-count", "no-date", "kind-not-mapped", "position-zero"], ignoreOrder: true);
        folder.Names("out").ShouldBe(["cases.csv", "events.csv", "indicators.csv", "rows.csv", "run.json"]);
        File.ReadLines(folder.Path("out/rows.csv")).Count().ShouldBe(8);
        CommandLine.Run([.. args, "--json"]).Out.ShouldBe(said.Out);
        var table = CommandLine.Run(args).Out;
        table.ShouldContain("坐标为0,0 position 0, 0");
        table.ShouldContain("they are not where they were");
    }

    [Theory]
    [InlineData("sf311_10000.csv.gz", "sf311", 10_000)]
    [InlineData("nyc311_2020_17418.csv.gz", "nyc311", 17_418)]
    public void Every_row_of_a_real_log_has_one_fate(string name, string mapping, long expected)
    {
        if (Tree.RealData(name) is not { } file)
        {
            output.WriteLine($"not run: ../shared/data/{name} is absent");
            return;
        }

        var said = CommandLine.Run("replay", Tree.Shipped("first-day"), "--cases", file, "--mapping", mapping, "--json");
        said.Code.ShouldBe(0, said.Error);
        var root = JsonDocument.Parse(said.Out).RootElement;
        var rows = root.GetProperty("rows");
        Number(rows, "read").ShouldBe(expected);
        (Number(rows, "accepted") + Number(rows, "merged") + Number(rows, "rejected")).ShouldBe(expected);
        rows.GetProperty("reasons").EnumerateObject().Sum(reason => reason.Value.GetInt64()).ShouldBe(Number(rows, "rejected"));
        Number(rows, "accepted").ShouldBeGreaterThan(1000);
        var reports = root.GetProperty("indicators").EnumerateArray().Single(i => i.GetProperty("id").GetString() == "reports");
        reports.GetProperty("value").GetInt64().ShouldBe(Number(rows, "accepted") + Number(rows, "merged") - Number(rows, "repeated"));
    }

    [Fact]
    public void A_column_that_is_not_there_and_a_log_that_is_not_there_are_named()
    {
        using var folder = new TempFolder();
        var (hamlet, mapping) = (Ground.WriteHamlet(folder), folder.Write("m.yaml", Mapping));
        var wrong = CommandLine.Run("replay", hamlet, "--cases", folder.Write("log.csv", "id,time,what,lat,lon\n"), "--mapping", mapping);
        wrong.Code.ShouldBe(2);
        wrong.Error.ShouldContain($"{mapping}:3:");
        wrong.Error.ShouldContain("'at'");
        var absent = CommandLine.Run("replay", hamlet, "--cases", folder.Path("none.csv"), "--mapping", mapping);
        absent.Code.ShouldBe(2);
        absent.Error.ShouldContain("none.csv");
    }

    private static long Number(JsonElement json, string name) => json.GetProperty(name).GetInt64();
}
