using System.Globalization;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words of the drill pages and panels.</summary>
internal static class DrillWords
{
    public static readonly Name Title = new("演练", "Drills");
    public static readonly Name Drill = new("演练", "Drill");
    public static readonly Name Hint = new(
        "演练在独立的世界中进行：按脚本注入情况，学员在席位上处置，结束后评分、复盘、回放。实时世界不受影响。",
        "A drill is played in a world of its own: injects come by script, players act at their posts; then it is scored, reviewed and replayed. The live world is left alone.");
    public static readonly Name Empty = new("尚无演练文件。", "There are no drill files.");
    public static readonly Name Files = new("演练方案", "Drill files");
    public static readonly Name Opened = new("已开设的演练", "Opened drills");
    public static readonly Name NoneOpened = new("尚未开设演练。", "No drill was opened yet.");
    public static readonly Name Scenario = new("情景", "Scenario");
    public static readonly Name Length = new("时长", "Length");
    public static readonly Name Pace = new("倍速", "Pace");
    public static readonly Name Injects = new("情况注入", "Injects");
    public static readonly Name Expected = new("预期行动", "Expected actions");
    public static readonly Name Players = new("学员席位", "Players");
    public static readonly Name Open = new("开设演练", "Open");
    public static readonly Name Seed = new("种子（可空）", "Seed (optional)");
    public static readonly Name BadSeed = new("种子应为不小于 0 的整数，或留空。", "A seed is a whole number from 0 on, or nothing.");
    public static readonly Name Play = new("参演", "Play");
    public static readonly Name Control = new("导调", "Control");
    public static readonly Name ControlHint = new("查看脚本，记入审计日志", "Shows the script; the look is in the audit log");
    public static readonly Name Report = new("讲评报告", "After-action report");
    public static readonly Name ReportShort = new("讲评", "Report");
    public static readonly Name Replay = new("回放", "Replay");
    public static readonly Name MissingHint = new("文件已不存在或内容已变", "Its file is gone or says something else now");
    public static readonly Name NoDrill = new("没有这场演练", "There is no such drill");
    public static readonly Name NoReport = new("报告暂不可用。", "The report is not available.");
    public static readonly Name Since = new("已进行", "Since StartEx");
    public static readonly Name Left = new("剩余", "Until EndEx");
    public static readonly Name StartEx = new("开始演练", "StartEx");
    public static readonly Name Hold = new("暂停演练", "Hold");
    public static readonly Name GoOn = new("继续演练", "Go on");
    public static readonly Name End = new("结束演练", "End the drill");
    public static readonly Name EndAsk = new(
        "现在结束演练？尚未完成的预期行动计为未完成，此后不能再继续。",
        "End the drill now? What is still awaited counts as missed, and it cannot go on afterwards.");
    public static readonly Name Ended = new("演练已结束", "The drill is over");
    public static readonly Name EndedHint = new("仍可评分、补记，并查看讲评报告。", "Ratings and notes can still be given; the report is there.");
    public static readonly Name Points = new("得分", "Points");
    public static readonly Name ToReport = new("查看讲评报告", "After-action report");
    public static readonly Name ToReplay = new("回放", "Replay");

    public static Name StateOf(string state) => state switch
    {
        "ready" => new("待开始", "ready"),
        "running" => new("进行中", "running"),
        "held" => new("已暂停", "held"),
        "ended" => new("已结束", "ended"),
        "failed" => new("失败", "failed"),
        "missing" => new("文件缺失", "file missing"),
        _ => new(state, state),
    };

    /// <summary>The tone of a state's mark.</summary>
    public static string ToneOf(string state) => state switch
    {
        "running" => "weight",
        "held" or "ready" => "soon",
        "ended" => "fine",
        "failed" or "missing" => "overdue",
        _ => "",
    };

    public static Name By(DrillWorldCard world) => new(
        $"{Moment(world.At)} UTC{(world.Actor.Length > 0 ? $" · {world.Actor} 开设" : "")} · 种子 {world.Seed}",
        $"{Moment(world.At)} UTC{(world.Actor.Length > 0 ? $" · opened by {world.Actor}" : "")} · seed {world.Seed}");

    /// <summary>A number of points: halves are shown, other digits are not.</summary>
    public static string Count(double points) => points.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Moment(string at) => at.Replace('T', ' ').TrimEnd('Z')[..16];
}
