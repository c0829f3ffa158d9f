using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>A thing of the map with the number of its last change, which tells what is new to an area.</summary>
internal sealed class Versioned<T>(T value)
{
    public T Value { get; private set; } = value;

    public long Version { get; private set; }

    public void Set(T value, long version) => (Value, Version) = (value, version);
}

/// <summary>An officer with the rectangle his present leg lies in.</summary>
internal readonly record struct MovingOfficer(OfficerLeg Leg, PlaneRect Around);

/// <summary>A cell's counts as they are; the wire's stop at 255.</summary>
internal readonly record struct CellCounts(int Open, int Overdue, int Officers, int Alarms)
{
    public CellLoad Load(int cell) => new(cell, Byte(Open), Byte(Overdue), Byte(Officers), Byte(Alarms));

    private static byte Byte(int count) => (byte)Math.Clamp(count, 0, byte.MaxValue);
}
