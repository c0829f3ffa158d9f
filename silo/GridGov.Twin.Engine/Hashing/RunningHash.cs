using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Engine.Hashing;

/// <summary>
/// A 64-bit hash that grows with a history. Words are taken in pairs: each pair is multiplied to 128 bits and folded,
/// then multiplied into the state, so one changed bit changes about half of all later bits. It proves that two histories
/// are the same; it is no defence against somebody who wants them to collide (the journal's chain is).
/// </summary>
public struct RunningHash : IEquatable<RunningHash>
{
    // Odd constants with about half their bits set: the fractional parts of √2, √3, √5 and √7.
    private const ulong K0 = 0x6A09_E667_F3BC_C909;
    private const ulong K1 = 0xBB67_AE85_84CA_A73B;
    private const ulong K2 = 0x3C6E_F372_FE94_F82B;
    private const ulong K3 = 0xA54F_F53A_5F1D_36F1;

    private ulong _state;

    /// <summary>A history that has come to <paramref name="value"/> so far.</summary>
    public RunningHash(ulong value) => _state = value;

    /// <summary>The hash of everything folded in so far.</summary>
    public readonly ulong Value => _state;

    /// <summary>The hash of a run of bytes, its length included.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = new RunningHash(K0 ^ (ulong)bytes.Length);
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
    public void Fold(ulong first, ulong second) => _state = Product(_state ^ K0, Product(first ^ K1, second ^ K2) ^ K3);

    /// <summary>Adds when, by or for whom, and what to the history.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fold(long atMs, GrainId grain, in Body body)
    {
        // The three pairs do not wait for one another; only the last multiplication depends on the history so far.
        var pairs = Product((ulong)atMs ^ K1, grain.Packed ^ (body.Kind << 40) ^ K2);
        pairs += Product(body.W0 ^ K2, body.W1 ^ K3);
        pairs ^= Product(body.W2 ^ K3, body.W3 ^ K1);
        _state = Product(_state ^ K0, pairs ^ K3);
    }

    /// <inheritdoc/>
    public readonly bool Equals(RunningHash other) => _state == other._state;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is RunningHash other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => (int)_state;

    // The factors are folded back in, so that a factor of zero does not swallow the other one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Product(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low ^ a ^ ulong.RotateLeft(b, 32);
    }
}
