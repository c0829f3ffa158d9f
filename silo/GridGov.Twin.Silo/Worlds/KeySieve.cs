using System.Runtime.InteropServices;
using System.Text;
using GridGov.Twin.Engine.Hashing;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// Says of an idempotency key that it never came in, or that it may have: so the journal is asked only for those that may. A Bloom filter of 2 MB,
/// however many keys came: of a million, one new key in 230 is taken for one that may have come in; of ten million, every second one. Written on
/// the world's thread, read on any.
/// </summary>
internal sealed class KeySieve
{
    private const int Bits = 1 << 24;
    private const int Probes = 3;
    private const int WordBits = 64;
    private ulong[]? _words;

    /// <summary>A key came in. To be told before anybody can learn what it was answered.</summary>
    public void Add(string key)
    {
        // A world without keys needs no room for them.
        var words = _words ?? new ulong[Bits / WordBits];
        var hash = HashOf(key);
        for (var probe = 0; probe < Probes; probe++)
        {
            var bit = BitOf(hash, probe);
            Interlocked.Or(ref words[bit / WordBits], 1UL << (bit % WordBits));
        }

        Volatile.Write(ref _words, words);
    }

    /// <summary>False if the key certainly never came in.</summary>
    public bool MayHold(string key)
    {
        // A journal keeps other letters than these differently from how they came.
        if (!Ascii.IsValid(key) || key.Contains('\0', StringComparison.Ordinal))
        {
            return true;
        }

        var words = Volatile.Read(ref _words);
        var hash = HashOf(key);
        var isHeld = words is not null;
        for (var probe = 0; isHeld && probe < Probes; probe++)
        {
            var bit = BitOf(hash, probe);
            isHeld = (Volatile.Read(ref words![bit / WordBits]) & (1UL << (bit % WordBits))) != 0;
        }

        return isHeld;
    }

    private static ulong HashOf(string key) => RunningHash.Of(MemoryMarshal.AsBytes(key.AsSpan()));

    private static int BitOf(ulong hash, int probe) => (int)((uint)hash + ((uint)probe * ((uint)(hash >> 32) | 1))) & (Bits - 1);
}
