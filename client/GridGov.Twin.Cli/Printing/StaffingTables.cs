using System.Globalization;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Staffing;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Prints what a staffing search found: the answer, the posts before and after, the targets, everything tried, and what it rests on.</summary>
internal sealed class StaffingTables(IAnsiConsole console, Language language)
{
    /// <summary>Prints everything.</summary>
    public void Print(StaffingResult result)
    {
        var (file, answer) = (result.Plan.File, StaffingAnswer.Of(result));
        console.Write(new Text($"{language.Pick(file.Title.Zh, file.Title.En)} ({file.Name})\n", new Style(decoration: Decoration.Bold)));
        console.WriteLine(language.Head(file.Question.Zh, file.Question.En));
        console.WriteLine();
        console.Write(new Text($"{language.Head(answer.Zh, answer.En)}\n", new Style(decoration: Decoration.Bold)));
        Posts(result);
        Targets(result);
        Tried(result);
        foreach (var note in Notes(result))
        {
            console.WriteLine(note);
        }
    }

    private void Posts(StaffingResult result)
    {
        var isFound = result.Verdict is StaffingVerdict.Proved or StaffingVerdict.OverBudget;
        var table = TableLook.Framed(
        [
            (language.Head("岗位", "post"), false), (language.Head("处数", "places"), true), (language.Head("现状", "now"), true),
            (isFound ? language.Head("建议", "suggested") : language.Head("最接近", "nearest"), true), (language.Head("范围", "range"), true),
            (language.Head("每周费用", "cost a week"), true), (language.Head("需聘", "to employ"), true),
        ]);
        foreach (var post in result.Plan.Posts)
        {
            var people = result.Chosen.Levels[post];
            table.AddRow(
                new Text($"{language.Pick(post.Pool.Title.Zh, post.Pool.Title.En)} {post.Section.Shift.Value}"), Number(post.Pool.Places), Number(post.Now), Number(people),
                new Text($"{post.Section.Min.Value}–{post.Section.Max}"), new Text(StaffingAnswer.Money(post.CostPerPerson * people)),
                Number(post.Employed(people, result.Plan.File.Rest)));
        }

        table.AddRow(
            new Text(language.Pick("合计", "in all")), new Text(""), Number(result.Plan.Posts.Sum(post => post.Now * post.Pool.Places)),
            Number(result.Plan.Posts.Sum(post => result.Chosen.Levels[post] * post.Pool.Places)), new Text(""),
            new Text($"{StaffingAnswer.Money(result.Now.Cost)} → {StaffingAnswer.Money(result.Chosen.Cost)}"),
            Number(result.Plan.Posts.Sum(post => post.Employed(result.Chosen.Levels[post], result.Plan.File.Rest))));
        console.Write(table);
    }

    private void Targets(StaffingResult result)
    {
        var table = TableLook.Framed(
            [(language.Head("目标", "target"), false), ("", true), (language.Head("现状", "now"), true), (language.Head("配置后", "then"), true), ("", false)]);
        for (var i = 0; i < result.Plan.Targets.Count; i++)
        {
            var (target, now, then) = (result.Plan.Targets[i], result.Now.Findings[i], result.Chosen.Findings[i]);
            table.AddRow(
                new Text(language.Pick(target.Measure.Zh, target.Measure.En)), new Text(target.Text), new Text(MeasureText.Estimate(target.Measure, now.Estimate)),
                new Text(MeasureText.Estimate(target.Measure, then.Estimate)), new Text(Word(then.Standing)));
        }

        console.Write(table);
    }

    private void Tried(StaffingResult result)
    {
        var (first, frontier) = (result.Plan.Targets[0].Measure, result.Frontier);
        var table = TableLook.Framed(
        [
            ("#", true), (language.Head("试验", "trial"), false), (language.Head("各岗位人数", "people by post"), true), (language.Head("费用", "cost"), true), ("n", true),
            (language.Head(first.Zh, first.En), true), ("", false),
        ]);
        foreach (var trial in result.Trials)
        {
            table.AddRow(
                Number(trial.Number), new Text(language.Pick(trial.PurposeTitle.Zh, trial.PurposeTitle.En)), new Text(trial.Levels.ToString()),
                new Text(StaffingAnswer.Money(trial.Cost)), Number(trial.Replications),
                new Text(MeasureText.Estimate(first, trial.Findings[0].Estimate)), new Text($"{(frontier.Contains(trial) ? "◆" : " ")} {Word(trial.Standing)}"));
        }

        console.Write(table);
    }

    private IEnumerable<string> Notes(StaffingResult result)
    {
        var (file, chosen) = (result.Plan.File, result.Chosen);
        yield return language.Pick("◆ 费用与首个目标的前沿：同价或更低价中没有更好的试验", "◆ frontier: no trial as cheap or cheaper is better in the first target");
        var corrected = language.Pick("验证，按多次查看校正", "proof, corrected for looking several times");
        yield return string.Create(
            CultureInfo.InvariantCulture, $"±: {result.Now.Confidence:0.##%} ({language.Pick("搜索", "search")}), {result.Chosen.Confidence:0.##%} ({corrected})");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{language.Pick("种子", "seeds")} {file.Seed}–{file.Seed + (ulong)file.Most - 1}; {language.Pick("验证", "proof")} "
            + $"{chosen.FirstSeed}–{chosen.FirstSeed + (ulong)chosen.Replications - 1}, {language.Pick("首个哈希", "first hash")} {chosen.Hash}");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{language.Pick("需聘人数按每人每周至多", "people to employ: each works at most")} {file.Rest.DaysPerWeek:0.#} {language.Pick("天，固定班次", "days a week, always the same shift")}");
    }

    private string Word(Standing standing) => standing switch
    {
        Standing.Holds => language.Pick("达到", "holds"),
        Standing.Open => language.Pick("未能断言", "not shown"),
        _ => language.Pick("未达到", "missed"),
    };

    private static Text Number(int number) => new(number.ToString("#,0", CultureInfo.InvariantCulture));
}
