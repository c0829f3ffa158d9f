namespace GridGov.Twin.Orleans.Cluster;

/// <summary>
/// The table of Orleans' grain storage in SQLite, and its provider's statements. No statement leaves a transaction open: a busy file then leaves
/// nothing behind on a pooled connection.
/// </summary>
internal static class SqliteTables
{
    public static readonly string[] Make =
    [
        "CREATE TABLE OrleansQuery (QueryKey TEXT PRIMARY KEY, QueryText TEXT NOT NULL)",
        """
        CREATE TABLE OrleansStorage (
          ServiceId TEXT NOT NULL, GrainTypeString TEXT NOT NULL, Extension TEXT NOT NULL, GrainIdN0 INTEGER NOT NULL, GrainIdN1 INTEGER NOT NULL,
          PayloadBinary BLOB, Version INTEGER NOT NULL, PRIMARY KEY (ServiceId, GrainTypeString, Extension, GrainIdN0, GrainIdN1)) WITHOUT ROWID
        """,
    ];

    /// <summary>The provider's queries, by the names it looks for.</summary>
    public static readonly (string Key, string Text)[] Queries =
    [
        ("WriteToStorageKey", $"""
            INSERT INTO OrleansStorage (ServiceId, GrainTypeString, Extension, GrainIdN0, GrainIdN1, PayloadBinary, Version)
            SELECT @ServiceId, @GrainTypeString, COALESCE(@GrainIdExtensionString, ''), @GrainIdN0, @GrainIdN1, @PayloadBinary, 1
            WHERE @GrainStateVersion IS NULL OR EXISTS (SELECT 1 FROM OrleansStorage WHERE {OneState})
            ON CONFLICT DO UPDATE SET PayloadBinary = excluded.PayloadBinary, Version = Version + 1 WHERE Version = @GrainStateVersion
            RETURNING Version AS NewGrainStateVersion;
            {Unchanged}
            """),
        ("ReadFromStorageKey", $"SELECT PayloadBinary, Version FROM OrleansStorage WHERE {OneState}"),
        ("ClearStorageKey", $"""
            UPDATE OrleansStorage SET PayloadBinary = NULL, Version = Version + 1 WHERE {OneState} AND Version = @GrainStateVersion
            RETURNING Version AS NewGrainStateVersion;
            {Unchanged}
            """),
        ("DeleteStorageKey", $"""
            DELETE FROM OrleansStorage WHERE {OneState} AND Version = @GrainStateVersion RETURNING Version + 1 AS NewGrainStateVersion;
            {Unchanged}
            """),
    ];

    private const string OneState =
        "ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString AND Extension = COALESCE(@GrainIdExtensionString, '') "
        + "AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1";

    // Where somebody else was quicker, the version that was known is told again, which the provider takes for a conflict.
    private const string Unchanged = "SELECT @GrainStateVersion AS NewGrainStateVersion WHERE changes() = 0 AND @GrainStateVersion IS NOT NULL;";
}
