using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GridGov.Twin.Engine.Snapshots;

/// <summary>Collects a world's state as bytes, in one fixed order; the bytes are the snapshot, the fork and the input of the state hash.</summary>
public sealed class SnapshotWriter
{
    private byte[] _bytes = new byte[64 * 1024];
    private int _length;

    /// <summary>What was written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Writes one value without padding.</summary>
    public void Value<T>(in T value)
        where T : unmanaged
    {
        Unsafe.WriteUnaligned(ref MemoryMarshal.GetReference(Reserve(Unsafe.SizeOf<T>())), value);
    }

    /// <summary>Writes the length and then the items of a row of values.</summary>
    public void Row<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Value(items.Length);
        var bytes = MemoryMarshal.AsBytes(items);
        bytes.CopyTo(Reserve(bytes.Length));
    }

    private Span<byte> Reserve(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        var span = _bytes.AsSpan(_length, count);
        _length += count;
        return span;
    }
}
