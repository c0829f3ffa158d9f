using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Exercises;

namespace GridGov.Twin.Silo.Drills;

/// <summary>The words of drills in both languages.</summary>
internal static class DrillWords
{
    public static Name Of(OrderRefusal why) => why switch
    {
        OrderRefusal.NotBegun => new("演练尚未开始", "the drill has not begun"),
        OrderRefusal.Over => new("演练已结束", "the drill is over"),
        OrderRefusal.NoSuch => new("演练中没有此项", "the drill has no such thing"),
        OrderRefusal.Delivered => new("该情况已注入", "the inject was delivered before"),
        OrderRefusal.Skipped => new("该情况已跳过", "the inject was skipped before"),
        OrderRefusal.NoJudgement => new("不能如此评定", "what became of it cannot be that"),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "no such refusal"),
    };

    public static Name Of(Standing standing) => standing switch
    {
        Standing.Met => new("按时完成", "met"),
        Standing.Late => new("逾时完成", "late"),
        Standing.Missed => new("未完成", "missed"),
        Standing.Awaited => new("待完成", "awaited"),
        _ => new("未到", "not yet"),
    };

    public static Name Of(Rating rating) => rating switch
    {
        Rating.Performed => new("P 完成良好", "P performed without challenges"),
        Rating.SomeChallenges => new("S 基本完成", "S performed with some challenges"),
        Rating.MajorChallenges => new("M 困难较大", "M performed with major challenges"),
        Rating.Unable => new("U 未能完成", "U unable to be performed"),
        _ => new("未评", "not rated"),
    };
}
