using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GridGov.Twin.Engine.Snapshots;

/// <summary>Reads back, in the same order, what a <see cref="SnapshotWriter"/> wrote.</summary>
public sealed class SnapshotReader(ReadOnlyMemory<byte> bytes)
{
    private int _position;

    /// <summary>Whether everything has been read.</summary>
    public bool AtEnd => _position == bytes.Length;

    /// <summary>Reads one value.</summary>
    /// <exception cref="FormatException">The snapshot ends too early.</exception>
    public T Value<T>()
        where T : unmanaged => Unsafe.ReadUnaligned<T>(ref MemoryMarshal.GetReference(Take(Unsafe.SizeOf<T>())));

    /// <summary>Reads a row of values into a new array.</summary>
    /// <exception cref="FormatException">The snapshot ends too early or the length is impossible.</exception>
    public T[] Row<T>()
        where T : unmanaged
    {
        var length = Value<int>();
        if (length < 0)
        {
            throw new FormatException($"snapshot byte {_position}: a row cannot have {length} items");
        }

        // Taken before anything is allocated, so that a wrong length costs nothing.
        var bytes = Take((long)length * Unsafe.SizeOf<T>());
        var items = new T[length];
        bytes.CopyTo(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }

    private ReadOnlySpan<byte> Take(long count)
    {
        if (_position + count > bytes.Length)
        {
            throw new FormatException($"snapshot byte {_position}: expected {count} more bytes, {bytes.Length - _position} are left");
        }

        var span = bytes.Span.Slice(_position, (int)count);
        _position += (int)count;
        return span;
    }
}
