using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Journal.Bytes;

/// <summary>Writes values so that each has one spelling only: equal values give equal bytes, on every machine.</summary>
internal sealed class ByteWriter(int capacity = 256)
{
    private const int LongestVarint = 10;

    private readonly ArrayBufferWriter<byte> _bytes = new(capacity);

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Raw(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void Byte(byte value) => _bytes.Write([value]);

    /// <summary>Eight bytes, little end first.</summary>
    public void Word(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.GetSpan(sizeof(ulong)), value);
        _bytes.Advance(sizeof(ulong));
    }

    /// <summary>Seven bits a byte, the lowest first, the high bit set on all but the last.</summary>
    public void Varint(ulong value)
    {
        var span = _bytes.GetSpan(LongestVarint);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            span[length++] = (byte)(value | 0x80);
        }

        span[length++] = (byte)value;
        _bytes.Advance(length);
    }

    /// <summary>A number of either sign that is small as a rule.</summary>
    public void Signed(long value) => Varint(((ulong)value << 1) ^ (ulong)(value >> 63));

    /// <summary>The length in bytes and the bytes of a text.</summary>
    public void Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Varint((ulong)bytes.Length);
        Raw(bytes);
    }

    public void Grain(GrainId grain)
    {
        Byte(grain.Kind);
        Varint((ulong)grain.Number);
    }

    /// <summary>A body: its kind, how many bytes each of its words needs (four bits each), and those bytes.</summary>
    public void Body(in Body body)
    {
        Varint(body.Kind);
        var lengths = Length(body.W0) | (Length(body.W1) << 4) | (Length(body.W2) << 8) | (Length(body.W3) << 12);
        Raw([(byte)lengths, (byte)(lengths >> 8)]);
        Trimmed(body.W0);
        Trimmed(body.W1);
        Trimmed(body.W2);
        Trimmed(body.W3);
    }

    private static int Length(ulong word) => (71 - System.Numerics.BitOperations.LeadingZeroCount(word)) / 8;

    private void Trimmed(ulong word)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.GetSpan(sizeof(ulong)), word);
        _bytes.Advance(Length(word));
    }
}
