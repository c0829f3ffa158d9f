using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Journal.Bytes;

/// <summary>Reads what a <see cref="ByteWriter"/> wrote, and refuses everything it would not have written.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public readonly int Left => _bytes.Length - _position;

    public ReadOnlySpan<byte> Raw(int count)
    {
        if (count > Left)
        {
            throw Damaged($"{count} more bytes were expected, {Left} are left");
        }

        var span = _bytes.Slice(_position, count);
        _position += count;
        return span;
    }

    public byte Byte() => Raw(1)[0];

    public ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            if ((shift == 63 && next > 1) || (shift > 0 && next == 0))
            {
                throw Damaged("a number is spelt in a way nobody writes");
            }

            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    public long Signed()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>How many things follow, each of at least so many bytes; checked before anything is allocated for them.</summary>
    public int Count(int leastBytesEach)
    {
        var count = Varint();
        return count <= (ulong)(Left / leastBytesEach) ? (int)count : throw Damaged($"{count} things do not fit in {Left} bytes");
    }

    /// <summary>A whole number that is not negative.</summary>
    public long Number()
    {
        var value = Varint();
        return value <= long.MaxValue ? (long)value : throw Damaged($"{value} is out of range");
    }

    public GrainId Grain()
    {
        var kind = Byte();
        var number = Varint();
        return number >> 56 == 0 ? new GrainId(kind, (long)number) : throw Damaged($"{number} is no grain's number");
    }

    public Body Body()
    {
        var body = new Body { Kind = Varint() };
        var lengths = Raw(2);
        body.W0 = Trimmed(lengths[0] & 15);
        body.W1 = Trimmed(lengths[0] >> 4);
        body.W2 = Trimmed(lengths[1] & 15);
        body.W3 = Trimmed(lengths[1] >> 4);
        return body;
    }

    public readonly JournalException Damaged(string what) => new(JournalProblem.Damaged, $"byte {_position}: {what}");

    private ulong Trimmed(int length)
    {
        if (length > sizeof(ulong))
        {
            throw Damaged($"a word has at most 8 bytes, not {length}");
        }

        var word = 0UL;
        var bytes = Raw(length);
        for (var i = 0; i < length; i++)
        {
            word |= (ulong)bytes[i] << (8 * i);
        }

        return length == 0 || bytes[length - 1] != 0 ? word : throw Damaged("a word is spelt in a way nobody writes");
    }
}
