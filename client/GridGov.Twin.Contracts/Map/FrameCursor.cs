using System.Buffers.Binary;

namespace GridGov.Twin.Contracts.Map;

/// <summary>Reads the numbers of a frame's body one after the other, and says where it is no frame.</summary>
internal ref struct FrameCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    public readonly bool AtEnd => _at == _bytes.Length;

    /// <summary>How many bytes were read.</summary>
    public readonly int At => _at;

    public byte Byte() => _at < _bytes.Length ? _bytes[_at++] : throw Damaged("it ends too early");

    public ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            if (shift == 63 && next > 1)
            {
                break;
            }

            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Damaged("a number is too long");
    }

    public long Zigzag() => Unzigzagged(Varint());

    public float Real() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    public int Index() => Varint() is <= int.MaxValue and var value ? (int)value : throw Damaged("a number is too large");

    /// <summary>How many things follow, of at least one byte each.</summary>
    public int Count()
    {
        var count = Index();
        Require(count);
        return count;
    }

    /// <summary>So many things, of at least one byte each, must fit into what is left.</summary>
    public readonly void Require(int things)
    {
        if (things > _bytes.Length - _at)
        {
            throw Damaged($"{things} things do not fit in it");
        }
    }

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _at)
        {
            throw Damaged($"a part of {count} bytes does not fit in it");
        }

        _at += count;
        return _bytes.Slice(_at - count, count);
    }

    public byte[] Column(int count) => Take(count).ToArray();

    public long[] Ids(int count)
    {
        var ids = new long[count];
        var last = 0L;
        for (var i = 0; i < count; i++)
        {
            var gap = Varint();
            if ((i > 0 && gap == 0) || gap > (ulong)(long.MaxValue - last))
            {
                throw Damaged("numbers of things must ascend");
            }

            ids[i] = last += (long)gap;
        }

        return ids;
    }

    /// <summary>Numbers of things that are indices of the city.</summary>
    public int[] Indices(int count)
    {
        var ids = Ids(count);
        return ids.Length == 0 || ids[^1] <= int.MaxValue ? [.. ids.Select(id => (int)id)] : throw Damaged("an index is too large");
    }

    /// <summary>A step from one index to the next.</summary>
    public int Step(int from) => from + Zigzag() is >= 0 and <= int.MaxValue and var to ? (int)to : throw Damaged("an index is out of range");

    /// <summary>Everything must have been read.</summary>
    public readonly void End()
    {
        if (!AtEnd)
        {
            throw Damaged($"{_bytes.Length - _at} bytes are left over");
        }
    }

    public ulong[] Numbers(int count)
    {
        var numbers = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = Varint();
        }

        return numbers;
    }

    public long[] Signed(int count)
    {
        var numbers = new long[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = Zigzag();
        }

        return numbers;
    }

    /// <summary>World times: 0 as itself, others by their distance from now.</summary>
    public long[] Dues(int count, long nowMs) => [.. Numbers(count).Select(number => number == 0 ? 0 : nowMs + Unzigzagged(number - 1))];

    private static long Unzigzagged(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private readonly FormatException Damaged(string what) => new($"not a map frame, byte {_at} of the part: {what}");
}
