using System.Text.Json;

namespace GridGov.Twin.Cli.Tests;

public class RunCommandTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_another_hash()
    {
        using var folder = new TempFolder();
        var hamlet = Ground.WriteHamlet(folder);
        var first = CommandLine.Run("run", hamlet, "--seed", "7", "--json");
        var again = CommandLine.Run("run", hamlet, "--seed", "7", "--json");
        var other = CommandLine.Run("run", hamlet, "--seed", "8", "--json");
        first.Code.ShouldBe(0);
        again.Out.ShouldBe(first.Out);
        Json(other).GetProperty("hash").GetString().ShouldNotBe(Json(first).GetProperty("hash").GetString());
    }

    [Fact]
    public void The_shipped_first_day_prints_its_indicators_and_a_hash()
    {
        var said = CommandLine.Run("run", Tree.Shipped("first-day"), "--seed", "7");
        said.Code.ShouldBe(0);
        foreach (var word in (string[])["立案率 filing rate", "按期结案率 on-time closing rate", "发现率 discovery rate", "网格办结占比", "officer utilisation", "受理员 acceptor"])
        {
            said.Out.ShouldContain(word);
        }

        said.Out.TrimEnd().Split('\n')[^1].ShouldMatch("^hash: [0-9a-f]{16}$");
    }

    [Fact]
    public void A_run_watched_on_a_terminal_ends_well_and_its_result_stays_clean()
    {
        using var folder = new TempFolder();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error, OutIsTerminal: false, ErrorIsTerminal: true, CancellationToken.None);
        GridGovCommand.Run(["run", Ground.WriteHamlet(folder), "--json"], terminal).ShouldBe(0, error.ToString());
        JsonDocument.Parse(output.ToString()).RootElement.GetProperty("hash").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("both")]
    [InlineData("zh")]
    [InlineData("en")]
    public void Tables_are_readable_at_100_columns(string language)
    {
        using var folder = new TempFolder();
        var said = CommandLine.Run("run", Ground.WriteHamlet(folder), "--lang", language);
        said.Out.Split('\n').Select(Width).Max().ShouldBeLessThanOrEqualTo(100);
        said.Out.Contains("立案率", StringComparison.Ordinal).ShouldBe(language != "en");
        said.Out.Contains("filing rate", StringComparison.Ordinal).ShouldBe(language != "zh");
    }

    [Fact]
    public void Two_days_are_longer_than_one_and_the_table_and_the_json_have_the_same_hash()
    {
        using var folder = new TempFolder();
        var hamlet = Ground.WriteHamlet(folder);
        var one = Json(CommandLine.Run("run", hamlet, "--json"));
        var two = Json(CommandLine.Run("run", hamlet, "--days", "2", "--json"));
        two.GetProperty("days").GetDouble().ShouldBe(2);
        two.GetProperty("events").GetInt64().ShouldBeGreaterThan(one.GetProperty("events").GetInt64());
        CommandLine.Run("run", hamlet).Out.ShouldContain($"hash: {one.GetProperty("hash").GetString()}");
    }

    [Fact]
    public void A_rate_is_its_part_of_its_whole()
    {
        using var folder = new TempFolder();
        var json = Json(CommandLine.Run("run", Ground.WriteHamlet(folder), "--days", "3", "--json"));
        var shares = json.GetProperty("indicators").EnumerateArray().Where(i => i.GetProperty("unit").GetString() == "share").ToArray();
        shares.ShouldNotBeEmpty();
        foreach (var share in shares.Where(i => i.GetProperty("value").ValueKind == JsonValueKind.Number))
        {
            var expected = share.GetProperty("part").GetDouble() / share.GetProperty("of").GetDouble();
            share.GetProperty("value").GetDouble().ShouldBe(expected, 1e-12, share.GetProperty("id").GetString());
        }
    }

    [Theory]
    [InlineData("--days", "-1", "1 to 36600")]
    [InlineData("--days", "many", "1 to 36600")]
    [InlineData("--days", "0", "1 to 36600")]
    [InlineData("--seed", "-5", "from 0")]
    [InlineData("--pace", "7", "max, 600, 60, 1")]
    [InlineData("--lang", "fr", "both, zh, en")]
    public void A_wrong_option_is_named_with_its_value_and_what_was_expected(string option, string value, string expected)
    {
        var said = CommandLine.Run("run", Tree.Shipped("first-day"), option, value);
        said.Code.ShouldBe(2);
        said.Out.ShouldBeEmpty();
        said.Error.ShouldContain(option);
        said.Error.ShouldContain($"'{value}'");
        said.Error.ShouldContain(expected);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "a", "b")]
    [InlineData("walk")]
    [InlineData("run", "a", "--sead", "3")]
    [InlineData("replay", "a")]
    [InlineData]
    public void A_command_line_that_cannot_be_understood_points_at_the_help(params string[] args)
    {
        var said = CommandLine.Run(args);
        said.Code.ShouldBe(2);
        said.Error.ShouldContain("--help");
    }

    [Fact]
    public void A_scenario_that_is_not_there_is_named()
    {
        var said = CommandLine.Run("run", "nowhere");
        said.Code.ShouldBe(2);
        said.Error.ShouldStartWith(Path.Combine("nowhere", "scenario.yaml"));
    }

    [Fact]
    public void Every_mistake_in_a_scenario_has_its_own_line_with_file_and_line()
    {
        using var folder = new TempFolder();
        var path = folder.Write("scenario.yaml", "extends: defaults\nscenario: x\ntitle: {zh: x, en: x}\nstarts: soon\ndays: -3\nseed: 1\nsead: 2\n");
        var said = CommandLine.Run("run", path);
        said.Code.ShouldBe(2);
        var lines = said.Error.TrimEnd().Split('\n');
        lines.Length.ShouldBe(3);
        lines.ShouldAllBe(line => line.StartsWith(path, StringComparison.Ordinal));
        said.Error.ShouldContain($"{path}:5:");
        said.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void A_stopped_run_says_how_far_it_came_and_leaves_no_result()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var said = CommandLine.Run(stop.Token, "run", Ground.WriteHamlet(folder), "--out", folder.Path("out"));
        said.Code.ShouldBe(130);
        said.Out.ShouldBeEmpty();
        said.Error.ShouldContain("stopped at 0d 00:00:00.000 of 1d");
        folder.Names().ShouldBe(["hamlet"]);
    }

    [Fact]
    public void Help_and_version_are_there()
    {
        foreach (var command in (string[])["", "run", "import city", "replay", "validate", "catalogue", "city picture", "city tiles"])
        {
            var said = CommandLine.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            said.Code.ShouldBe(0);
            said.Out.ShouldContain("Example: gridgov");
        }

        CommandLine.Run("--version").Out.ShouldMatch(@"\d+\.\d+");
    }

    private static JsonElement Json(Said said) => JsonDocument.Parse(said.Out).RootElement;

    // Chinese takes two columns a character.
    private static int Width(string line) => line.TrimEnd().Sum(letter => letter >= 0x2E80 ? 2 : 1);
}
