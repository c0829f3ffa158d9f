namespace GridGov.Twin.Cli.Tests;

/// <summary>Experiments that a host runs for whoever has the same files.</summary>
public sealed class HostedExperimentTests : IDisposable
{
    private const string Head = "title: {zh: 试, en: sketch}\nquestion: {zh: 几人够？, en: How many are enough?}\nscenario: hamlet/scenario.yaml\n";
    private const string Variants = "variants: {few: {title: {zh: 少, en: few}}, more: {title: {zh: 多, en: more}, with: {officers: {count: 12}}}}\n";
    private readonly TempFolder _folder = new();
    private readonly PlanningHost _host;

    public HostedExperimentTests()
    {
        var hamlet = Ground.WriteHamlet(_folder);
        foreach (var place in (string[])["here", "there"])
        {
            _folder.Write($"{place}/hamlet/scenario.yaml", File.ReadAllText(Path.Combine(hamlet, "scenario.yaml")));
            _folder.Write($"{place}/short.yaml", $"experiment: short\n{Head}replications: 3\n{Variants}");
            _folder.Write($"{place}/long.yaml", $"experiment: long\n{Head}with: {{days: 2000}}\nreplications: 10000\n{Variants}");
        }

        _host = new PlanningHost(_folder, hamlet);
    }

    [Fact]
    public void A_host_gives_the_answer_and_the_report_that_this_machine_gives()
    {
        var said = Run("run", "short", "--out", _folder.Path("theirs"));
        said.Code.ShouldBe(0, said.Error);
        said.Out.ShouldContain("How many are enough?");
        said.Out.ShouldContain($"{_host.Address}/api/v1/experiments/short/report");
        CommandLine.Run("experiment", "run", _folder.Path("here/short.yaml"), "--afresh", "--out", _folder.Path("ours")).Code.ShouldBe(0);
        _folder.Names("theirs").ShouldBe(_folder.Names("ours"));
        foreach (var file in (string[])["observations.csv", "runs.csv", "curves.csv", "variants/more.yaml"])
        {
            File.ReadAllText(_folder.Path($"theirs/{file}")).ShouldBe(File.ReadAllText(_folder.Path($"ours/{file}")));
        }
    }

    [Fact]
    public void A_host_that_has_no_such_experiment_or_another_one_of_the_name_is_refused_before_anything_runs()
    {
        _folder.Write("here/other.yaml", File.ReadAllText(_folder.Path("here/short.yaml")));
        var none = Run("run", "other");
        none.Code.ShouldBe(2);
        none.Error.ShouldContain($"{_host.Address} has no such experiment (found 'other', expected one of long, short)");

        _folder.Write("here/hamlet/scenario.yaml", File.ReadAllText(_folder.Path("here/hamlet/scenario.yaml")).Replace("count: 6", "count: 7", StringComparison.Ordinal));
        var differs = Run("run", "short", "--out", _folder.Path("theirs"));
        differs.Code.ShouldBe(2);
        differs.Error.ShouldContain($"{_host.Address} has another text of this experiment, or of a file that it points at");
        Directory.Exists(_folder.Path("theirs")).ShouldBeFalse();
        _host.Wait("short", "idle");
    }

    [Fact]
    public async Task Whoever_stops_watching_leaves_it_running_can_watch_again_and_can_stop_it()
    {
        for (var time = 0; time < 2; time++)
        {
            using var stop = new CancellationTokenSource();
            var before = _host.Watches;
            var watching = Task.Run(() => CommandLine.Run(stop.Token, "experiment", "run", _folder.Path("here/long.yaml"), "--host", _host.Address));
            _host.WaitForWatcher(before);
            await stop.CancelAsync();
            var said = await watching;
            said.Code.ShouldBe(130);
            said.Error.ShouldContain($"goes on at {_host.Address}");
            said.Error.ShouldContain($"gridgov experiment stop {_folder.Path("here/long.yaml")} --host {_host.Address}");
            _host.Wait("long", "running");
        }

        Run("stop", "long").Code.ShouldBe(0);
        _host.Wait("long", "stopped");
    }

    [Fact]
    public void What_only_this_machine_can_be_told_is_refused_beside_a_host_and_so_is_what_is_no_address()
    {
        Run("run", "short", "--threads", "2").Error.ShouldContain("--threads");
        Run("run", "short", "--afresh").Error.ShouldContain("--afresh");
        CommandLine.Run("experiment", "run", _folder.Path("here/short.yaml"), "--host", "localhost").Error.ShouldContain("expected an address such as http://localhost:5080");
        var gone = CommandLine.Run("experiment", "run", _folder.Path("here/short.yaml"), "--host", "http://127.0.0.1:1");
        gone.Code.ShouldBe(2);
        gone.Error.ShouldStartWith("gridgov: the host cannot be reached: ");
    }

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    private Said Run(string what, string experiment, params string[] more) =>
        CommandLine.Run(["experiment", what, _folder.Path($"here/{experiment}.yaml"), "--host", _host.Address, .. more]);
}
