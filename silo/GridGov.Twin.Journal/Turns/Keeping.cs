using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal.Stores;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Journal.Turns;

/// <summary>Some turns on their way into the journal: which of them can be kept, and what is written then.</summary>
internal sealed class Keeping(string world, long sent, RunningHash hash)
{
    private RunningHash _hash = hash;

    public List<GrainTurn> Kept { get; } = [];

    /// <summary>How many messages were ever sent, these included.</summary>
    public long Sent { get; private set; } = sent;

    /// <summary>The state of the hash over everything handled and announced, these included.</summary>
    public ulong Hash => _hash.State;

    /// <summary>Says which turns are kept. Asks the database twice at most, whatever their number.</summary>
    public TurnFate[] Judge(IReadOnlyList<GrainTurn> turns, ITurnLink link)
    {
        var answers = link.Ask([.. turns.SelectMany(turn => new[]
        {
            TurnRows.Named(TurnSql.IsUnderWay, world, turn.Handled.Id),
            new Row(TurnSql.NumberOf, world, (long)turn.Grain.Packed),
        })]);
        var (underWay, numbers) = (new HashSet<MessageId>(), new Dictionary<GrainId, long>());
        for (var i = 0; i < turns.Count; i++)
        {
            numbers[turns[i].Grain] = answers[(2 * i) + 1] ?? 0;
            if (answers[2 * i] == 1)
            {
                underWay.Add(turns[i].Handled.Id);
            }
        }

        var fates = new TurnFate[turns.Count];
        for (var i = 0; i < turns.Count; i++)
        {
            fates[i] = Judge(turns[i], underWay, numbers, link);
        }

        return fates;
    }

    /// <summary>The kept turns as the next record.</summary>
    public Batch BatchAfter(JournalHead head)
    {
        var (inputs, events, to) = (new List<Input>(), new List<Event>(), head.Now);
        foreach (var turn in Kept)
        {
            inputs.Add(new Input(head.Inputs + inputs.Count, turn.At, turn.Grain, turn.Handled.Sent.Message));
            _hash.Fold(turn.At.Milliseconds, turn.Grain, turn.Handled.Sent.Message);
            to = turn.At > to ? turn.At : to;
            foreach (var e in turn.Events)
            {
                events.Add(e with { Sequence = head.Events + events.Count });
                _hash.Fold(e.At.Milliseconds, e.Source, e.Body);
            }
        }

        return new Batch(head.Now, to, inputs, events, _hash.Value, []);
    }

    /// <summary>What is written besides the record.</summary>
    public IEnumerable<Row> Rows(long record)
    {
        for (var place = 0; place < Kept.Count; place++)
        {
            var turn = Kept[place];
            yield return TurnRows.Turn(world, record, place, turn);
            yield return new Row(TurnSql.MoveNumber, world, (long)turn.Grain.Packed, turn.Number);
            foreach (var message in turn.Sends)
            {
                yield return TurnRows.UnderWay(world, message, Sent++);
            }

            yield return TurnRows.Named(TurnSql.DropUnderWay, world, turn.Handled.Id);
            foreach (var gone in turn.Withdrawn)
            {
                yield return TurnRows.Named(TurnSql.DropUnderWay, world, gone);
            }
        }
    }

    private TurnFate Judge(GrainTurn turn, HashSet<MessageId> underWay, Dictionary<GrainId, long> numbers, ITurnLink link)
    {
        var last = numbers[turn.Grain];
        if (turn.Number <= last)
        {
            return IsIn(turn, link) ? TurnFate.Kept : TurnFate.Overtaken;
        }

        if (turn.Number != last + 1)
        {
            return TurnFate.Overtaken;
        }

        if (!underWay.Remove(turn.Handled.Id))
        {
            return TurnFate.NotUnderWay;
        }

        numbers[turn.Grain] = turn.Number;
        Kept.Add(turn);
        underWay.ExceptWith(turn.Withdrawn);
        underWay.UnionWith(turn.Sends.Select(message => message.Id));
        return TurnFate.Kept;
    }

    // The very same turn that got in before although nobody could tell.
    private bool IsIn(GrainTurn turn, ITurnLink link) =>
        link.Connection.Rows(row => Queries.Blob(row, 0), TurnSql.HandledIn, world, (long)turn.Grain.Packed, turn.Number) is [var handled]
        && TurnBytes.Read(handled).Id == turn.Handled.Id;
}
