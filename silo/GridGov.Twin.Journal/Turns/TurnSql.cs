namespace GridGov.Twin.Journal.Turns;

/// <summary>The statements about turns, in the words both databases understand.</summary>
internal static class TurnSql
{
    public const string AddWorld = "INSERT INTO turn_worlds (world, sent, inputs, hash, clock) VALUES ($1, $2, $3, $4, $5)";
    public const string IsShared = "SELECT 1 FROM turn_worlds WHERE world = $1";
    public const string Standing = "SELECT sent, inputs, hash, clock FROM turn_worlds WHERE world = $1";
    public const string MoveStanding = "UPDATE turn_worlds SET sent = $2, inputs = $3, hash = $4 WHERE world = $1";
    public const string SetClock = "UPDATE turn_worlds SET clock = $2 WHERE world = $1";

    // One message or one grain is asked for: in words that keep a server without statistics from going through the index of all that is due.
    public const string IsUnderWay = "SELECT 1 FROM under_way WHERE world = $1 AND sender = $2 AND turn = $3 AND place = $4 AND COALESCE(aside, '') = ''";
    public const string AddUnderWay =
        "INSERT INTO under_way (world, sender, turn, place, sent, due_ms, priority, receiver, message) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    public const string DropUnderWay = "DELETE FROM under_way WHERE world = $1 AND sender = $2 AND turn = $3 AND place = $4";
    public const string WaitingFor = UnderWayColumns + "AND receiver = $2 AND COALESCE(aside, '') = '' ORDER BY due_ms, priority, sent";
    public const string Due = UnderWayColumns + "AND due_ms <= $2 AND sent < $4 AND aside IS NULL ORDER BY due_ms, priority, sent LIMIT $3";
    public const string FromOutside = UnderWayColumns + "AND sender = 0 AND turn >= 0 AND COALESCE(aside, '') = '' ORDER BY turn";
    public const string NextDue = "SELECT due_ms FROM under_way WHERE world = $1 AND aside IS NULL ORDER BY due_ms LIMIT 1";
    public const string SetAside =
        "UPDATE under_way SET aside = $5, aside_since = $6 WHERE world = $1 AND sender = $2 AND turn = $3 AND place = $4 AND aside IS NULL";
    public const string AllAside =
        "SELECT sender, turn, place, message, aside, aside_since FROM under_way WHERE world = $1 AND aside IS NOT NULL ORDER BY aside_since, sent";
    public const string IsAside = "SELECT 1 FROM under_way WHERE world = $1 AND sender = $2 AND turn = $3 AND place = $4 AND aside IS NOT NULL";
    public const string TakeBack = "UPDATE under_way SET aside = NULL, aside_since = NULL WHERE world = $1 AND sender = $2 AND turn = $3 AND place = $4";

    public const string NumberOf = "SELECT number FROM turn_grains WHERE world = $1 AND grain = $2";
    public const string MoveNumber =
        "INSERT INTO turn_grains (world, grain, number) VALUES ($1, $2, $3) ON CONFLICT (world, grain) DO UPDATE SET number = excluded.number";
    public const string AddTurn =
        "INSERT INTO turns (world, record, place, grain, number, at_ms, events, handled) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    public const string HandledIn = "SELECT handled FROM turns WHERE world = $1 AND grain = $2 AND number = $3";
    public const string TurnsOf = "SELECT number, at_ms, handled FROM turns WHERE world = $1 AND grain = $2 AND number > $3 ORDER BY number";
    public const string TurnsIn =
        "SELECT record, grain, number, at_ms, events, handled FROM turns WHERE world = $1 AND record >= $2 AND record <= $3 ORDER BY record, place";

    public const string AddAnswer =
        "INSERT INTO turn_answers (world, first_input, answer) VALUES ($1, $2, $3) ON CONFLICT (world, first_input) DO UPDATE SET answer = excluded.answer";
    public const string AnswerOf = "SELECT answer FROM turn_answers WHERE world = $1 AND first_input = $2";

    private const string UnderWayColumns = "SELECT sender, turn, place, message FROM under_way WHERE world = $1 ";
}
