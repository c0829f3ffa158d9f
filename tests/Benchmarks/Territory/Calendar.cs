using System.Numerics;
using System.Runtime.CompilerServices;

namespace GridGov.Twin.Benchmarks.Territory;

/// <summary>
/// What comes next among a fixed number of things that each have at most one appointment: a ring of buckets of about four seconds,
/// in which the numbers of the things hang together. Several laps of the ring may hang in one bucket. Equal times keep the order
/// in which they were put in.
/// </summary>
internal sealed class Calendar
{
    private const int BucketBits = 12;
    private const int RingBits = 15;
    private const int Mask = (1 << RingBits) - 1;
    private const int WordMask = (1 << (RingBits - 6)) - 1;
    private const int Nothing = -1;

    private readonly int[] _heads = new int[1 << RingBits];
    private readonly ulong[] _occupied = new ulong[1 << (RingBits - 6)];
    private readonly Appointment[] _things;
    private long _bucket;
    private uint _sequence;

    public Calendar(int things)
    {
        _heads.AsSpan().Fill(Nothing);
        _things = new Appointment[things];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int thing, long atMs)
    {
        var place = (int)(atMs >> BucketBits) & Mask;
        ref var head = ref _heads[place];
        _things[thing] = new Appointment { AtMs = atMs, Next = head, Sequence = _sequence++ };
        head = thing;
        _occupied[place >> 6] |= 1UL << (place & 63);
    }

    /// <summary>Takes the earliest; there must be one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take(out long atMs)
    {
        while (true)
        {
            var place = (int)_bucket & Mask;
            if (Earliest(place, out var before) is var thing and not Nothing)
            {
                ref var taken = ref _things[thing];
                atMs = taken.AtMs;
                Unhang(place, before, taken.Next);
                return thing;
            }

            _bucket += DistanceToNext(place);
        }
    }

    private int Earliest(int place, out int beforeBest)
    {
        var (best, before) = (Nothing, Nothing);
        var (bestMs, bestSequence) = ((_bucket + 1) << BucketBits, 0u);
        beforeBest = Nothing;
        for (var at = _heads[place]; at != Nothing; at = _things[at].Next)
        {
            ref var one = ref _things[at];
            if (one.AtMs < bestMs || (one.AtMs == bestMs && best != Nothing && one.Sequence < bestSequence))
            {
                (best, bestMs, bestSequence, beforeBest) = (at, one.AtMs, one.Sequence, before);
            }

            before = at;
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Unhang(int place, int before, int next)
    {
        if (before != Nothing)
        {
            _things[before].Next = next;
            return;
        }

        _heads[place] = next;
        if (next == Nothing)
        {
            _occupied[place >> 6] &= ~(1UL << (place & 63));
        }
    }

    // From 1 to a whole lap.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int DistanceToNext(int place)
    {
        var from = place + 1;
        var word = from >> 6;
        var bits = _occupied[word & WordMask] >> (from & 63) << (from & 63);
        while (bits == 0)
        {
            bits = _occupied[++word & WordMask];
        }

        return (word << 6) + BitOperations.TrailingZeroCount(bits) - place;
    }

    private struct Appointment
    {
        public long AtMs;
        public int Next;
        public uint Sequence;
    }
}
