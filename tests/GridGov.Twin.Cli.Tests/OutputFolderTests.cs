using System.Text.Json;

namespace GridGov.Twin.Cli.Tests;

public class OutputFolderTests
{
    [Fact]
    public void A_run_leaves_complete_files()
    {
        using var folder = new TempFolder();
        var said = CommandLine.Run("run", Ground.WriteHamlet(folder), "--json", "--out", folder.Path("out"));
        said.Code.ShouldBe(0);
        folder.Names("out").ShouldBe(["cases.csv", "events.csv", "indicators.csv", "run.json"]);
        folder.Names().ShouldBe(["hamlet", "out"]);

        File.ReadAllText(folder.Path("out/run.json")).ShouldBe(said.Out.ReplaceLineEndings("\n"));
        var result = JsonDocument.Parse(said.Out).RootElement;
        File.ReadLines(folder.Path("out/events.csv")).Count().ShouldBe(1 + result.GetProperty("events").GetInt32());
        var cases = File.ReadAllLines(folder.Path("out/cases.csv"));
        cases.Length.ShouldBeGreaterThan(5);
        string[] codes = [.. cases.Skip(1).Select(line => line[..line.IndexOf(',')])];
        codes.ShouldAllBe(code => code.Length == 19 && code.StartsWith("37028220250609", StringComparison.Ordinal) && code.All(char.IsAsciiDigit));
        codes.ShouldBeUnique();
    }

    [Fact]
    public void Every_opened_case_is_a_row_and_every_row_has_as_many_fields_as_the_head()
    {
        using var folder = new TempFolder();
        CommandLine.Run("run", Ground.WriteHamlet(folder), "--days", "2", "--out", folder.Path("out")).Code.ShouldBe(0);
        var opened = File.ReadLines(folder.Path("out/events.csv")).Count(line => line.Contains(",case-opened,", StringComparison.Ordinal));
        (File.ReadLines(folder.Path("out/cases.csv")).Count() - 1).ShouldBe(opened);
        foreach (var file in (string[])["cases.csv", "events.csv", "indicators.csv"])
        {
            using var csv = new CsvHelper.CsvParser(new StreamReader(folder.Path($"out/{file}")), System.Globalization.CultureInfo.InvariantCulture);
            csv.Read();
            var columns = csv.Count;
            while (csv.Read())
            {
                csv.Count.ShouldBe(columns, $"{file}:{csv.RawRow}");
            }
        }
    }

    [Fact]
    public void An_earlier_result_is_replaced()
    {
        using var folder = new TempFolder();
        var hamlet = Ground.WriteHamlet(folder);
        CommandLine.Run("run", hamlet, "--seed", "1", "--out", folder.Path("out")).Code.ShouldBe(0);
        var before = File.ReadAllText(folder.Path("out/run.json"));
        CommandLine.Run("run", hamlet, "--seed", "2", "--out", folder.Path("out")).Code.ShouldBe(0);
        File.ReadAllText(folder.Path("out/run.json")).ShouldNotBe(before);
        folder.Names().ShouldBe(["hamlet", "out"]);
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_left_alone_unless_forced_and_then_keeps_it()
    {
        using var folder = new TempFolder();
        var hamlet = Ground.WriteHamlet(folder);
        folder.Write("out/thesis.txt", "ten years of work");
        var refused = CommandLine.Run("run", hamlet, "--out", folder.Path("out"));
        refused.Code.ShouldBe(2);
        refused.Error.ShouldContain("thesis.txt");
        folder.Names("out").ShouldBe(["thesis.txt"]);

        CommandLine.Run("run", hamlet, "--out", folder.Path("out"), "--force").Code.ShouldBe(0);
        folder.Names("out").ShouldBe(["cases.csv", "events.csv", "indicators.csv", "run.json", "thesis.txt"]);
        folder.Names().ShouldBe(["hamlet", "out"]);
    }

    [Fact]
    public void A_file_or_a_folder_under_a_file_cannot_be_the_output()
    {
        using var folder = new TempFolder();
        var hamlet = Ground.WriteHamlet(folder);
        var file = folder.Write("file", "x");
        foreach (var path in (string[])[file, Path.Combine(file, "below")])
        {
            var said = CommandLine.Run("run", hamlet, "--out", path);
            said.Code.ShouldBe(2);
            said.Error.ShouldStartWith(path);
        }

        File.ReadAllText(file).ShouldBe("x");
    }

    [Fact]
    public void A_scenario_that_fails_leaves_nothing()
    {
        using var folder = new TempFolder();
        CommandLine.Run("run", folder.Path("nothing"), "--out", folder.Path("out")).Code.ShouldBe(2);
        folder.Names().ShouldBeEmpty();
    }
}
