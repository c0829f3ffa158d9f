using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>The words of the world's clock.</summary>
internal static class ClockWords
{
    public static readonly Name Simulated = new("模拟时间", "Simulated time");
    public static readonly Name Factor = new("实际倍速", "Real factor");
    public static readonly Name FactorHint = new("最近几秒内世界时间与真实时间之比", "World time per wall time over the last seconds");
    public static readonly Name Age = new("数据时延", "Data age");
    public static readonly Name AgeHint = new("距最近一次提交的时间", "Time since the last commit");
    public static readonly Name Paused = new("已暂停", "paused");
    public static readonly Name Pace = new("推进速度", "Pace");
    public static readonly Name Pause = new("暂停", "Pause");
    public static readonly Name Resume = new("继续", "Go on");
    public static readonly Name Max = new("最快", "max");
    public static readonly Name Step = new("前进一分钟", "Step one minute");
    public static readonly Name Jump = new("跳转到时间", "Jump to a time");
    public static readonly Name JumpTo = new("世界时间", "World time");
    public static readonly Name JumpNow = new("跳转", "Jump");
    public static readonly Name JumpHint = new("世界将以最快速度推进到该时刻，过程中的一切照常发生。", "The world runs there as fast as it can; everything on the way happens as usual.");
    public static readonly Name JumpingTo = new("正在跳转至", "Jumping to");
    public static readonly Name NotBack = new("只能跳转到未来的时间。", "Only a time ahead can be jumped to.");

    public static Name At(string pace) => pace == "max"
        ? new("以最快速度推进", "As fast as possible")
        : new($"以 {pace} 倍速推进", $"{pace} times the wall clock");
}
