using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Drills;

/// <summary>Looks the names of a drill's file up in each other, and finds what can never happen.</summary>
internal static class DrillNames
{
    public static void Check(DrillFile file, List<Finding> findings)
    {
        string[] players = [.. file.Players.Select(one => one.Id.Value)];
        string[] injects = [.. file.Injects.Select(one => one.Id.Value)];
        string[] actions = [.. file.Expected.Select(one => one.Id.Value)];
        string[] objectives = [.. file.Objectives.Select(one => one.Id.Value)];
        findings.AddRange(
        [
            .. Unknown(file.Injects.Select(one => one.Watched), actions).Select(name => name.Finding(NearestWord.Expected(name.Value, actions), "no such expected action")),
            .. Unknown(file.Injects.SelectMany(one => one.To).Concat(file.Expected.Select(one => one.Player)), players)
                .Select(name => name.Finding(NearestWord.Expected(name.Value, players), "no such player")),
            .. Unknown(file.Expected.Select(one => one.Inject), injects).Select(name => name.Finding(NearestWord.Expected(name.Value, injects), "no such inject")),
            .. Unknown(file.Expected.Select(one => one.Objective), objectives)
                .Select(name => name.Finding(NearestWord.Expected(name.Value, objectives), "no such objective")),
        ]);
        if (findings.Count == 0)
        {
            Array.ForEach(file.Injects, inject => CheckTrigger(inject, file, findings));
            Array.ForEach(file.Expected, action => CheckTime(action, file, findings));
        }
    }

    private static void CheckTrigger(InjectSection inject, DrillFile file, List<Finding> findings)
    {
        if (inject.Trigger == InjectTrigger.AtTime && inject.After >= file.Lasts)
        {
            findings.Add(inject.Id.Finding($"at less than the {Minutes(file.Lasts)} min that the drill lasts", "the inject falls due after EndEx"));
        }

        var at = inject;
        for (var steps = 0; at.Watched is { } watched; steps++)
        {
            if (steps > file.Injects.Length)
            {
                findings.Add(watched.Finding("an action that answers an earlier inject", "the injects wait for each other"));
                return;
            }

            at = Array.Find(file.Injects, one => one.Id.Value == Array.Find(file.Expected, action => action.Id.Value == watched.Value)!.Inject.Value)!;
        }
    }

    private static void CheckTime(ActionSection action, DrillFile file, List<Finding> findings)
    {
        var inject = Array.Find(file.Injects, one => one.Id.Value == action.Inject.Value)!;
        var from = inject.Trigger == InjectTrigger.AtTime ? inject.After : Duration.Zero;
        if (from + action.Within > file.Lasts)
        {
            findings.Add(action.Id.Finding($"within at most {Minutes(file.Lasts - from)} min of the inject", "the drill is over before the time of the action is up"));
        }
    }

    private static long Minutes(Duration length) => length.Milliseconds / 60_000;

    private static IEnumerable<Marked<string>> Unknown(IEnumerable<Marked<string>?> names, string[] known) =>
        names.OfType<Marked<string>>().Where(name => !known.Contains(name.Value));
}
