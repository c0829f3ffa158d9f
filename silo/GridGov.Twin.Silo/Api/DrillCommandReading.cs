using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Silo.Drills;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Api;

/// <summary>Reads what controllers and evaluators want of a drill: looks the names of its file up.</summary>
internal sealed class DrillCommandReading(DrillFile file)
{
    /// <summary>The kinds of command there are.</summary>
    public static readonly string[] Kinds = ["inject", "skip-inject", "judge", "rate", DrillDesk.Noted, "end-drill"];

    private const int LongestNote = 500;
    private static readonly Standing[] Judgements = [Standing.Met, Standing.Late, Standing.Missed];
    private static readonly Rating[] Ratings = [Rating.Performed, Rating.SomeChallenges, Rating.MajorChallenges, Rating.Unable, Rating.None];

    /// <exception cref="WorldRefusedException">Something in it is missing, unknown or impossible.</exception>
    public ReadCommand Read(Command command)
    {
        switch (command.Kind)
        {
            case "inject":
                var inject = InjectOf(command);
                return Order("inject", $"inject {command.Inject}", reference => Body.Of(new DeliverInject(reference, inject)));
            case "skip-inject":
                var skipped = InjectOf(command);
                return Order("skip-inject", $"inject {command.Inject}", reference => Body.Of(new SkipInject(reference, skipped)));
            case "judge":
                var expected = IndexOf(command.Expected, "expected", "no-such-expected", "预期行动", "expected action", [.. file.Expected.Select(one => one.Id)]);
                var judged = OneOf(command.As, Judgements);
                return Order($"judge {Words.Of(judged)}", $"expected {command.Expected}", reference => Body.Of(new JudgeAction(reference, expected, judged)));
            case "rate":
                var objective = IndexOf(command.Objective, "objective", "no-such-objective", "目标", "objective", [.. file.Objectives.Select(one => one.Id)]);
                var rating = OneOf(command.As, Ratings);
                return Order($"rate {Words.Of(rating)}", $"objective {command.Objective}", reference => Body.Of(new RateObjective(reference, objective, rating)));
            case "end-drill":
                RequireNow(command);
                return Order("end-drill", "drill", reference => Body.Of(new EndExercise(reference)));
            default:
                RequireNow(command);
                return Order(DrillDesk.Noted, NoteOf(command), reference => Body.Of(new TakeNote(reference)));
        }
    }

    private static ReadCommand Order(string action, string target, Func<long, Body> message) =>
        new(action, target, reference => new Draft(Grain.TheExercise, message(reference)));

    private int InjectOf(Command command) =>
        IndexOf(command.Inject, "inject", "no-such-inject", "情况注入", "inject", [.. file.Injects.Select(one => one.Id)]);

    private static int IndexOf(string? id, string field, string code, string zh, string en, Marked<string>[] ids)
    {
        var index = Array.FindIndex(ids, one => one.Value == id);
        var all = string.Join(", ", ids.Select(one => one.Value));
        return index >= 0 ? index : throw Problems.Unusable(
            code, id is null ? $"须给出 {field}；有 {all}" : $"没有{zh} {id}；有 {all}", id is null ? $"{field} is missing; there are {all}" : $"there is no {en} {id}; there are {all}");
    }

    private static T OneOf<T>(string? word, T[] allowed)
        where T : struct, Enum
    {
        var index = Array.FindIndex(allowed, one => Words.Of(one) == word);
        var all = string.Join(", ", allowed.Select(one => Words.Of(one)));
        return index >= 0 ? allowed[index] : throw Problems.Unusable("bad-judgement", $"as 为 {word ?? "空"}，应为 {all} 之一", $"as is {word ?? "missing"}; expected one of {all}");
    }

    private static string NoteOf(Command command)
    {
        var text = command.Text?.Trim() ?? "";
        return text.Length is >= 1 and <= LongestNote ? text : throw Problems.Unusable(
            "bad-text", $"text 有 {text.Length} 字，应为1至{LongestNote}字", $"text has {text.Length} characters; expected 1 to {LongestNote}");
    }

    // EndEx ends the batch it lies in, and a note is of the moment it is made.
    private static void RequireNow(Command command)
    {
        if (command.AtMs is not null)
        {
            throw Problems.Unusable("not-later", $"{command.Kind} 只能立即执行，不能带 atMs", $"{command.Kind} is done now: it takes no atMs");
        }
    }
}
