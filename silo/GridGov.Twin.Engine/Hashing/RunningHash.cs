using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Engine.Hashing;

/// <summary>
/// A 64-bit hash that grows with a history. What is added is summed up as each of its words times an odd number of its own
/// (multilinear hashing), and then stirred into the state by a rotation and a multiplication. Every stage is one-to-one in each
/// word, so a history that differs in a single word never has the same hash. It proves that two histories are the same; it is no
/// defence against somebody who wants them to collide (the journal's chain is).
/// </summary>
public struct RunningHash
{
    // The fractional parts of the square roots of the first eight primes, made odd.
    private const ulong K0 = 0x6A09_E667_F3BC_C909;
    private const ulong K1 = 0xBB67_AE85_84CA_A73B;
    private const ulong K2 = 0x3C6E_F372_FE94_F82B;
    private const ulong K3 = 0xA54F_F53A_5F1D_36F1;
    private const ulong K4 = 0x510E_527F_ADE6_82D1;
    private const ulong K5 = 0x9B05_688C_2B3E_6C1F;
    private const ulong K6 = 0x1F83_D9AB_FB41_BD6B;
    private const ulong K7 = 0x5BE0_CD19_137E_2179;

    private ulong _state;

    /// <summary>A history whose <see cref="State"/> is this so far.</summary>
    public RunningHash(ulong state) => _state = state;

    /// <summary>What a history is continued from.</summary>
    public readonly ulong State => _state;

    /// <summary>The hash of everything folded in so far; each bit of the history counts in each of its bits.</summary>
    public readonly ulong Value
    {
        get
        {
            // Multiply and shift, twice: the last word's highest bits have not been spread by a later one.
            var z = (_state ^ (_state >> 32)) * K5;
            z = (z ^ (z >> 29)) * K6;
            return z ^ (z >> 32);
        }
    }

    /// <summary>The hash of a run of bytes, its length included.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = new RunningHash((ulong)bytes.Length);
        while (bytes.Length >= 16)
        {
            hash.Fold(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
            bytes = bytes[16..];
        }

        Span<byte> rest = stackalloc byte[16];
        rest.Clear();
        bytes.CopyTo(rest);
        hash.Fold(BinaryPrimitives.ReadUInt64LittleEndian(rest), BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]));
        return hash.Value;
    }

    /// <summary>Adds two words to the history.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fold(ulong first, ulong second) => Stir((first * K0) + (second * K1));

    /// <summary>Adds when, by or for whom, and what to the history.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fold(long atMs, GrainId grain, in Body body) =>
        Stir(((ulong)atMs * K0) + (grain.Packed * K1) + (body.Kind * K2)
            + (body.W0 * K3) + (body.W1 * K4) + (body.W2 * K5) + (body.W3 * K6));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Stir(ulong sum) => _state = (ulong.RotateLeft(_state, 23) ^ sum) * K7;
}
