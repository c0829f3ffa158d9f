using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Devices;

/// <summary>A device's alarm went on (1) or off (0).</summary>
public readonly record struct DeviceAlarmChanged(long On) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 4001;

    static ushort IBody.Kind => Kind;
}

/// <summary>A device broke down (0) or works again (1).</summary>
public readonly record struct DeviceHealthChanged(long Working) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 4002;

    static ushort IBody.Kind => Kind;
}

/// <summary>A person at the controls had the device ignored until then; the present moment: no longer.</summary>
public readonly record struct DeviceSilenced(long Reference, Instant Until) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 4003;

    static ushort IBody.Kind => Kind;
}

/// <summary>A person at the controls wanted the device ignored for a time that is neither 0 nor a minute to 30 days.</summary>
public readonly record struct SilenceRefused(long Reference, long ForMs) : IEvent
{
    /// <summary>The storage number.</summary>
    public const ushort Kind = 4004;

    static ushort IBody.Kind => Kind;
}
