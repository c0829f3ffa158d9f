namespace GridGov.Twin.Cli.Tests;

public class ValidateCommandTests
{
    [Theory]
    [InlineData("first-day", "scenario first-day")]
    [InlineData("mmc/scenario.yaml", "scenario mmc")]
    [InlineData("workflows/xintian.yaml", "workflow xintian, proved sound")]
    [InlineData("catalogue/national.yaml", "423 filing conditions")]
    [InlineData("calendars/china-2025.yaml", "calendar")]
    [InlineData("replays/sf311.yaml", "replay mapping sf311")]
    [InlineData("replays/nyc311.yaml", "replay mapping nyc311")]
    public void What_ships_is_ok(string path, string what)
    {
        var said = CommandLine.Run("validate", Tree.Shipped(path));
        said.Error.ShouldBeEmpty();
        said.Out.ShouldContain(what);
        said.Code.ShouldBe(0);
    }

    [Fact]
    public void A_workflow_with_a_dead_end_is_shown_a_case_that_gets_lost_in_it()
    {
        using var folder = new TempFolder();
        var dead = folder.Write("dead.yaml", DeadEnd);
        var said = CommandLine.Run("validate", dead);
        said.Code.ShouldBe(2);
        said.Error.ShouldContain($"{dead}:");
        said.Error.ShouldContain("Trace: reported");
    }

    [Theory]
    [InlineData("a.yaml", "colour: red", "no key tells")]
    [InlineData("a.yaml", "a: [", "not YAML")]
    [InlineData("a.txt", "hello", "no file the program knows")]
    [InlineData("a.geojson", "{", "a.geojson")]
    [InlineData("a/readme", "x", "holds neither")]
    public void What_is_nothing_known_is_said_so(string name, string text, string expected)
    {
        using var folder = new TempFolder();
        folder.Write(name, text);
        var said = CommandLine.Run("validate", folder.Path(name.Split('/')[0]));
        said.Code.ShouldBe(2);
        said.Error.ShouldContain(expected);
        said.Out.ShouldBeEmpty();
    }

    [Fact]
    public void One_bad_file_among_good_ones_is_enough_and_all_are_checked()
    {
        var said = CommandLine.Run("validate", "nothing.yaml", Tree.Shipped("workflows/jimo.yaml"));
        said.Code.ShouldBe(2);
        said.Error.ShouldContain("nothing.yaml");
        said.Out.ShouldContain("jimo.yaml: ok");
    }

    private const string DeadEnd = """
        workflow: dead
        title: {zh: 死, en: dead}
        roles:
          acceptor: {zh: 受理员, en: acceptor, performer: desk, level: district}
        states:
          reported: {zh: 上报, en: reported, stage: report, level: grid, role: acceptor, moves: [{does: file, by: acceptor, to: stuck}, {does: close, by: acceptor, to: closed}]}
          stuck: {zh: 停, en: stuck, stage: handling, level: grid, role: acceptor}
          closed: {zh: 结案, en: closed, stage: ended, level: grid, case-clock: stop}
        """;
}
