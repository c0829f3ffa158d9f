namespace GridGov.Twin.Scenarios.Findings.Chinese;

/// <summary>What is said of values with units and of distributions.</summary>
internal static class ValueWords
{
    public static readonly (string En, string Zh)[] Rows =
    [
        ("a length of time with its unit: ms, s, min, h or d, such as 15 min", "带单位的时长：ms、s、min、h 或 d，例如 15 min"),
        ("a rate such as 12 per hour (per second, minute, hour or day), not negative", "频率，例如 12 per hour（per second、minute、hour 或 day），不得为负"),
        ("a speed with its unit: km/h or m/s, above 0 and at most 200 km/h", "带单位的速度：km/h 或 m/s，大于 0，最多 200 km/h"),
        ("a distance with its unit: m or km, not negative", "带单位的距离：m 或 km，不得为负"),
        ("a time of day from \"00:00\" to \"24:00\"", "一天中的时刻，从 \"00:00\" 到 \"24:00\""),
        ("a part of the day such as \"08:00-20:00\", or \"20:00-08:00\" for a night", "一天中的时段，例如 \"08:00-20:00\"，跨夜写 \"20:00-08:00\""),
        ("a date such as 2025-06-09", "日期，例如 2025-06-09"),
        ("a date such as 2025-06-09, or the first and last such as 2025-10-01..2025-10-08", "日期，例如 2025-06-09；或起止日期，例如 2025-10-01..2025-10-08"),
        ("a count and a unit ({units}), such as 4wh for four working hours", "数量加单位（{units}），例如 4wh 表示四个工作时"),
        ("{fastest}, or a number from 0.001 to 1000000", "{fastest}，或 0.001 到 1000000 的数"),
        ("two digits in quotes, such as \"01\"", "带引号的两位数字，例如 \"01\""),

        ("no distribution", "没有给出分布"),
        ("more than one distribution", "给出了多个分布"),
        ("exactly one of {kinds}", "只能是以下之一：{kinds}"),
        ("a distribution, or {word}", "一个分布，或 {word}"),
        ("at least one length", "至少一个时长"),
        ("the maximum is below the minimum", "最大值小于最小值"),
        ("at least the minimum", "不小于最小值"),
        ("the likeliest length is below the minimum", "最可能值小于最小值"),
        ("the maximum is below the likeliest length", "最大值小于最可能值"),
        ("at least the likeliest length", "不小于最可能值"),
        ("the mean is zero", "均值为零"),
        ("a length above zero", "大于零的时长"),
    ];
}
