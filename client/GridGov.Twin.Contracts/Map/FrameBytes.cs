using System.Buffers.Binary;

namespace GridGov.Twin.Contracts.Map;

/// <summary>Bytes of a frame as they are put down: little endian, numbers as unsigned LEB128, signed ones in zigzag.</summary>
internal sealed class FrameBytes(int least = 256)
{
    private byte[] _bytes = new byte[least];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Byte(byte value) => Reserve(1)[0] = value;

    public void Real(float value) => BinaryPrimitives.WriteSingleLittleEndian(Reserve(4), value);

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    public void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        Byte((byte)value);
    }

    public void Zigzag(long value) => Varint(Zigzagged(value));

    /// <summary>Small numbers below 0 as small ones above it: 0, −1, 1, −2 become 0, 1, 2, 3.</summary>
    public static ulong Zigzagged(long value) => ((ulong)value << 1) ^ (ulong)(value >> 63);

    private Span<byte> Reserve(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        var span = _bytes.AsSpan(Length, count);
        Length += count;
        return span;
    }
}
