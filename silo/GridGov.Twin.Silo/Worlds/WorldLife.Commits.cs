using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Silo.Telemetry;

namespace GridGov.Twin.Silo.Worlds;

/// <content>How inputs enter, become durable and are answered, and how snapshots are kept.</content>
internal sealed partial class WorldLife
{
    private const int LongestWait = 30;
    private static readonly KeyValuePair<string, object?>[] Outcomes =
        [new("outcome", StoredAnswer.Done), new("outcome", StoredAnswer.Refused), new("outcome", StoredAnswer.Scheduled)];

    private OpenBatch _batch = new();
    private Instant _committed;
    private long _inputs;
    private long _snapshotAt;
    private long _eventsAtSnapshot;
    private string? _trouble;

    // At a clean point: everything due before now has been handled. Inputs come last at their instant, and one millisecond later all is said.
    private void Enter()
    {
        var from = clock.GetUtcNow();
        TwinTelemetry.Span("twin.door", _orders, _orders[0].Entered, from);
        var (first, firstEvent) = (_batch.Orders.Count, _events.Count);
        var firstInputs = new List<Input>();
        foreach (var order in _orders)
        {
            if (order.At < World.Now)
            {
                order.Refuse(WorldRefusedException.InThePast());
            }
            else if (_keys.IsFirst(order))
            {
                Keep(order.Slip?.Key);
                firstInputs.Add(Post(order));
                _batch.Orders.Add(order);
            }
        }

        var now = World.Now;
        RunTo(now + new Duration(1));
        _answers.Read(_events.Events, firstEvent);
        for (var i = first; i < _batch.Orders.Count; i++)
        {
            Note(_batch.Orders[i], firstInputs[i - first], now, from);
        }

        TwinTelemetry.Span("twin.world", _batch.Orders, from, clock.GetUtcNow());
    }

    private Input Post(WorldOrder order)
    {
        var at = order.At ?? World.Now;
        var first = order.Command is null ? Post(order.Readings[0], at) : Post(order.Command(_inputs), at);
        for (var i = 1; i < order.Readings.Length; i++)
        {
            Post(order.Readings[i], at);
        }

        return first;
    }

    private Input Post(Draft draft, Instant at)
    {
        var input = new Input(_inputs++, at, draft.To, draft.Message);
        World.Post(input.To, input.Message, at, Input.Priority);
        _batch.Inputs.Add(input);
        return input;
    }

    private void Note(WorldOrder order, Input input, Instant now, DateTimeOffset wall)
    {
        var answer = order.Slip is null ? new StoredAnswer(StoredAnswer.Done, null, null, input.Sequence, input.At.Milliseconds)
            : input.At > now ? new StoredAnswer(StoredAnswer.Scheduled, null, null, input.Sequence, input.At.Milliseconds)
            : _answers.Of(input);
        _batch.Answers.Add(answer);
        if (order.Slip is { } slip)
        {
            _batch.Commands.Add(new CommandRecord(
                input.Sequence, 1, slip.Actor, slip.Action, slip.Target, wall, slip.Key, slip.RequestHash, answer.ToJson()));
        }
    }

    private void Commit()
    {
        var (batch, events) = (_batch, _events.Events);
        var (started, from) = (clock.GetTimestamp(), clock.GetUtcNow());
        var kept = new Batch(_committed, World.Now, batch.Inputs, events, World.EventHash, batch.Commands);
        Append(kept);
        var committed = clock.GetUtcNow();
        (_committed, _committedAt, _batch) = (World.Now, clock.GetTimestamp(), new OpenBatch());
        _events.Clear();
        Measure(batch, events.Count, clock.GetElapsedTime(started).TotalMilliseconds);
        _followers.Hear(kept);
        if (EndsDrill(events))
        {
            _isOver = true;
            OrderClock((timing, now) => timing.Hold(true, now));
        }

        TwinTelemetry.Span("twin.journal", batch.Orders, from, committed);
        Publish();
        TwinTelemetry.Span("twin.push", batch.Orders, committed, clock.GetUtcNow());
        for (var i = 0; i < batch.Orders.Count; i++)
        {
            batch.Orders[i].Answer(batch.Answers[i]);
        }
    }

    // The world holds still until what happened is kept; nobody is told anything meanwhile.
    private void Append(Batch batch)
    {
        for (var wait = limits.RetryAfter; ; wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, limits.RetryAfter.Ticks * LongestWait)))
        {
            try
            {
                _journal.Append(batch);
                GoOn();
                return;
            }
            catch (JournalException fault) when (fault.Problem == JournalProblem.Unavailable)
            {
                HoldStill(fault.Message);
            }

            for (var until = clock.GetTimestamp(); ElapsedMs(until) < wait.TotalMilliseconds;)
            {
                if (_stops)
                {
                    throw new OperationCanceledException();
                }

                door.Wait(wait.TotalMilliseconds - ElapsedMs(until));
            }
        }
    }

    private void HoldStill(string problem)
    {
        if (_trouble is null)
        {
            LogTrouble(live.Id, problem);
        }

        _trouble = problem;
        Publish();
        door.Refuse(() => WorldRefusedException.Closed(Status));
    }

    private void GoOn()
    {
        if (_trouble is not null)
        {
            _trouble = null;
            _timing.Anchor(World.Now);
            LogGoesOn(live.Id);
        }
    }

    private void KeepSnapshot()
    {
        var events = World.EventCount - _eventsAtSnapshot;
        if (events > 0 && World.Now == _committed && (events >= limits.SnapshotEvents || clock.GetElapsedTime(_snapshotAt) >= limits.SnapshotEvery))
        {
            SaveSnapshot();
        }
    }

    private void SaveSnapshot()
    {
        try
        {
            _journal.Save(Save());
        }
        catch (JournalException fault)
        {
            // A world lives without a snapshot; its next start takes longer.
            LogSnapshot(live.Id, fault.Message);
        }

        (_snapshotAt, _eventsAtSnapshot) = (clock.GetTimestamp(), World.EventCount);
        _timing.Anchor(World.Now);
    }

    private static void Measure(OpenBatch batch, int events, double ms)
    {
        TwinTelemetry.CommitMs.Record(ms);
        TwinTelemetry.BatchEvents.Record(events);
        TwinTelemetry.Events.Add(events);
        TwinTelemetry.Inputs.Add(batch.Inputs.Count);
        for (var i = 0; i < batch.Answers.Count; i++)
        {
            if (batch.Orders[i].Slip is not null)
            {
                TwinTelemetry.Commands.Add(1, Array.Find(Outcomes, outcome => Equals(outcome.Value, batch.Answers[i].Outcome)));
            }
        }
    }
}
