using GridGov.Twin.Journal.Stores;

namespace GridGov.Twin.Journal.Turns;

/// <summary>Some entries on their way into the journal.</summary>
internal sealed class Entering(string world, long sent, long inputs, DateTimeOffset now)
{
    public List<CommandRecord> Commands { get; } = [];

    public List<Row> Rows { get; } = [];

    /// <summary>How many messages were ever sent, these included.</summary>
    public long Sent { get; private set; } = sent;

    /// <summary>How many inputs there ever were, these included.</summary>
    public long Inputs { get; private set; } = inputs;

    public IReadOnlyList<Entered> Take(IReadOnlyList<Entry> entries, ITurnLink link, Func<long, string?> answerOf) =>
        [.. entries.Select(entry => Before(entry, link, answerOf) is { } before ? new Entered(before.FirstInput, [], before) : Take(entry))];

    private CommandRecord? Before(Entry entry, ITurnLink link, Func<long, string?> answerOf)
    {
        if (entry.Slip?.Key is not { } given)
        {
            return null;
        }

        var key = Text.Clean(given);
        var found = Commands.Find(command => command.Key == key)
            ?? (link.Connection.Rows(Queries.Command, Sql.CommandByKey, world, key) is [var row] ? row.Command : null);
        return found is null ? null : found with { Answer = answerOf(found.FirstInput) ?? "" };
    }

    private Entered Take(Entry entry)
    {
        var first = Inputs;
        UnderWay[] messages = [.. entry.Messages(first).Select(message => new UnderWay(MessageId.OfInput(Inputs++), message))];
        Rows.AddRange(messages.Select(message => TurnRows.UnderWay(world, message, Sent++)));
        if (entry.Slip is { } slip)
        {
            Commands.Add(Text.Clean(new CommandRecord(first, messages.Length, slip.Actor, slip.Action, slip.Target, now, slip.Key, slip.RequestHash, "")));
        }

        return new Entered(first, messages, null);
    }
}
