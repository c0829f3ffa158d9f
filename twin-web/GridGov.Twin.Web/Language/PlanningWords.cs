using System.Globalization;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words of the planning pages.</summary>
internal static class PlanningWords
{
    public static readonly Name Title = new("规划", "Planning");
    public static readonly Name Hint = new(
        "每个实验在同一座城上比较几个方案，重复多次，给出带置信区间的结论。运行时实时世界不受影响。",
        "Each experiment compares variants of one town over many replications and answers with confidence intervals. The live world goes on undisturbed.");
    public static readonly Name Empty = new("尚无实验文件。", "There are no experiment files.");
    public static readonly Name Variants = new("方案", "Variants");
    public static readonly Name Baseline = new("基准", "baseline");
    public static readonly Name Run = new("运行", "Run");
    public static readonly Name RunAgain = new("重新运行", "Run again");
    public static readonly Name GoOn = new("继续运行", "Go on");
    public static readonly Name Stop = new("停止", "Stop");
    public static readonly Name Open = new("查看", "Open");
    public static readonly Name NoExperiment = new("没有这个实验", "There is no such experiment");
    public static readonly Name NoExperimentHint = new("文件可能已被移走。", "Its file may have been moved.");
    public static readonly Name Wrong = new("文件有误", "The file is wrong");
    public static readonly Name Expected = new("应为", "expected");
    public static readonly Name Found = new("实为", "found");
    public static readonly Name Progress = new("进度", "Progress");
    public static readonly Name Preparing = new("正在生成各方案…", "Building the variants…");
    public static readonly Name Observations = new("独立观测", "Observations");
    public static readonly Name Replications = new("已完成重复", "Replications done");
    public static readonly Name FoundBefore = new("其中以前算过", "of them known before");
    public static readonly Name Elapsed = new("已用", "Elapsed");
    public static readonly Name Left = new("约剩", "About left");
    public static readonly Name HalfWidth = new("区间半宽", "Half-width");
    public static readonly Name Aim = new("目标", "aim");
    public static readonly Name Stopped = new("已停止，没有结论；已完成的重复都已保存，可继续运行。", "Stopped, so there is no answer. What was done is kept: run it again and it goes on.");
    public static readonly Name Answer = new("结论", "Answer");
    public static readonly Name Report = new("报告", "Report");
    public static readonly Name NewWindow = new("在新窗口打开", "Open in a new window");
    public static readonly Name Download = new("下载", "Download");
    public static readonly Name Rows = new("单次重复", "Replications");
    public static readonly Name RowsHint = new(
        "任选一次重复，作为独立的世界在三维孪生中打开。若无人干预，它结束时的哈希与实验中的相同。",
        "Open any one as a world of its own in the 3D twin. If nobody interferes, it ends with the hash it had in the experiment.");
    public static readonly Name Seed = new("种子", "Seed");
    public static readonly Name Mirrored = new("镜像", "mirrored");
    public static readonly Name Hash = new("哈希", "Hash");
    public static readonly Name Proofs = new("自证", "Proofs");
    public static readonly Name ProofsHint = new(
        "用同一程序运行有精确解的世界，与公式和公布的数据逐项对照，并检验置信区间是否名副其实。运行一次约需几分钟；已算过的不再重算。",
        "Worlds whose answers are known exactly are run by this very program and held against formulas and published figures; its intervals are tested too. "
        + "A run takes some minutes; nothing is computed twice.");
    public static readonly Name ProofsLink = new("这些结论可信吗？看程序的自证", "Can these answers be trusted? See what the program proves of itself");
    public static readonly Name ProofsStopped = new("已停止；已完成的部分都已保存，可继续运行。", "Stopped. What was done is kept: run it again and it goes on.");
    public static readonly Name Reading = new("正在读取文件…", "Reading the files…");
    public static readonly Name Open3D = new("三维打开", "Open in 3D");
    public static readonly Name Opening = new("正在打开…", "Opening…");
    public static readonly Name StartAt = new("打开后", "Once open");
    public static readonly Name StartPaused = new("暂停", "paused");
    public static readonly Name ShowAll = new("显示全部", "Show all");
    public static readonly Name Opened = new("已打开的世界", "Open worlds");
    public static readonly Name SameHash = new("已结束，哈希一致", "ended, same hash");
    public static readonly Name OtherHash = new("已结束，哈希不同：有过干预", "ended, another hash: somebody interfered");

    public static Name StateOf(string state) => state switch
    {
        "running" => new("运行中", "running"),
        "done" => new("已完成", "done"),
        "stopped" => new("已停止", "stopped"),
        "failed" => new("失败", "failed"),
        "invalid" => new("文件有误", "invalid"),
        _ => new("未运行", "not run yet"),
    };

    public static Name Ran(ExperimentAnswer answer) => new(
        $"{Moment(answer.At)} UTC 由{answer.Actor}运行 · 独立观测 {answer.Observations} · 用时 {Time(answer.WallS, english: false)}",
        $"run by {answer.Actor}, {Moment(answer.At)} UTC · {answer.Observations} observations · took {Time(answer.WallS, english: true)}");

    public static Name Ran(ProofAnswer answer) => new(
        $"{Moment(answer.At)} UTC 由{answer.Actor}运行 · 用时 {Time(answer.WallS, english: false)}",
        $"run by {answer.Actor}, {Moment(answer.At)} UTC · took {Time(answer.WallS, english: true)}");

    /// <summary>What a report's address ends with so that it looks as the pages around it do.</summary>
    public static string Looks(Viewer viewer) => $"#lang={viewer.Lang}&theme={viewer.Theme}";

    /// <summary>A length of wall time in its two largest units.</summary>
    public static string Time(double seconds, bool english)
    {
        var time = TimeSpan.FromSeconds(Math.Max(0, Math.Round(seconds)));
        var (h, m, s) = english ? (" h ", " min ", " s") : ("小时", "分", "秒");
        return time.TotalHours >= 1 ? $"{(int)time.TotalHours}{h}{time.Minutes}{m.TrimEnd()}"
            : time.TotalMinutes >= 1 ? $"{time.Minutes}{m}{time.Seconds}{s}" : $"{time.Seconds}{s}";
    }

    /// <summary>A measure's value or half-width with its unit; the half-width of a share is in percentage points.</summary>
    public static Name Value(string unit, double? value, bool isHalfWidth = false)
    {
        var number = value is not { } known ? "–"
            : unit == "share" ? (known * 100).ToString("0.00", CultureInfo.InvariantCulture)
            : known.ToString(unit == "count" && known >= 100 ? "#,0" : unit is "count" or "kilometres" ? "0.0" : "#,0.00", CultureInfo.InvariantCulture);
        var sign = unit == "share" && isHalfWidth ? new Name(" 个百分点", " pp") : Figure.Unit(unit);
        return value is null ? new(number, number) : new($"{number} {sign.Zh.Trim()}".TrimEnd(), $"{number} {sign.En.Trim()}".TrimEnd());
    }

    private static string Moment(string at) => at.Replace('T', ' ').TrimEnd('Z')[..16];
}
