namespace GridGov.Twin.Cli.Tests;

public sealed class DrillCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_rehearsal_tells_when_injects_come_what_becomes_of_every_action_and_both_hashes()
    {
        var said = Rehearse("60 min", "--lang", "en");
        said.Code.ShouldBe(ExitCode.Ok, said.Error);
        string[] parts = ["A burst (burst)", "The main bursts", "+00:10:00", "File it", "acceptor", "not done", "in time", "points with nobody: 0 / 2; as expected: 2 / 2", "seed 1; hash "];
        parts.ShouldAllBe(part => said.Out.Contains(part, StringComparison.Ordinal));
        Rehearse("60 min", "--lang", "en").Out.ShouldBe(said.Out);
        Rehearse("60 min", "--lang", "en", "--seed", "2").Out.ShouldContain("seed 2; hash ");
    }

    [Fact]
    public void What_cannot_be_done_in_its_time_fails_the_rehearsal()
    {
        var said = Rehearse("1 s", "--lang", "zh");
        said.Code.ShouldBe(ExitCode.NotProved);
        said.Out.ShouldContain("有预期行动无法按时完成");
        said.Out.ShouldContain("逾时");
    }

    [Fact]
    public void The_ideal_players_report_is_written_where_it_is_wanted()
    {
        var output = _folder.Path("out");
        Rehearse("60 min", "--out", output).Code.ShouldBe(ExitCode.Ok);
        Directory.GetFiles(output).Select(Path.GetFileName).ShouldBe(["actions.csv", "debrief.json", "report.html"], ignoreOrder: true);
        Rehearse("60 min", "--out", output).Code.ShouldBe(ExitCode.Ok, "its own files are written again");
    }

    [Fact]
    public void A_stopped_rehearsal_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var output = _folder.Path("out");
        CommandLine.Run(stop.Token, "drill", "rehearse", Write("60 min"), "--out", output).Code.ShouldBe(ExitCode.Stopped);
        Directory.Exists(output).ShouldBeFalse();
    }

    [Fact]
    public void Validate_knows_a_drill_and_says_what_is_wrong_with_it()
    {
        CommandLine.Run("validate", Write("60 min")).Out.ShouldContain("ok (drill burst: 1 players, 1 injects, 1 expected actions)");
        var wrong = CommandLine.Run("validate", Write("9 h"));
        wrong.Code.ShouldBe(ExitCode.Rejected);
        wrong.Error.ShouldContain("the drill is over before the time of the action is up");
        CommandLine.Run("drill", "rehearse", "nowhere.yaml").Code.ShouldBe(ExitCode.Rejected);
    }

    [Fact]
    public void On_a_host_it_ends_in_the_hash_of_this_machine_and_its_report_can_be_fetched()
    {
        using var host = Host("60 min");
        var said = Rehearse("60 min", "--lang", "en", "--host", host.Address);
        said.Code.ShouldBe(ExitCode.Ok, said.Error);
        said.Out.ShouldContain($"{host.Address} drill-burst-1: hash ");
        said.Out.ShouldContain("as here ✓");
        var output = _folder.Path("fetched");
        CommandLine.Run("drill", "report", "drill-burst-1", "--host", host.Address, "--out", output).Code.ShouldBe(ExitCode.Ok);
        File.ReadAllText(Path.Combine(output, "actions.csv")).ShouldContain("file,立案,File it,burst,acceptor,loop,missed,");
        CommandLine.Run("drill", "report", "live", "--host", host.Address, "--out", _folder.Path("none")).Error.ShouldContain("this world is no drill");
        Directory.Exists(_folder.Path("none")).ShouldBeFalse();
    }

    [Fact]
    public void A_host_with_other_files_is_told_apart()
    {
        using var host = Host("50 min");
        var differs = Rehearse("60 min", "--lang", "en", "--host", host.Address);
        differs.Code.ShouldBe(ExitCode.NotProved);
        differs.Out.ShouldContain("not as here ✗");
        var none = CommandLine.Run("drill", "rehearse", Tree.Shipped("drills/first-steps.yaml"), "--host", host.Address);
        none.Code.ShouldBe(ExitCode.Rejected);
        none.Error.ShouldContain("the host has no such drill (found 'first-steps', expected one of burst)");
    }

    public void Dispose() => _folder.Dispose();

    private PlanningHost Host(string within)
    {
        var drill = File.ReadAllText(Write(within)).Replace("scenario: hamlet", "scenario: ../hamlet", StringComparison.Ordinal);
        _folder.Write("there/burst.yaml", drill);
        return new PlanningHost(_folder, _folder.Path("hamlet"));
    }

    private Said Rehearse(string within, params string[] more) => CommandLine.Run(["drill", "rehearse", Write(within), .. more]);

    private string Write(string within)
    {
        Ground.WriteHamlet(_folder);
        return _folder.Write("burst.yaml", $$"""
            drill: burst
            title: {zh: 爆管, en: A burst}
            aim: {zh: 立案, en: to file it}
            scenario: hamlet/scenario.yaml
            day: 1
            at: "09:00"
            lasts: 2 h
            players: {acceptor: {title: {zh: 受理席, en: acceptor}, role: acceptor} }
            objectives: {loop: {title: {zh: 闭环, en: the loop} } }
            injects: {burst: {title: {zh: 爆管, en: The main bursts}, at: 10 min, brings: [{kind: E0501.1, where: {street: 1, share: 0.01}, by: app}]} }
            expected: {file: {title: {zh: 立案, en: File it}, inject: burst, player: acceptor, does: file, within: {{within}}, objective: loop, points: 2} }
            """);
    }
}
