using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Bytes;

namespace GridGov.Twin.Journal.Turns;

/// <summary>A message as bytes and back: a version, who sent it in which turn at which place, due, priority, for whom, its timer and what it says.</summary>
internal static class TurnBytes
{
    private const byte Version = 1;

    public static byte[] Write(in UnderWay message)
    {
        var writer = new ByteWriter(96);
        writer.Byte(Version);
        writer.Grain(message.Id.Sender);
        writer.Signed(message.Id.Turn);
        writer.Signed(message.Id.Place);
        writer.Signed(message.Sent.Due.Milliseconds);
        writer.Byte(message.Sent.Priority);
        writer.Grain(message.Sent.To);
        writer.Signed(message.Sent.Timer.Slot);
        writer.Varint(message.Sent.Timer.Generation);
        writer.Body(message.Sent.Message);
        return writer.Written.ToArray();
    }

    /// <exception cref="JournalException">The bytes are not those of a message.</exception>
    public static UnderWay Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        if (reader.Byte() is not Version and var version)
        {
            throw reader.Damaged($"version {version} of a message is not known, only {Version}");
        }

        var id = new MessageId(reader.Grain(), reader.Signed(), (int)reader.Signed());
        var sent = new Sent { Due = new Instant(reader.Signed()), Priority = reader.Byte(), To = reader.Grain() };
        sent.Timer = new TimerId((int)reader.Signed(), (uint)reader.Varint());
        sent.Message = reader.Body();
        return new UnderWay(id, sent);
    }
}
