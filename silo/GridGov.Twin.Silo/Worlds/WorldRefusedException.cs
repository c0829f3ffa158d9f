using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>The host does not do what it was asked; carries what the answer says: HTTP status, a stable word, and why in both languages.</summary>
public sealed class WorldRefusedException(int status, string code, Name why, Exception? cause = null) : Exception(why.En, cause)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The machine word.</summary>
    public string Code { get; } = code;

    /// <summary>Why.</summary>
    public Name Why { get; } = why;

    /// <summary>After how many seconds trying again makes sense; null: it does not.</summary>
    public int? RetryAfterS { get; init; }

    /// <summary>The present version of the case, where that is why.</summary>
    public int? Version { get; init; }

    internal static WorldRefusedException Full() =>
        new(429, "too-many-commands", new Name("等待处理的命令过多，请稍后再试", "too many commands wait to be carried out; try again shortly")) { RetryAfterS = 1 };

    internal static WorldRefusedException InThePast() => new(422, "in-the-past", new Name("指定时刻已过", "the moment it is to be carried out at is past"));

    internal static WorldRefusedException Replayed() => new(409, "replay", new Name(
        "这是演练回放：可以看，不能改", "this is a replay of a drill: it can be looked at, and nothing can be done in it"));

    internal static WorldRefusedException Closed(WorldStatus status) => status.State switch
    {
        WorldState.Starting => new(503, "starting", new Name("世界正在启动", "the world is starting")) { RetryAfterS = 2 },
        WorldState.Stopped => new(503, "stopped", new Name("世界已停止", "the world has stopped")),
        WorldState.Failed => new(503, "failed", new Name($"世界因故障停止：{status.Problem}", $"the world stopped because something failed: {status.Problem}")),
        _ => NoJournal(status.Problem),
    };

    internal static WorldRefusedException NoJournal(string? problem, Exception? cause = null) => new(503, "journal-unavailable", new Name(
        $"日志暂时无法写入，未受理：{problem}", $"the journal cannot be written just now, nothing was done: {problem}"), cause)
    {
        RetryAfterS = 5,
    };

    internal static WorldRefusedException Late() => new(503, "not-yet-durable", new Name(
        "命令尚未写入日志，可能稍后执行；请用同一幂等键重试",
        "the command is not durable yet and may still be carried out; send it again with the same idempotency key"))
    {
        RetryAfterS = 5,
    };
}
