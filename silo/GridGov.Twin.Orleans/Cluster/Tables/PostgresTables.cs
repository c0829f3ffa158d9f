namespace GridGov.Twin.Orleans.Cluster;

/// <summary>
/// The tables of Orleans' providers in PostgreSQL, and the statements that the providers read from their query table. Names of tables, columns,
/// parameters and queries are the providers'; a statement answers in one go, so that nothing is half done.
/// </summary>
internal static class PostgresTables
{
    public const string Schema = "gridgov_orleans";

    public static readonly string[] Make =
    [
        "CREATE TABLE orleansquery (querykey TEXT PRIMARY KEY, querytext TEXT NOT NULL)",
        "CREATE TABLE orleansmembershipversiontable (deploymentid TEXT PRIMARY KEY, timestamp TIMESTAMPTZ NOT NULL DEFAULT now(), version INTEGER NOT NULL DEFAULT 0)",
        """
        CREATE TABLE orleansmembershiptable (
          deploymentid TEXT NOT NULL REFERENCES orleansmembershipversiontable, address TEXT NOT NULL, port INTEGER NOT NULL, generation INTEGER NOT NULL,
          siloname TEXT NOT NULL, hostname TEXT NOT NULL, status INTEGER NOT NULL, proxyport INTEGER, suspecttimes TEXT,
          starttime TIMESTAMPTZ NOT NULL, iamalivetime TIMESTAMPTZ NOT NULL, PRIMARY KEY (deploymentid, address, port, generation))
        """,
        """
        CREATE TABLE orleansreminderstable (
          serviceid TEXT NOT NULL, grainid TEXT NOT NULL, remindername TEXT NOT NULL, starttime TIMESTAMPTZ NOT NULL, period BIGINT NOT NULL,
          grainhash INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (serviceid, grainid, remindername))
        """,
        "CREATE INDEX reminders_by_hash ON orleansreminderstable (serviceid, grainhash)",
        """
        CREATE TABLE orleansstorage (
          serviceid TEXT NOT NULL, graintypestring TEXT NOT NULL, extension TEXT NOT NULL, grainidn0 BIGINT NOT NULL, grainidn1 BIGINT NOT NULL,
          payloadbinary BYTEA, version INTEGER NOT NULL, PRIMARY KEY (serviceid, graintypestring, extension, grainidn0, grainidn1))
        """,
    ];

