using GridGov.Twin.Engine.Hashing;

namespace GridGov.Twin.Engine.Snapshots;

/// <summary>
/// A whole world as bytes, checked when made from storage: format mark and version, length, content, hash of the content.
/// </summary>
public sealed class Snapshot
{
    // "GGT" and the version of what the engine writes; raise it when that changes.
    private const uint Mark = 0x0154_4747;
    private const int HeaderBytes = sizeof(uint) + sizeof(long);

    private Snapshot(byte[] bytes, ulong contentHash)
    {
        Bytes = bytes;
        ContentHash = contentHash;
    }

    /// <summary>Everything, as a store keeps it.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The hash of the content: the state hash of the world at that moment.</summary>
    public ulong ContentHash { get; }

    internal ReadOnlyMemory<byte> Content => Bytes[HeaderBytes..^sizeof(ulong)];

    /// <summary>Takes a snapshot back from storage.</summary>
    /// <exception cref="FormatException">The bytes are no snapshot, of another version, cut short or damaged.</exception>
    public static Snapshot Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes + sizeof(ulong))
        {
            throw new FormatException($"a snapshot is at least {HeaderBytes + sizeof(ulong)} bytes, here are {bytes.Length}");
        }

        var copy = bytes.ToArray();
        var reader = new SnapshotReader(copy);
        var mark = reader.Value<uint>();
        if (mark != Mark)
        {
            throw new FormatException($"snapshot mark is {mark:X8}, expected {Mark:X8}: other data or another version");
        }

        var length = reader.Value<long>();
        if (length != copy.Length - HeaderBytes - sizeof(ulong))
        {
            throw new FormatException($"snapshot says {length} bytes of content, here are {copy.Length - HeaderBytes - sizeof(ulong)}");
        }

        var hash = RunningHash.Of(copy.AsSpan(HeaderBytes, (int)length));
        var written = BitConverter.ToUInt64(copy.AsSpan(copy.Length - sizeof(ulong)));
        return hash == written
            ? new Snapshot(copy, hash)
            : throw new FormatException($"snapshot content hashes to {hash:X16}, but {written:X16} was written: it is damaged");
    }

    internal static Snapshot Around(ReadOnlySpan<byte> content)
    {
        var hash = RunningHash.Of(content);
        var bytes = new byte[HeaderBytes + content.Length + sizeof(ulong)];
        BitConverter.TryWriteBytes(bytes, Mark);
        BitConverter.TryWriteBytes(bytes.AsSpan(sizeof(uint)), (long)content.Length);
        content.CopyTo(bytes.AsSpan(HeaderBytes));
        BitConverter.TryWriteBytes(bytes.AsSpan(bytes.Length - sizeof(ulong)), hash);
        return new Snapshot(bytes, hash);
    }
}
