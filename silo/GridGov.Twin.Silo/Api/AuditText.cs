using System.Globalization;
using System.Text.RegularExpressions;
using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Silo.Drills;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Api;

/// <summary>What the audit log keeps in stable English words, as people read it in both languages.</summary>
internal static partial class AuditText
{
    // Some reasons have one word for cases and for officers; either says the same.
    private static readonly Dictionary<string, Name> Reasons = Enum.GetValues<SendRefusal>().Select(why => (Words.Of(why), new Name(why.Zh(), why.En())))
        .Concat(Enum.GetValues<MoveRefusal>().Select(why => (Words.Of(why), new Name(why.Zh(), why.En()))))
        .Concat(Enum.GetValues<OrderRefusal>().Select(why => (Words.Of(why), DrillWords.Of(why))))
        .DistinctBy(reason => reason.Item1).ToDictionary(reason => reason.Item1, reason => reason.Item2);

    public static AuditLine Line(AuditEntry entry, WorldPlan plan)
    {
        if (entry.Action.StartsWith(DrillReplays.Mark, StringComparison.Ordinal))
        {
            var line = Line(entry with { Action = entry.Action[DrillReplays.Mark.Length..] }, plan);
            return line with { Action = entry.Action, What = new Name($"回放：{line.What.Zh}", $"in a replay: {line.What.En}") };
        }

        var outcome = AuditOutcome.Of(entry.Outcome);
        var isClock = entry.Action == LiveWorld.ClockOrdered;
        return new AuditLine(
            entry.Number, entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), entry.Actor, entry.Action, entry.Target, outcome,
            isClock ? Order(outcome, plan) : Action(entry.Action, plan),
            isClock ? Moment(entry.Target, plan) : entry.Action == DrillDesk.Noted ? new Name(entry.Target, entry.Target) : Target(entry.Target),
            isClock ? new Name("完成", "done") : Came(outcome));
    }

    private static Name Order(string words, WorldPlan plan) => words.Split(' ') switch
    {
        ["pause"] => new("暂停时钟", "paused the clock"),
        ["go", "on"] => new("时钟继续", "let the clock go on"),
        ["pace", var pace] => pace == "max" ? new("速度调为最快", "set the pace to as fast as possible") : new($"速度调为 {pace}×", $"set the pace to {pace}×"),
        ["step", var step, "ms"] when Whole(step) is { } ms => new($"步进 {Length(ms, "分", "秒")}", $"stepped {Length(ms, " min", " s")}"),
        ["jump", "to", var to, "ms"] when Moment(to, plan) is { } at => new($"跳至 {at.Zh}", $"jumped to {at.En}"),
        _ => new(words, words),
    };

    private static Name Action(string action, WorldPlan plan)
    {
        if (Acted().Match(action) is { Success: true } acted && Words.Actions.TryGetValue(acted.Groups["act"].Value, out var act)
            && Array.Find(plan.Workflow.Workflow.Roles, one => one.Id == acted.Groups["role"].Value) is { } role)
        {
            return new($"{act.Zh()}（{role.Zh}）", $"{act.En()} ({role.En})");
        }

        return action.Split(' ', 2) switch
        {
            ["report"] => new("上报", "report"),
            ["what-if"] => new("推演", "what if"),
            ["run-experiment"] => new("运行实验", "ran an experiment"),
            ["stop-experiment"] => new("停止实验", "stopped an experiment"),
            [LiveWorld.Retried] => new("重试搁置消息", "had a message tried again"),
            ["run-proofs"] => new("运行自证", "ran the proofs"),
            ["stop-proofs"] => new("停止自证", "stopped the proofs"),
            ["open-replication"] => new("打开单次重复", "opened a replication"),
            [DrillWorlds.Opened] => new("打开演练", "opened a drill"),
            [DrillReplays.Opened] => new("打开演练回放", "opened a replay of the drill"),
            ["inject"] => new("注入情况", "delivered an inject"),
            ["skip-inject"] => new("跳过情况", "skipped an inject"),
            ["judge", var word] when Read<Standing>(word) is { } standing => new($"评定：{DrillWords.Of(standing).Zh}", $"judged: {DrillWords.Of(standing).En}"),
            ["rate", var word] when Read<Rating>(word) is { } rating => new($"目标评级：{DrillWords.Of(rating).Zh}", $"rated: {DrillWords.Of(rating).En}"),
            [DrillDesk.Noted] => new("记录", "made a note"),
            ["end-drill"] => new("结束演练", "ended the drill"),
            ["look", "at script"] => new("查看演练脚本", "looked at the drill's script"),
            ["look", "at caller"] => new("查看诉求人", "looked at the caller"),
            ["send", var who] => new($"派遣 {who}", $"sent {who}"),
            ["silence", var time] when time.Split(' ') is ["for", var minutes, "min"] => new($"静默 {minutes} 分钟", $"silenced for {minutes} min"),
            _ => new(action, action),
        };
    }

    private static Name Target(string target) => target.Split(' ') switch
    {
        ["case", var number] => new($"案件 #{number}", $"case #{number}"),
        ["cell", var code] => new($"网格 {code}", target),
        ["device", var code] => new($"设备 {code}", target),
        ["inject", var id] => new($"情况 {id}", target),
        ["expected", var id] => new($"预期行动 {id}", $"expected action {id}"),
        ["objective", var id] => new($"目标 {id}", target),
        ["drill"] => new("演练", "the drill"),
        [var kind, "in", "cell", var code] => new($"{kind}，网格 {code}", target),
        _ => new(target, target),
    };

    private static Name Came(string outcome) => outcome.Split(": ") switch
    {
        [StoredAnswer.Done] => new("完成", "done"),
        // On a cluster a command is in the log when it is durable, which is before anything came of it.
        [""] => new("已受理", "taken in"),
        [StoredAnswer.Scheduled] => new("已排程", "scheduled"),
        [StoredAnswer.Refused, var code] => Reasons.GetValueOrDefault(code) is { } why ? new($"拒绝：{why.Zh}", $"refused: {why.En}") : new($"拒绝（{code}）", outcome),
        ["shown"] => new("已显示", outcome),
        ["nobody called"] => new("无人来电", outcome),
        _ => new(outcome, outcome),
    };

    // A moment of the world, as its calendar and clock say it.
    private static Name Moment(string text, WorldPlan plan)
    {
        if (Whole(text) is not { } ms)
        {
            return new(text, text);
        }

        var at = plan.Calendar.FirstDay.ToDateTime(TimeOnly.MinValue).AddMilliseconds(ms).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return new(at, at);
    }

    private static string Length(long ms, string minutes, string seconds) => ms % 60_000 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{ms / 60_000}{minutes}")
        : string.Create(CultureInfo.InvariantCulture, $"{ms / 1000.0:0.###}{seconds}");

    private static T? Read<T>(string word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(one => Words.Of(one) == word).Select(one => (T?)one).FirstOrDefault();

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= Duration.Days(36_600).Milliseconds ? ms : null;

    [GeneratedRegex("^(?<act>[a-z-]+) as (?<role>.+)$")]
    private static partial Regex Acted();
}
