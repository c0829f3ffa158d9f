namespace GridGov.Twin.Domain.Exercises;

/// <summary>How an expected action stands. The numbers are a storage format.</summary>
public enum Standing
{
    /// <summary>未到: its inject has not been delivered.</summary>
    NotYet,

    /// <summary>待完成: its time is running.</summary>
    Awaited,

    /// <summary>按时完成: it was done in time.</summary>
    Met,

    /// <summary>逾时完成: it was done when its time was up.</summary>
    Late,

    /// <summary>未完成: its time was up, and it has not been done since.</summary>
    Missed,
}

/// <summary>How an inject stands. The numbers are a storage format.</summary>
public enum InjectStanding
{
    /// <summary>待注入: it may still come.</summary>
    Waiting,

    /// <summary>已注入: it was delivered.</summary>
    Delivered,

    /// <summary>已跳过: a controller left it out.</summary>
    Skipped,
}

/// <summary>How well an objective was reached, as evaluators say it (HSEEP). The numbers are a storage format.</summary>
public enum Rating
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>P 完成良好: performed without challenges.</summary>
    Performed,

    /// <summary>S 基本完成: performed with some challenges.</summary>
    SomeChallenges,

    /// <summary>M 困难较大: performed with major challenges.</summary>
    MajorChallenges,

    /// <summary>U 未能完成: unable to be performed.</summary>
    Unable,
}

/// <summary>Why an exercise does not do what it was told.</summary>
public enum OrderRefusal
{
    /// <summary>It has not begun.</summary>
    NotBegun,

    /// <summary>It is over.</summary>
    Over,

    /// <summary>It has no such inject, expected action or objective.</summary>
    NoSuch,

    /// <summary>The inject was delivered before.</summary>
    Delivered,

    /// <summary>The inject was skipped before.</summary>
    Skipped,

    /// <summary>What became of it cannot be that.</summary>
    NoJudgement,
}
