using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Silo.Telemetry;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Cluster;

/// <content>How orders are taken in, handed to the grains and answered.</content>
internal sealed partial class ClusterLife
{
    // More than so many handings under way: the cluster is slow, and gets the rest when it asks the journal for what is due.
    private const int MostHandings = 64;
    private readonly List<WorldOrder> _orders = [];
    private Instant? _entered;
    private int _handings;

    private void Enter()
    {
        LetPass();
        door.TakeOrders(_orders);
        if (_orders.Count == 0)
        {
            return;
        }

        var (now, from) = (MomentOfEntry(), clock.GetUtcNow());
        TwinTelemetry.Span("twin.door", _orders, _orders[0].Entered, from);
        WorldOrder[] entering = [.. _orders.Where(order => MayEnter(order, now))];
        _orders.Clear();
        if (entering.Length > 0)
        {
            var entered = TakeIn(entering, now);
            var takenIn = clock.GetUtcNow();
            Array.ForEach(entering, order => order.TakenIn = takenIn);
            TwinTelemetry.Span("twin.journal", entering, from, takenIn);
            for (var i = 0; i < entering.Length; i++)
            {
                Settle(entering[i], entered[i], now);
            }

            _entered = now;
            LetPass();
            Hand([.. entered.SelectMany(one => one.Messages)], entering);
        }
    }

    // What comes in is for now: not for a moment the clock has not reached, where it was set back meanwhile and stands.
    private Instant MomentOfEntry()
    {
        (_time, _timeAt) = (_journal.Time(), clock.GetTimestamp());
        var clockNow = _time.IsConducted ? World.Now : _time.NowAt(clock.GetUtcNow());
        return clockNow < World.Now ? clockNow : World.Now;
    }

    // What is due at a moment is handled when it is past. A clock that stands is moved on by the millisecond after which all is said.
    private void LetPass()
    {
        while (_time is { IsPaused: true, IsConducted: false } time && time.Anchor <= _entered)
        {
            var next = time with { Anchor = _entered.Value + new Duration(1) };
            _time = _journal.SetTime(time, next) ? next : _journal.Time();
        }

        _entered = null;
    }

    private bool MayEnter(WorldOrder order, Instant now)
    {
        if (!(order.At < now))
        {
            return _keys.IsFirst(order);
        }

        order.Refuse(WorldRefusedException.InThePast());
        return false;
    }

    // Whether it got in cannot be told when the journal goes away meanwhile: with the same key it may be sent again.
    private IReadOnlyList<Entered> TakeIn(WorldOrder[] entering, Instant now)
    {
        try
        {
            return _journal.Enter([.. entering.Select(order => new Entry(first => MessagesOf(order, first, now), SlipOf(order.Slip)))]);
        }
        catch (JournalException)
        {
            Array.ForEach(entering, order => order.Refuse(WorldRefusedException.Late()));
            throw;
        }
    }

    private static EntrySlip? SlipOf(CommandSlip? slip) => slip is null ? null : new EntrySlip(slip.Actor, slip.Action, slip.Target, slip.Key, slip.RequestHash);

    private static IReadOnlyList<Sent> MessagesOf(WorldOrder order, long first, Instant now)
    {
        Draft[] drafts = order.Command is null ? order.Readings : [order.Command(first)];
        return [.. drafts.Select(draft => new Sent { Due = order.At ?? now, To = draft.To, Priority = Input.Priority, Message = draft.Message })];
    }

    // As fast as possible one hand gives all messages out in their order, which must not be crossed.
    private void Hand(IReadOnlyList<UnderWay> messages, WorldOrder[] orders)
    {
        if (messages.Count > 0 && !_time!.IsConducted && Volatile.Read(ref _handings) < MostHandings)
        {
            Interlocked.Increment(ref _handings);
            _ = Deliver(messages, orders);
        }
    }

    private async Task Deliver(IReadOnlyList<UnderWay> messages, WorldOrder[] orders)
    {
        // The calls to the grains, on whatever silo, belong to the traces of the commands.
        using var span = TwinTelemetry.Begin("twin.hand", orders);
        try
        {
            await Task.Run(() => seat.Host.Door.Deliver(live.Id, messages)).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            // They are under way in the journal: the cluster hands out again what is overdue.
            LogHanding(live.Id, messages.Count, fault.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _handings);
        }
    }

    private void Settle(WorldOrder order, Entered entered, Instant now)
    {
        if (entered.Before is { } before && before.RequestHash != order.Slip!.RequestHash)
        {
            order.Refuse(KnownKeys.OtherRequest());
        }
        else if (entered.Before is { Answer.Length: > 0 })
        {
            order.Answer(StoredAnswer.FromJson(entered.Before.Answer));
        }
        else if (order.Slip is null)
        {
            TwinTelemetry.Inputs.Add(order.Inputs);
            order.Answer(new StoredAnswer(StoredAnswer.Done, null, null, entered.FirstInput, (order.At ?? now).Milliseconds));
        }
        else
        {
            TwinTelemetry.Inputs.Add(1);
            var input = entered.Before?.FirstInput ?? entered.FirstInput;
            var known = order.At is { } at && at > now ? new StoredAnswer(StoredAnswer.Scheduled, null, null, input, at.Milliseconds) : null;
            _answers.Await(order, input, order.Command!(input).Message, known);
        }
    }

    private IReadOnlyList<(WorldOrder Order, long Input, StoredAnswer Answer)> KeepAnswers(bool isEnd)
    {
        if (!_answers.AreAwaited)
        {
            return [];
        }

        var come = _answers.Come(isEnd ? _nextDue : Instant.Start);
        if (come.Count > 0)
        {
            _journal.Answer([.. come.Select(one => (one.Input, one.Answer.ToJson()))]);
        }

        return come;
    }

    // After followers and status show what was done: whoever has his answer finds it there.
    private void Answer(IReadOnlyList<(WorldOrder Order, long Input, StoredAnswer Answer)> come)
    {
        foreach (var (order, _, answer) in come)
        {
            _answers.Done(order);
            TwinTelemetry.Span("twin.world", [order], order.TakenIn, clock.GetUtcNow());
            TwinTelemetry.Commands.Add(1, new KeyValuePair<string, object?>("outcome", answer.Outcome));
            order.Answer(answer);
        }

        // Their callers were told long ago that it is late.
        _answers.Drop(DateTimeOffset.UtcNow - (2 * limits.AnswerWithin));
    }
}
