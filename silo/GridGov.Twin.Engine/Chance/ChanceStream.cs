using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Engine.Chance;

/// <summary>
/// A stream of chance keyed by (world seed, grain, purpose): the n-th draw depends on nothing else, so adding an officer
/// or changing a policy leaves every other stream as it was (common random numbers). Sixteen bytes of state.
/// </summary>
public struct ChanceStream
{
    private ulong _key;
    private ulong _drawn;

    /// <summary>The stream of <paramref name="grain"/> for <paramref name="purpose"/> in a world with <paramref name="seed"/>.</summary>
    public static ChanceStream For(ulong seed, GrainId grain, uint purpose) => For(seed, grain.Packed, purpose);

    /// <summary>The stream of anything that has a 64-bit key of its own.</summary>
    public static ChanceStream For(ulong seed, ulong key, uint purpose) =>
        new() { _key = Mix(Mix(seed ^ 0x9E37_79B9_7F4A_7C15) ^ Mix(key + 0xD1B5_4A32_D192_ED03) ^ ((ulong)purpose * 0xA24B_AED4_963E_E407)) };

    /// <summary>How many numbers were drawn so far.</summary>
    public readonly ulong Drawn => _drawn;

    /// <summary>The next 64 random bits.</summary>
    public ulong Bits() => Mix(_key + (++_drawn * 0x9E37_79B9_7F4A_7C15));

    /// <summary>The next number in [0, 1), a multiple of 2^−53.</summary>
    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next number in (0, 1]: safe to take the logarithm of.</summary>
    public double UnitAboveZero() => ((Bits() >> 11) + 1) * (1.0 / (1UL << 53));

    /// <summary>The next whole number in [0, <paramref name="count"/>), <paramref name="count"/> at least 1.</summary>
    public int Below(int count) => (int)(((Bits() >> 32) * (ulong)count) >> 32);

    /// <summary>True with probability <paramref name="probability"/>.</summary>
    public bool Happens(double probability) => Unit() < probability;

    // The finaliser of splitmix64 (Steele, Lea and Flood 2014): every input bit reaches every output bit.
    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
