namespace GridGov.Twin.Journal.Chain;

/// <summary>Where a world's two chains end, kept in a row of its own: a journal whose last records were cut off does not fit it.</summary>
internal sealed record JournalEnd(long Records, byte[] Chain, long Audits, byte[] AuditChain)
{
    /// <summary>The end of a journal that holds its genesis only.</summary>
    public static JournalEnd Of(byte[] genesisChain) => new(0, genesisChain, 0, genesisChain);

    public bool Equals(JournalEnd? other) =>
        other is not null && Records == other.Records && Audits == other.Audits
        && Chain.AsSpan().SequenceEqual(other.Chain) && AuditChain.AsSpan().SequenceEqual(other.AuditChain);

    public override int GetHashCode() => HashCode.Combine(Records, Audits);
}
