using System.Runtime.CompilerServices;

namespace GridGov.Twin.Engine.Queue;

/// <summary>
/// A message's place in the total order of its world: due time in milliseconds, then priority (lower first), then the
/// sequence it was sent in. Priority and sequence share one word, so two comparisons decide.
/// </summary>
internal readonly record struct Key(long DueMs, ulong Rank)
{
    /// <summary>The number of sequence numbers a world has: 2^56.</summary>
    public const int SequenceBits = 56;

    public Key(long dueMs, byte priority, ulong sequence)
        : this(dueMs, ((ulong)priority << SequenceBits) | sequence) { }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBefore(Key other) => DueMs < other.DueMs || (DueMs == other.DueMs && Rank < other.Rank);
}
