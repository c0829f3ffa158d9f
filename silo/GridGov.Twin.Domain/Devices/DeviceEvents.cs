using GridGov.Twin.Engine.Grains;

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
