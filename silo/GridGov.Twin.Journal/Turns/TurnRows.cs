using GridGov.Twin.Journal.Stores;

namespace GridGov.Twin.Journal.Turns;

/// <summary>What is written for a message and for a turn.</summary>
internal static class TurnRows
{
    public static Row UnderWay(string world, in UnderWay message, long sent) => new(
        TurnSql.AddUnderWay, world, (long)message.Id.Sender.Packed, message.Id.Turn, (long)message.Id.Place, sent, message.Sent.Due.Milliseconds,
        (long)message.Sent.Priority, (long)message.Sent.To.Packed, TurnBytes.Write(message));

    public static Row Named(string statement, string world, MessageId id) => new(statement, world, (long)id.Sender.Packed, id.Turn, (long)id.Place);

    public static Row Turn(string world, long record, int place, GrainTurn turn) => new(
        TurnSql.AddTurn, world, record, (long)place, (long)turn.Grain.Packed, turn.Number, turn.At.Milliseconds, (long)turn.Events.Count, TurnBytes.Write(turn.Handled));
}
