using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Tests.Building;

namespace GridGov.Twin.Scenarios.Tests.Drills;

/// <summary>
/// Writes a small drill on the small scenario of <see cref="ScenarioSketch"/> into a folder of its own: a burst main at 09:10 that an acceptor
/// must file and a dispatcher dispatch. A line put in replaces the one that begins with the same word.
/// </summary>
internal sealed class DrillSketch : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drill").FullName;

    public DrillSketch(params string[] lines)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "town"));
        File.WriteAllLines(Path.Combine(_folder, "town", ScenarioText.FileName), ScenarioSketch.Lines("demand: {incidents-per-day: 40}"));
        string[] usual =
        [
            "drill: sketch",
            "title: {zh: 试, en: sketch}",
            "aim: {zh: 立案, en: to file}",
            "scenario: town/scenario.yaml",
            "day: 1",
            "at: \"09:00\"",
            "lasts: 2 h",
            "players: {acceptor: {title: {zh: 受理, en: acceptor}, role: acceptor}, dispatcher: {title: {zh: 派遣, en: dispatcher}, role: dispatcher}}",
            "objectives: {loop: {title: {zh: 闭环, en: the loop}}}",
            "injects: {burst: {title: {zh: 爆管, en: a burst}, at: 10 min, brings: [{kind: E0501.1, where: {street: 1, share: 0.01}, by: hotline}]}}",
            "expected: {file: {title: {zh: 立案, en: file}, inject: burst, player: acceptor, does: file, within: 60 min, objective: loop}, "
                + "dispatch: {title: {zh: 派遣, en: dispatch}, inject: burst, player: dispatcher, does: dispatch, to: water, within: 80 min, objective: loop, points: 3}}",
        ];
        File.WriteAllLines(PathOf, usual.Select(line => lines.FirstOrDefault(other => WordOf(other) == WordOf(line)) ?? line)
            .Concat(lines.Where(line => !usual.Any(other => WordOf(other) == WordOf(line)))));
    }

    public string PathOf => Path.Combine(_folder, "it.yaml");

    public DrillPlan Plan => DrillPlan.Load(PathOf);

    public Rehearsed Rehearsed(bool isPlayed) => new Rehearsal(Plan).Run(isPlayed, null, CancellationToken.None)!;

    /// <summary>What is wrong with it; the folder is left out of file names.</summary>
    public string[] Rejected() =>
        [.. Should.Throw<InputRejectedException>(() => Plan).Findings.Select(finding => finding.ToString().Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string WordOf(string line) => line.Split(':')[0];
}
