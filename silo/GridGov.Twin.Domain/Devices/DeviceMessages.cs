using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Devices;

/// <summary>To a device, from an incident it can sense: here I am.</summary>
public readonly record struct Disturbs(GrainId Incident) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 401;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a device: a reading of telemetry, from 0 (quiet) to 1 (full scale). Any other is ignored.</summary>
public readonly record struct ReadingArrives(double Level) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 402;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a device, from itself: it cries wolf.</summary>
public readonly record struct AlarmsFalsely : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 403;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a device, from itself: it breaks down.</summary>
public readonly record struct Fails : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 404;

    static ushort IBody.Kind => Kind;
}

/// <summary>To a device: it works again.</summary>
public readonly record struct IsRepaired : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 405;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// To a device, from a person at the controls: ignore it for that many milliseconds, a minute to 30 days, or 0: no longer. Answered at the same
/// instant by one <see cref="DeviceSilenced"/> or <see cref="SilenceRefused"/> with the same <paramref name="Reference"/>.
/// </summary>
public readonly record struct Silence(long Reference, long ForMs) : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 406;

    static ushort IBody.Kind => Kind;
}
