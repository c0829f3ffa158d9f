using System.Text;

namespace GridGov.Twin.Silo.Tests.Telemetry;

/// <summary>A protobuf message by its field numbers, as much of the wire format as a collector in a test needs.</summary>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, byte[] Bytes)> _fields = [];

    public ProtoMessage(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var tag = Varint(bytes, ref at);
            var length = (tag & 7) switch
            {
                0 => -1,
                1 => 8,
                2 => (int)Varint(bytes, ref at),
                5 => 4,
                var wire => throw new FormatException($"wire type {wire} at {at}"),
            };
            if (length < 0)
            {
                Varint(bytes, ref at);
                continue;
            }

            _fields.Add(((int)(tag >> 3), bytes[at..(at + length)]));
            at += length;
        }
    }

    /// <summary>The messages of a field.</summary>
    public IEnumerable<ProtoMessage> All(int field) => _fields.Where(one => one.Field == field).Select(one => new ProtoMessage(one.Bytes));

    /// <summary>The bytes of a field; none when it is not there.</summary>
    public byte[] Bytes(int field) => _fields.Find(one => one.Field == field).Bytes ?? [];

    /// <summary>The text of a field.</summary>
    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    private static ulong Varint(byte[] bytes, ref int at)
    {
        for (ulong value = 0, shift = 0; ; shift += 7)
        {
            value |= (ulong)(bytes[at] & 0x7F) << (int)shift;
            if ((bytes[at++] & 0x80) == 0)
            {
                return value;
            }
        }
    }
}
