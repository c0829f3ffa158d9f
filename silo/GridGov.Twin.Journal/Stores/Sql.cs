namespace GridGov.Twin.Journal.Stores;

/// <summary>The statements, in the words both databases understand; $1, $2 … stand for values in order.</summary>
internal static class Sql
{
    public const int Version = 2;

    /// <summary>What each version adds; {int}, {blob}, {end} and {keyed} (a table of small rows) are the database's own words.</summary>
    public static readonly string[] Upgrades =
    [
        """
        CREATE TABLE worlds (
          name TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, scenario TEXT NOT NULL,
          plan_hash {int} NOT NULL, seed {int} NOT NULL, begun {int} NOT NULL, chain {blob} NOT NULL){keyed};
        CREATE TABLE ends (
          world TEXT NOT NULL PRIMARY KEY, records {int} NOT NULL, chain {blob} NOT NULL, audits {int} NOT NULL, audit_chain {blob} NOT NULL){keyed};
        CREATE TABLE records (
          world TEXT NOT NULL, number {int} NOT NULL, from_ms {int} NOT NULL, to_ms {int} NOT NULL,
          first_input {int} NOT NULL, inputs {int} NOT NULL, first_event {int} NOT NULL, events {int} NOT NULL,
          event_hash {int} NOT NULL, audits {int} NOT NULL, body {blob} NOT NULL, chain {blob} NOT NULL, PRIMARY KEY (world, number)){end};
        CREATE INDEX records_by_event ON records (world, first_event, number);
        CREATE TABLE commands (
          world TEXT NOT NULL, record {int} NOT NULL, place {int} NOT NULL, first_input {int} NOT NULL, inputs {int} NOT NULL,
          actor TEXT NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL, at {int} NOT NULL,
          idempotency_key TEXT, request_hash {int} NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (world, record, place)){end};
        CREATE UNIQUE INDEX commands_by_key ON commands (world, idempotency_key) WHERE idempotency_key IS NOT NULL;
        CREATE TABLE audit (
          world TEXT NOT NULL, number {int} NOT NULL, at {int} NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
          target TEXT NOT NULL, outcome TEXT NOT NULL, chain {blob} NOT NULL, PRIMARY KEY (world, number)){keyed};
        CREATE TABLE snapshots (
          world TEXT NOT NULL, record {int} NOT NULL, hash {blob} NOT NULL, bytes {blob} NOT NULL, PRIMARY KEY (world, record)){end};
        """,
        """
        CREATE TABLE turn_worlds (
          world TEXT NOT NULL PRIMARY KEY, sent {int} NOT NULL, inputs {int} NOT NULL, hash {int} NOT NULL, clock TEXT NOT NULL){keyed};
        CREATE TABLE turn_grains (world TEXT NOT NULL, grain {int} NOT NULL, number {int} NOT NULL, PRIMARY KEY (world, grain)){keyed};
        CREATE TABLE turns (
          world TEXT NOT NULL, record {int} NOT NULL, place {int} NOT NULL, grain {int} NOT NULL, number {int} NOT NULL, at_ms {int} NOT NULL,
          events {int} NOT NULL, handled {blob} NOT NULL, PRIMARY KEY (world, record, place)){end};
        CREATE UNIQUE INDEX turns_by_grain ON turns (world, grain, number);
        CREATE TABLE under_way (
          world TEXT NOT NULL, sender {int} NOT NULL, turn {int} NOT NULL, place {int} NOT NULL, sent {int} NOT NULL, due_ms {int} NOT NULL,
          priority {int} NOT NULL, receiver {int} NOT NULL, message {blob} NOT NULL, aside TEXT, aside_since {int},
          PRIMARY KEY (world, sender, turn, place)){keyed};
        CREATE INDEX under_way_by_receiver ON under_way (world, receiver);
        CREATE INDEX under_way_by_due ON under_way (world, due_ms, priority, sent) WHERE aside IS NULL;
        CREATE TABLE turn_answers (world TEXT NOT NULL, first_input {int} NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (world, first_input)){keyed};
        """,
    ];

    public const string VersionTable = "CREATE TABLE journal_version (version {int} NOT NULL){end}";
    public const string ReadVersion = "SELECT version FROM journal_version";
    public const string ForgetVersion = "DELETE FROM journal_version";
    public const string NoteVersion = "INSERT INTO journal_version (version) VALUES ($1)";

    public const string AddWorld =
        "INSERT INTO worlds (name, kind, scenario, plan_hash, seed, begun, chain) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    public const string AddEnd = "INSERT INTO ends (world, records, chain, audits, audit_chain) VALUES ($1, $2, $3, $4, $5)";
    public const string MoveEnd = "UPDATE ends SET records = $2, chain = $3, audits = $4, audit_chain = $5 WHERE world = $1";
    public const string AddRecord =
        "INSERT INTO records (world, number, from_ms, to_ms, first_input, inputs, first_event, events, event_hash, audits, body, chain) "
        + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    public const string AddCommand =
        "INSERT INTO commands (world, record, place, first_input, inputs, actor, action, target, at, idempotency_key, request_hash, answer) "
        + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    public const string AddAudit =
        "INSERT INTO audit (world, number, at, actor, action, target, outcome, chain) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    public const string AddSnapshot =
        "INSERT INTO snapshots (world, record, hash, bytes) VALUES ($1, $2, $3, $4) "
        + "ON CONFLICT (world, record) DO UPDATE SET hash = excluded.hash, bytes = excluded.bytes";
    public const string DropOldSnapshots =
        "DELETE FROM snapshots WHERE world = $1 AND record NOT IN (SELECT record FROM snapshots WHERE world = $1 ORDER BY record DESC LIMIT 3)";

    public const string Worlds = "SELECT name, kind, scenario, plan_hash, seed, begun, chain FROM worlds ORDER BY name";
    public const string World = "SELECT name, kind, scenario, plan_hash, seed, begun, chain FROM worlds WHERE name = $1";
    public const string End = "SELECT records, chain, audits, audit_chain FROM ends WHERE world = $1";
    public const string LastRecord = RecordColumns + "WHERE world = $1 ORDER BY number DESC LIMIT 1";
    public const string RecordsFrom = RecordColumns + "WHERE world = $1 AND number >= $2 ORDER BY number LIMIT $3";
    public const string RecordOfEvent =
        "SELECT max(number) FROM records WHERE world = $1 AND first_event = "
        + "(SELECT max(first_event) FROM records WHERE world = $1 AND first_event <= $2)";
    public const string CommandsOf = CommandColumns + "WHERE world = $1 AND record >= $2 AND record <= $3 ORDER BY record, place";
    public const string CommandByKey = CommandColumns + "WHERE world = $1 AND idempotency_key = $2";
    public const string AuditFrom =
        "SELECT number, at, actor, action, target, outcome, chain FROM audit WHERE world = $1 AND number >= $2 ORDER BY number LIMIT $3";
    public const string SnapshotBefore =
        "SELECT record, hash, bytes FROM snapshots WHERE world = $1 AND record < $2 ORDER BY record DESC LIMIT 1";

    private const string RecordColumns =
        "SELECT number, from_ms, to_ms, first_input, inputs, first_event, events, event_hash, audits, body, chain FROM records ";
    private const string CommandColumns =
        "SELECT record, first_input, inputs, actor, action, target, at, idempotency_key, request_hash, answer, place FROM commands ";
}
