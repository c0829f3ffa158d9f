using System.Runtime.CompilerServices;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Queue;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.World;

/// <content>The step: take a message, let its grain handle it, carry out what the grain wants.</content>
public sealed partial class World<TModel>
{
    // How many of the last messages before a stuck world is stopped are counted by grain.
    private const int BusyWindow = 10_000;

    private long Run(long endMs, long maxMessages)
    {
        RequireIdle();
        var done = 0L;
        try
        {
            for (; done < maxMessages && _queue.TryTake(endMs, out var slot, out var dueMs); done++)
            {
                ref readonly var letter = ref _queue[slot];
                if (!letter.Timer.IsNone && !_timers.End(letter.Timer))
                {
                    Drop(slot);
                    done--;
                    continue;
                }

                Deliver(slot, dueMs, in letter);
            }
        }
        catch (Exception cause) when (_phase == Phase.Handling)
        {
            _phase = Phase.Stopped;
            throw new HandlerFailedException(_model.NameOf(_turn.Self), _turn.Self, _kind, Now, cause);
        }
        catch
        {
            _phase = Phase.Stopped;
            throw;
        }
        finally
        {
            Handled += done;
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Deliver(int slot, long dueMs, in Letter letter)
    {
        MoveClock(dueMs, letter.To);
        _phase = Phase.Handling;
        _kind = letter.Message.Kind;
        _turn.Begin(Now, letter.To);
        _model.Handle(letter.To, in letter.Message, _turn);
        _phase = Phase.CarryingOut;
        _hash.Fold(dueMs, letter.To, in letter.Message);
        _queue.Free(slot);
        CarryOut(_turn);
        _phase = Phase.Idle;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MoveClock(long dueMs, GrainId to)
    {
        if (dueMs != _instantMs)
        {
            Now = new Instant(dueMs);
            _instantMs = dueMs;
            _handledAtInstant = 0;
        }

        if (++_handledAtInstant > _watchFrom)
        {
            Watch(to);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CarryOut(Turn turn)
    {
        if (turn.Events.Length > 0)
        {
            Announce(turn.EventsToNumber);
        }

        foreach (ref readonly var sent in turn.Sends)
        {
            Enqueue(in sent);
        }
    }

    private void Announce(Span<Event> events)
    {
        foreach (ref var e in events)
        {
            e.Sequence = EventCount++;
            _hash.Fold(e.At.Milliseconds, e.Source, in e.Body);
            foreach (var listener in _listeners)
            {
                listener.On(in e);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enqueue(in Sent sent)
    {
        ref var letter = ref _queue.Reserve(out var slot);
        letter.To = sent.To;
        letter.Timer = sent.Timer;
        letter.Message.Copy(in sent.Message);
        if (sent.Due == Now && sent.Priority == Turn.OrdinaryPriority)
        {
            _queue.PutNow(slot, Now.Milliseconds);
        }
        else
        {
            _queue.Put(slot, sent.Due.Milliseconds, sent.Priority);
        }
    }

    private void Drop(int slot)
    {
        _timers.Drop();
        _queue.Free(slot);
    }

    private void Watch(GrainId to)
    {
        if (_handledAtInstant <= Math.Max(1, _watchFrom + 1))
        {
            _busy.Clear();
        }

        if (_handledAtInstant > StuckLimit)
        {
            var busiest = _busy.Busiest().Select(b => ($"{_model.NameOf(b.Grain)} ({b.Grain})", b.Messages));
            throw new StuckWorldException(Now, StuckLimit, busiest);
        }

        _busy.Count(to);
    }
}
