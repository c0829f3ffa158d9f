using System.Globalization;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.World;

/// <summary>A grain's handler threw. The world is stopped: its state may be half changed, and only a snapshot brings it back.</summary>
public sealed class HandlerFailedException : Exception
{
    internal HandlerFailedException(string name, GrainId grain, ulong kind, Instant at, Exception cause)
        : base(Describe(name, grain, kind, at, cause), cause) => (Grain, MessageKind, At) = (grain, (ushort)kind, at);

    /// <summary>The grain whose handler threw.</summary>
    public GrainId Grain { get; }

    /// <summary>The kind of message it was handling.</summary>
    public ushort MessageKind { get; }

    /// <summary>The world time.</summary>
    public Instant At { get; }

    private static string Describe(string name, GrainId grain, ulong kind, Instant at, Exception cause) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{name} ({grain}) failed at {new Duration(at.Milliseconds)} on a message of kind {kind}: {cause.Message}");
}
