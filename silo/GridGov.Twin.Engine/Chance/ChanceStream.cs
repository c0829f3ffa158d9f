using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Engine.Chance;

/// <summary>
/// A stream of chance keyed by (world seed, grain, purpose): the n-th draw depends on nothing else, so adding an officer
/// or changing a policy leaves every other stream as it was (common random numbers). Sixteen bytes of state.
/// Seeds come in pairs: <see cref="MirrorOf"/> a seed gives streams of the same numbers mirrored, u to 1 − u (antithetic streams).
/// </summary>
public struct ChanceStream
{
    private const ulong Mirrored = 1UL << 63;
    private ulong _key;

    // The highest bit says that the stream is mirrored; no stream draws 2^63 numbers.
    private ulong _drawn;

    /// <summary>The seed whose streams mirror those of <paramref name="seed"/>; of that one, <paramref name="seed"/> again.</summary>
    public static ulong MirrorOf(ulong seed) => seed ^ Mirrored;

    /// <summary>The stream of <paramref name="grain"/> for <paramref name="purpose"/> in a world with <paramref name="seed"/>.</summary>
    public static ChanceStream For(ulong seed, GrainId grain, uint purpose) => For(seed, grain.Packed, purpose);

    /// <summary>The stream of anything that has a 64-bit key of its own.</summary>
    public static ChanceStream For(ulong seed, ulong key, uint purpose)
    {
        var mirrored = seed & Mirrored;
        var mixed = Mix(Mix(seed ^ mirrored ^ 0x9E37_79B9_7F4A_7C15) ^ Mix(key + 0xD1B5_4A32_D192_ED03) ^ ((ulong)purpose * 0xA24B_AED4_963E_E407));

        // The step below is odd, so the mark adds its own bit to every product; taking it off here leaves the draws those of the twin.
        return new ChanceStream { _key = mixed ^ mirrored, _drawn = mirrored };
    }

    /// <summary>How many numbers were drawn so far.</summary>
    public readonly ulong Drawn => _drawn & ~Mirrored;

    /// <summary>The next 64 random bits.</summary>
    public ulong Bits() => Mix(_key + (++_drawn * 0x9E37_79B9_7F4A_7C15)) ^ (ulong)((long)_drawn >> 63);

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
