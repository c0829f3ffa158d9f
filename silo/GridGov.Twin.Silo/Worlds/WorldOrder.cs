using System.Diagnostics;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>Who gave a command, what it is in words, and the key that makes a second sending harmless (null: none) with the hash of the request.</summary>
public sealed record CommandSlip(string Actor, string Action, string Target, string? Key, ulong RequestHash);

/// <summary>One message an order brings; a command's message is told the number its input gets, so that the answer can name it.</summary>
public readonly record struct Draft(GrainId To, Body Message);

/// <summary>
/// What somebody outside wants to enter a world: a command with its slip, or readings without one. Completed when it is durable.
/// </summary>
public sealed class WorldOrder
{
    private readonly TaskCompletionSource<StoredAnswer> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    private WorldOrder(CommandSlip? slip, Func<long, Draft>? command, Draft[] readings, Instant? at) =>
        (Slip, Command, Readings, At) = (slip, command, readings, at);

    /// <summary>Who gave it; null for readings.</summary>
    public CommandSlip? Slip { get; }

    /// <summary>When it is to be carried out; null: now.</summary>
    public Instant? At { get; }

    /// <summary>How many inputs it becomes.</summary>
    public int Inputs => Command is null ? Readings.Length : 1;

    /// <summary>Done when it is durable, with what became of it.</summary>
    public Task<StoredAnswer> Done => _done.Task;

    internal Func<long, Draft>? Command { get; }

    internal Draft[] Readings { get; }

    internal ActivityContext Trace { get; init; }

    internal DateTimeOffset Entered { get; set; }

    internal DateTimeOffset TakenIn { get; set; }

    /// <summary>A command: <paramref name="message"/> makes its message when the number of its input is known.</summary>
    public static WorldOrder Of(CommandSlip slip, Instant? at, Func<long, Draft> message) => new(slip, message, [], at) { Trace = Activity.Current?.Context ?? default };

    /// <summary>Readings of devices, at least one.</summary>
    public static WorldOrder Of(Draft[] readings) => new(null, null, readings, null) { Trace = Activity.Current?.Context ?? default };

    internal bool TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    // Somebody who waited too long takes his order back, unless it has entered.
    internal bool TryAbandon() => Interlocked.CompareExchange(ref _taken, 2, 0) == 0;

    internal void Answer(StoredAnswer answer) => _done.TrySetResult(answer);

    internal void Refuse(Exception why) => _done.TrySetException(why);
}
