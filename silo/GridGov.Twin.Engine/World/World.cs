using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Engine.Queue;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.World;

/// <summary>
/// One consistent set of grains with one clock, one seed and one queue. It hands messages to grains one at a time, in the order
/// (due time, priority, sequence), and carries out what they want. Same model, seed and inputs: same history, to the bit.
/// Not safe for use by several threads at once.
/// </summary>
public sealed partial class World<TModel>
    where TModel : IModel
{
    private readonly MessageQueue _queue = new();
    private readonly BusyGrains _busy = new();
    private TModel _model;
    private Timers _timers = new();
    private long[] _numbers = new long[256];
    private Turn _turn;
    private IEventListener[] _listeners = [];
    private RunningHash _hash;
    private Phase _phase;
    private long _instantMs = -1;
    private long _handledAtInstant;
    private long _watchFrom;
    private ulong _kind;

    /// <summary>A world at its start, with nothing pending.</summary>
    public World(TModel model, ulong seed)
    {
        _model = model;
        Seed = seed;
        StuckLimit = 1_000_000;
        _hash = new RunningHash(seed);
        _turn = new Turn(seed, _timers, _numbers);
    }

    // What the world is doing; anything but Idle forbids touching it.
    private enum Phase : byte
    {
        Idle,
        Handling,
        CarryingOut,
        Stopped,
    }

    /// <summary>The grains; by reference, so that a struct model is not copied.</summary>
    public ref TModel Model => ref _model;

    /// <summary>What chance streams are keyed by.</summary>
    public ulong Seed { get; private set; }

    /// <summary>The present moment.</summary>
    public Instant Now { get; private set; }

    /// <summary>Messages handled since the world's start; those of a run under way are added at its end.</summary>
    public long Handled { get; private set; }

    /// <summary>Events announced since the world's start.</summary>
    public long EventCount { get; private set; }

    /// <summary>The hash of every message handled and every event announced since the world's start, in order.</summary>
    public ulong EventHash => _hash.Value;

    /// <summary>Messages still to be handled, cancelled timers not counted.</summary>
    public int Pending => _queue.Count - _timers.Dead;

    /// <summary>More messages than this at one instant stop the world. A setting of the host, not part of the world's state.</summary>
    public long StuckLimit
    {
        get;
        set
        {
            field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "must be above 0");
            _watchFrom = value - BusyWindow;
        }
    }

    /// <summary>Adds somebody who hears every event from now on. Not part of the world's state.</summary>
    public void Listen(IEventListener listener) => _listeners = [.. _listeners, listener];

    /// <summary>Puts a message in from outside: wiring before the start, or the door between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is past.</exception>
    public void Post<T>(GrainId to, in T message, Instant at, byte priority = Turn.OrdinaryPriority)
        where T : unmanaged, IMessage => Post(to, Body.Of(message), at, priority);

    /// <summary>Puts a packed message in from outside, as the door keeps them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is past.</exception>
    public void Post(GrainId to, in Body message, Instant at, byte priority = Turn.OrdinaryPriority)
    {
        RequireIdle();
        if (at < Now)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"the world is already at {Now}");
        }

        ref var letter = ref _queue.Reserve(out var slot);
        letter.To = to;
        letter.Timer = default;
        letter.Message = message;
        _queue.Put(slot, at.Milliseconds, priority);
    }

    /// <summary>When the next message is due; <see cref="Instant.Never"/> if none is pending.</summary>
    public Instant NextDue()
    {
        RequireIdle();
        while (_queue.TryPeek(out var slot, out var dueMs))
        {
            if (_timers.Runs(_queue[slot].Timer))
            {
                return new Instant(dueMs);
            }

            _queue.TryTake(long.MaxValue, out slot, out _);
            Drop(slot);
        }

        return Instant.Never;
    }

    /// <summary>Handles the next message, whenever it is due. False if none is pending.</summary>
    /// <exception cref="HandlerFailedException">A grain's handler threw.</exception>
    /// <exception cref="StuckWorldException">Time does not pass any more.</exception>
    public bool Step() => Run(long.MaxValue, 1) == 1;

    /// <summary>Handles everything due before <paramref name="end"/>, and then it is <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is past.</exception>
    /// <exception cref="HandlerFailedException">A grain's handler threw.</exception>
    /// <exception cref="StuckWorldException">Time does not pass any more.</exception>
    public void RunUntil(Instant end) => RunUntil(end, long.MaxValue);

    /// <summary>As <see cref="RunUntil(Instant)"/>, but handles at most <paramref name="maxMessages"/>; says whether it got to the end.</summary>
    public bool RunUntil(Instant end, long maxMessages)
    {
        if (end < Now)
        {
            throw new ArgumentOutOfRangeException(nameof(end), end, $"the world is already at {Now}");
        }

        if (Run(end.Milliseconds, maxMessages) == maxMessages && NextDue() < end)
        {
            return false;
        }

        Now = end;
        return true;
    }

    private void RequireIdle()
    {
        if (_phase != Phase.Idle)
        {
            throw new InvalidOperationException(_phase == Phase.Stopped
                ? $"the world stopped at {Now} because a step failed: restore a snapshot"
                : "a world may not be touched from inside one of its steps");
        }
    }
}
