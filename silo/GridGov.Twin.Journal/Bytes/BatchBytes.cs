using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Journal.Bytes;

/// <summary>
/// A batch's inputs and events as bytes and back. One batch has one spelling, and bytes that are read spell what they would be written as:
/// a version; from, length, event hash; the first input's sequence and the inputs; the first event's sequence and the events.
/// Times are differences to the one before. Commands are kept beside, where people can search them.
/// </summary>
internal static class BatchBytes
{
    private const byte Version = 1;

    // Time, kind and number of the grain, kind of body, the lengths of four words: one byte each at least, but two for the lengths.
    private const int LeastEntryBytes = 6;

    /// <summary>Spells a batch whose first input and event have these sequences.</summary>
    public static byte[] Write(Batch batch, long firstInput, long firstEvent)
    {
        var writer = new ByteWriter(64 + (48 * (batch.Inputs.Count + batch.Events.Count)));
        writer.Byte(Version);
        writer.Signed(batch.From.Milliseconds);
        writer.Varint((ulong)(batch.To.Milliseconds - batch.From.Milliseconds));
        writer.Word(batch.EventHash);
        writer.Varint((ulong)firstInput);
        writer.Varint((ulong)batch.Inputs.Count);
        var lastMs = batch.From.Milliseconds;
        foreach (var input in batch.Inputs)
        {
            Entry(writer, ref lastMs, input.At, input.To, input.Message);
        }

        writer.Varint((ulong)firstEvent);
        writer.Varint((ulong)batch.Events.Count);
        lastMs = batch.From.Milliseconds;
        foreach (var e in batch.Events)
        {
            Entry(writer, ref lastMs, e.At, e.Source, e.Body);
        }

        return writer.Written.ToArray();
    }

    /// <summary>Reads a batch back.</summary>
    /// <exception cref="JournalException">The bytes are not those of a batch.</exception>
    public static Batch Read(ReadOnlySpan<byte> bytes, IReadOnlyList<CommandRecord> commands, out long firstInput, out long firstEvent)
    {
        var reader = new ByteReader(bytes);
        var version = reader.Byte();
        if (version != Version)
        {
            throw reader.Damaged($"version {version} of a batch is not known, only {Version}");
        }

        var fromMs = reader.Signed();
        var toMs = unchecked(fromMs + reader.Number());
        if (toMs < fromMs)
        {
            throw reader.Damaged("the batch ends after the end of time");
        }

        var eventHash = BitConverter.ToUInt64(reader.Raw(sizeof(ulong)));
        var inputs = Inputs(ref reader, fromMs, out firstInput);
        var events = Events(ref reader, fromMs, out firstEvent);
        return reader.Left == 0
            ? new Batch(new Instant(fromMs), new Instant(toMs), inputs, events, eventHash, commands)
            : throw reader.Damaged($"{reader.Left} bytes too many");
    }

    private static Input[] Inputs(ref ByteReader reader, long lastMs, out long first)
    {
        first = reader.Number();
        var inputs = new Input[reader.Count(LeastEntryBytes)];
        for (var i = 0; i < inputs.Length; i++)
        {
            lastMs = unchecked(lastMs + reader.Signed());
            inputs[i] = new Input(first + i, new Instant(lastMs), reader.Grain(), reader.Body());
        }

        return inputs;
    }

    private static Event[] Events(ref ByteReader reader, long lastMs, out long first)
    {
        first = reader.Number();
        var events = new Event[reader.Count(LeastEntryBytes)];
        for (var i = 0; i < events.Length; i++)
        {
            lastMs = unchecked(lastMs + reader.Signed());
            events[i] = new Event { At = new Instant(lastMs), Sequence = first + i, Source = reader.Grain(), Body = reader.Body() };
        }

        return events;
    }

    private static void Entry(ByteWriter writer, ref long lastMs, Instant at, GrainId grain, in Body body)
    {
        writer.Signed(unchecked(at.Milliseconds - lastMs));
        lastMs = at.Milliseconds;
        writer.Grain(grain);
        writer.Body(body);
    }
}
