using System.Globalization;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Language;

/// <summary>World times and lengths of time in words.</summary>
public static class WorldTime
{
    private const long Minute = 60_000;
    private const long Day = 1440 * Minute;
    private static readonly string[] ZhDays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>The civil time of a world at <paramref name="ms"/>.</summary>
    public static DateTime Of(ClockView clock, long ms) => FirstDay(clock).AddMilliseconds(ms);

    /// <summary>The world time of a civil time.</summary>
    public static long Ms(ClockView clock, DateTime civil) => (long)(civil - FirstDay(clock)).TotalMilliseconds;

    /// <summary>Date and clock for a title: 2025年6月9日 周一, 9 Jun 2025, Mon.</summary>
    public static string Date(ClockView clock, long ms, bool english)
    {
        var day = Of(clock, ms);
        return english
            ? day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)
            : $"{day.Year}年{day.Month}月{day.Day}日 {ZhDays[(int)day.DayOfWeek]}";
    }

    /// <summary>The clock alone, with the day before it when it is not the present day.</summary>
    public static string Clock(ClockView clock, long ms, bool english)
    {
        var time = Of(clock, ms);
        var clockText = time.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (ms / Day == clock.NowMs / Day)
            return clockText;
        return (english ? time.ToString("d MMM ", CultureInfo.InvariantCulture) : $"{time.Month}月{time.Day}日 ") + clockText;
    }

    /// <summary>A length of time in its two largest units; working time is not folded into days, which are shorter in it.</summary>
    public static string Length(long ms, bool english, bool isWorkingTime = false)
    {
        var minutes = Math.Abs(ms) / Minute;
        var days = isWorkingTime ? 0 : minutes / 1440;
        var (hours, rest) = (minutes / 60 - days * 24, minutes % 60);
        var (d, h, m) = english ? (" d ", " h ", " min") : ("天", "小时", "分");
        if (days > 0)
            return $"{days}{d}{(hours > 0 ? hours + h : "")}".Trim();
        return hours > 0 ? $"{hours}{h}{(rest > 0 ? rest + m : "")}".Trim() : $"{rest}{(english ? m : "分钟")}";
    }

    private static DateTime FirstDay(ClockView clock) => DateTime.ParseExact(clock.FirstDay, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
