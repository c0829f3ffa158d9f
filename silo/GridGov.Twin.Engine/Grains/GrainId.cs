using System.Globalization;

namespace GridGov.Twin.Engine.Grains;

/// <summary>
/// The name of one grain: its kind (0–255, given meaning by the model) and its number within the kind (0 to 2^56 − 1).
/// Eight bytes, so that messages can carry it.
/// </summary>
public readonly record struct GrainId(ulong Packed)
{
    /// <summary>Names grain <paramref name="number"/> of <paramref name="kind"/>.</summary>
    public GrainId(byte kind, long number)
        : this(((ulong)kind << 56) | (ulong)number) { }

    /// <summary>No grain: kind 0, number 0. Models number their kinds from 1.</summary>
    public static GrainId None => default;

    /// <summary>The kind of grain, as the model numbers its kinds.</summary>
    public byte Kind => (byte)(Packed >> 56);

    /// <summary>Which one of its kind.</summary>
    public long Number => (long)(Packed & 0x00FF_FFFF_FFFF_FFFF);

    /// <summary>Whether this names no grain.</summary>
    public bool IsNone => Packed == 0;

    /// <summary>Kind and number, for messages: <c>3/1024</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}/{Number}");
}
