using System.Security.Cryptography;
using GridGov.Twin.Journal.Bytes;

namespace GridGov.Twin.Journal.Chain;

/// <summary>
/// The links of a journal's chain, 32 bytes each: SHA-256 over the link before and everything the row says. Audit entries have a chain of their
/// own, which begins at the genesis too and which every record takes in, so that nothing can be taken out of either unseen.
/// </summary>
internal static class ChainHash
{
    public const int Bytes = SHA256.HashSizeInBytes;

    public static byte[] Of(Genesis genesis)
    {
        var writer = Begin("GridGov journal", []);
        writer.Text(genesis.World);
        writer.Text(genesis.Kind);
        writer.Text(genesis.Scenario);
        writer.Word(genesis.PlanHash);
        writer.Word(genesis.Seed);
        writer.Word((ulong)genesis.Begun.UtcTicks);
        return SHA256.HashData(writer.Written);
    }

    public static byte[] Of(StoredRecord record, IReadOnlyList<CommandRecord> commands, byte[] before, byte[] auditChain)
    {
        var writer = Begin("record", before, record.Body.Length + 512);
        writer.Raw(auditChain);
        foreach (var column in record.Columns)
        {
            writer.Word((ulong)column);
        }

        writer.Varint((ulong)record.Body.Length);
        writer.Raw(record.Body);
        Write(writer, commands);
        return SHA256.HashData(writer.Written);
    }

    public static byte[] Of(AuditEntry entry, byte[] before)
    {
        var writer = Begin("audit", before);
        writer.Word((ulong)entry.Number);
        writer.Word((ulong)entry.At.UtcTicks);
        writer.Text(entry.Actor);
        writer.Text(entry.Action);
        writer.Text(entry.Target);
        writer.Text(entry.Outcome);
        return SHA256.HashData(writer.Written);
    }

    /// <summary>Binds a snapshot to the record it was taken after.</summary>
    public static byte[] Of(ReadOnlyMemory<byte> snapshot, byte[] recordChain)
    {
        var writer = Begin("snapshot", recordChain, snapshot.Length + 64);
        writer.Raw(snapshot.Span);
        return SHA256.HashData(writer.Written);
    }

    /// <summary>What a batch says, wherever it comes in the chain: tells a second try from another batch.</summary>
    public static byte[] Content(ReadOnlySpan<byte> body, IReadOnlyList<CommandRecord> commands)
    {
        var writer = Begin("batch", [], body.Length + 256);
        writer.Raw(body);
        Write(writer, commands);
        return SHA256.HashData(writer.Written);
    }

    private static void Write(ByteWriter writer, IReadOnlyList<CommandRecord> commands)
    {
        writer.Varint((ulong)commands.Count);
        foreach (var command in commands)
        {
            writer.Signed(command.FirstInput);
            writer.Signed(command.Inputs);
            writer.Text(command.Actor);
            writer.Text(command.Action);
            writer.Text(command.Target);
            writer.Word((ulong)command.At.UtcTicks);
            writer.Byte(command.Key is null ? (byte)0 : (byte)1);
            writer.Text(command.Key ?? "");
            writer.Word(command.RequestHash);
            writer.Text(command.Answer);
        }
    }

    private static ByteWriter Begin(string what, byte[] before, int capacity = 512)
    {
        var writer = new ByteWriter(capacity);
        writer.Text(what);
        writer.Raw(before);
        return writer;
    }
}