    /// <summary>The providers' queries, by the names the providers look for.</summary>
    public static readonly (string Key, string Text)[] Queries =
    [
        ("InsertMembershipVersionKey",
            "WITH made AS (INSERT INTO orleansmembershipversiontable (deploymentid) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*)::int FROM made"),
        ("InsertMembershipKey", $"""
            WITH moved AS (
              UPDATE orleansmembershipversiontable SET version = version + 1, timestamp = now()
              WHERE deploymentid = @DeploymentId AND version = @Version AND NOT EXISTS (SELECT 1 FROM orleansmembershiptable m WHERE {OneSilo}) RETURNING 1),
            added AS (
              INSERT INTO orleansmembershiptable (deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
              SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM moved RETURNING 1)
            SELECT count(*)::int FROM added
            """),
        ("UpdateMembershipKey", $"""
            WITH moved AS (
              UPDATE orleansmembershipversiontable SET version = version + 1, timestamp = now()
              WHERE deploymentid = @DeploymentId AND version = @Version AND EXISTS (SELECT 1 FROM orleansmembershiptable m WHERE {OneSilo}) RETURNING 1),
            changed AS (
              UPDATE orleansmembershiptable m SET status = @Status, suspecttimes = @SuspectTimes, iamalivetime = @IAmAliveTime FROM moved WHERE {OneSilo} RETURNING 1)
            SELECT count(*)::int FROM changed
            """),
        ("UpdateIAmAlivetimeKey", $"UPDATE orleansmembershiptable m SET iamalivetime = @IAmAliveTime WHERE {OneSilo}"),
        ("MembershipReadRowKey", $"{Members} AND m.address = @Address AND m.port = @Port AND m.generation = @Generation WHERE v.deploymentid = @DeploymentId"),
        ("MembershipReadAllKey", $"{Members} WHERE v.deploymentid = @DeploymentId"),
        ("DeleteMembershipTableEntriesKey",
            "DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId; DELETE FROM orleansmembershipversiontable WHERE deploymentid = @DeploymentId"),
        ("CleanupDefunctSiloEntriesKey", "DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId AND iamalivetime < @IAmAliveTime AND status <> 3"),
        ("GatewaysQueryKey",
            "SELECT address, proxyport, generation FROM orleansmembershiptable WHERE deploymentid = @DeploymentId AND status = @Status AND proxyport > 0"),
        ("UpsertReminderRowKey", """
            INSERT INTO orleansreminderstable AS r (serviceid, grainid, remindername, starttime, period, grainhash, version)
            VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
            ON CONFLICT (serviceid, grainid, remindername) DO UPDATE
            SET starttime = excluded.starttime, period = excluded.period, grainhash = excluded.grainhash, version = r.version + 1 RETURNING version
            """),
        ("ReadReminderRowsKey", $"{Reminders} AND grainid = @GrainId"),
        ("ReadReminderRowKey", $"{Reminders} AND grainid = @GrainId AND remindername = @ReminderName"),
        ("ReadRangeRows1Key", $"{Reminders} AND grainhash > @BeginHash AND grainhash <= @EndHash"),
        ("ReadRangeRows2Key", $"{Reminders} AND (grainhash > @BeginHash OR grainhash <= @EndHash)"),
        ("DeleteReminderRowKey", """
            WITH gone AS (
              DELETE FROM orleansreminderstable
              WHERE serviceid = @ServiceId AND grainid = @GrainId AND remindername = @ReminderName AND version = @Version RETURNING 1)
            SELECT count(*)::int FROM gone
            """),
        ("DeleteReminderRowsKey", "DELETE FROM orleansreminderstable WHERE serviceid = @ServiceId"),
        ("WriteToStorageKey", $"""
            WITH changed AS (
              UPDATE orleansstorage SET payloadbinary = @PayloadBinary, version = version + 1 WHERE {OneState} AND version = @GrainStateVersion RETURNING version),
            added AS (
              INSERT INTO orleansstorage (serviceid, graintypestring, extension, grainidn0, grainidn1, payloadbinary, version)
              SELECT @ServiceId, @GrainTypeString, COALESCE(@GrainIdExtensionString, ''), @GrainIdN0, @GrainIdN1, @PayloadBinary, 1
              WHERE CAST(@GrainStateVersion AS INTEGER) IS NULL ON CONFLICT DO NOTHING RETURNING version)
            SELECT COALESCE((SELECT version FROM changed), (SELECT version FROM added), @GrainStateVersion) AS newgrainstateversion
            """),
        ("ReadFromStorageKey", $"SELECT payloadbinary, version FROM orleansstorage WHERE {OneState}"),
        ("ClearStorageKey", $"""
            WITH cleared AS (
              UPDATE orleansstorage SET payloadbinary = NULL, version = version + 1 WHERE {OneState} AND version = @GrainStateVersion RETURNING version)
            SELECT COALESCE((SELECT version FROM cleared), @GrainStateVersion) AS newgrainstateversion
            """),
        ("DeleteStorageKey", $"""
            WITH gone AS (DELETE FROM orleansstorage WHERE {OneState} AND version = @GrainStateVersion RETURNING version)
            SELECT COALESCE((SELECT version + 1 FROM gone), @GrainStateVersion) AS newgrainstateversion
            """),
    ];

    private const string OneSilo = "m.deploymentid = @DeploymentId AND m.address = @Address AND m.port = @Port AND m.generation = @Generation";

    private const string Members =
        "SELECT v.deploymentid, m.address, m.port, m.generation, m.siloname, m.hostname, m.status, m.proxyport, m.suspecttimes, m.starttime, m.iamalivetime, v.version "
        + "FROM orleansmembershipversiontable v LEFT JOIN orleansmembershiptable m ON m.deploymentid = v.deploymentid";

    private const string Reminders = "SELECT grainid, remindername, starttime, period, version FROM orleansreminderstable WHERE serviceid = @ServiceId";

    private const string OneState =
        "serviceid = @ServiceId AND graintypestring = @GrainTypeString AND extension = COALESCE(@GrainIdExtensionString, '') "
        + "AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1";
}
