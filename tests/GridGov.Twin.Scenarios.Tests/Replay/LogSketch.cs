using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Replay;
using GridGov.Twin.Scenarios.Tests.Building;
using GridGov.Twin.Scenarios.Tests.Geo;

namespace GridGov.Twin.Scenarios.Tests.Replay;

/// <summary>A small log and its mapping, to be changed by a test.</summary>
internal static class LogSketch
{
    public const string Head = "id,opened,closed,what,lat,lon,via";

    public static readonly string Mapping = """
        replay: sketch
        title: {zh: 试, en: sketch}
        columns: {id: id, opened: opened, closed: closed, latitude: lat, longitude: lon}
        time: {formats: ["yyyy-MM-dd HH:mm"]}
        position: {place: as-is}
        duplicates: {same: [id]}
        kinds: {from: [what], rules: [{when: hole, is: E0113.1}, {when: "ad*", is: E0201.1}, {when: gossip, is: reject}]}
        channels: {from: via, rules: [{when: web, is: app}]}
        """;

    /// <summary>Replays rows (without their head) by a mapping in the small scenario.</summary>
    public static (LoggedWorld World, ReplayRun Run, ReplayCounts Counts) Replay(string mapping, params string[] rows) => Replay(mapping, days: null, rows);

    public static (LoggedWorld World, ReplayRun Run, ReplayCounts Counts) Replay(string mapping, int? days, params string[] rows)
    {
        using var folder = new TempFolder();
        var log = folder.Write("log.csv", string.Join('\n', [Head, .. rows]) + "\n");
        var world = Load(folder, log, mapping, days);
        var run = new ReplayRun(world);
        run.Run(watch: null, CancellationToken.None).ShouldBeTrue();
        return (world, run, run.Counts());
    }

    public static LoggedWorld Load(TempFolder folder, string log, string mapping, int? days = null) =>
        ScenarioSketch.In(ScenarioSketch.Lines(), scenario =>
            LoggedWorld.Load(new ReplayRequest(scenario, log, folder.Write("mapping.yaml", mapping)) { Days = days }));

    public static string[] Rejected(string log, string mapping)
    {
        using var folder = new TempFolder();
        var path = folder.Write("log.csv", log);
        return [.. Should.Throw<InputRejectedException>(() => Load(folder, path, mapping)).Findings
            .Select(finding => (finding with { File = Path.GetFileName(finding.File) }).ToString())];
    }
}
