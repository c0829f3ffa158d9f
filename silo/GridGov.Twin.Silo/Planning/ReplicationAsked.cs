using System.Text.Json;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Experiments;

namespace GridGov.Twin.Silo.Planning;

/// <summary>One replication as a silo asks another for it. Files do not travel: both have them, and the hash of the inputs says whether they are the same.</summary>
internal sealed record ReplicationAsked(string Experiment, string Variant, string InputHash, ulong Seed, long WarmUpMs, int Batches)
{
    public static byte[] Of(string experiment, Replication replication) => JsonSerializer.SerializeToUtf8Bytes(new ReplicationAsked(
        experiment, replication.Variant.Id, replication.Variant.InputHash, replication.Seed, replication.WarmUp.Milliseconds, replication.Batches));

    public static ReplicationAsked Read(byte[] asked) =>
        JsonSerializer.Deserialize<ReplicationAsked>(asked) ?? throw new FormatException("nothing was asked for; expected a replication");

    public Replication For(Variant variant) => new(variant, Seed, new Duration(WarmUpMs), Batches);
}

/// <summary>What came of it: the outcomes as the store of replications keeps them, why its world cannot be brought to its end, or why the silo runs nothing of it.</summary>
internal sealed record ReplicationAnswer(Outcome[]? Outcomes, string? Failed = null, string? Refused = null)
{
    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    /// <summary>The outcomes of an answer.</summary>
    /// <exception cref="ReplicationFailedException">There are none, and there would be none anywhere.</exception>
    /// <exception cref="ExperimentFailedException">The silo runs nothing of the experiment.</exception>
    public static Outcome[] Read(byte[] answer) => JsonSerializer.Deserialize<ReplicationAnswer>(answer) switch
    {
        { Refused: { } why } => throw new ExperimentFailedException(why),
        { Failed: { } why } => throw new ReplicationFailedException(why),
        { Outcomes: { } outcomes } => outcomes,
        _ => throw new FormatException("a silo answered nothing to a replication; expected its outcomes"),
    };
}
