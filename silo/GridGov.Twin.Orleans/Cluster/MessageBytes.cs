using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Orleans.Shell;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>
/// Messages as bytes between silos, as they lie in memory. The first two bytes say how large one is, so that a silo of another build is refused
/// instead of misread; what it could not be handed is still under way in the journal.
/// </summary>
internal static class MessageBytes
{
    private const int Head = sizeof(ushort);

    public static byte[] Of(IReadOnlyList<UnderWay> messages)
    {
        var bytes = new byte[Head + (messages.Count * Unsafe.SizeOf<UnderWay>())];
        BitConverter.TryWriteBytes(bytes, (ushort)Unsafe.SizeOf<UnderWay>());
        var at = MemoryMarshal.Cast<byte, UnderWay>(bytes.AsSpan(Head));
        for (var i = 0; i < messages.Count; i++)
        {
            at[i] = messages[i];
        }

        return bytes;
    }

    public static UnderWay[] Read(byte[] bytes)
    {
        var size = bytes.Length < Head ? 0 : BitConverter.ToUInt16(bytes);
        return size == Unsafe.SizeOf<UnderWay>() && (bytes.Length - Head) % size == 0
            ? MemoryMarshal.Cast<byte, UnderWay>(bytes.AsSpan(Head)).ToArray()
            : throw new FormatException($"{bytes.Length} bytes of messages of {size} bytes each, expected {Unsafe.SizeOf<UnderWay>()}: a silo of another build");
    }

    public static byte[] Of(TurnMade made)
    {
        var sends = Of(made.Sends);
        var bytes = new byte[sizeof(int) + sends.Length + (made.Withdrawn.Count * Unsafe.SizeOf<MessageId>())];
        BitConverter.TryWriteBytes(bytes, sends.Length);
        sends.CopyTo(bytes, sizeof(int));
        var at = MemoryMarshal.Cast<byte, MessageId>(bytes.AsSpan(sizeof(int) + sends.Length));
        for (var i = 0; i < made.Withdrawn.Count; i++)
        {
            at[i] = made.Withdrawn[i];
        }

        return bytes;
    }

    public static TurnMade ReadMade(byte[] bytes)
    {
        var sends = BitConverter.ToInt32(bytes);
        var withdrawn = MemoryMarshal.Cast<byte, MessageId>(bytes.AsSpan(sizeof(int) + sends)).ToArray();
        return new TurnMade(Read(bytes[sizeof(int)..(sizeof(int) + sends)]), withdrawn);
    }
}
