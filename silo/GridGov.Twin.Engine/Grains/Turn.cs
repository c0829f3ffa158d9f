using System.Runtime.CompilerServices;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.Grains;

/// <summary>
/// One grain handling one message: what it may know (time, itself, the seed) and what it wants to happen (sends, timers, events).
/// A handler changes nothing but its own state and the turn; the host carries the effects out, in order, after the handler returns.
/// </summary>
public sealed class Turn(ulong seed, Timers timers, long[] numbers)
{
    private Sent[] _sends = new Sent[16];
    private Event[] _events = new Event[16];
    private int _sendCount;
    private int _eventCount;

    /// <summary>The priority of ordinary messages; lower goes first among messages due at one instant.</summary>
    public const byte OrdinaryPriority = 128;

    /// <summary>The moment the message is handled.</summary>
    public Instant Now { get; private set; }

    /// <summary>The grain that handles it.</summary>
    public GrainId Self { get; private set; }

    /// <summary>The world's seed; chance streams are keyed by it.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>Messages sent this turn, in order.</summary>
    public ReadOnlySpan<Sent> Sends => _sends.AsSpan(0, _sendCount);

    /// <summary>Facts announced this turn, in order. Their sequence is given by the host.</summary>
    public ReadOnlySpan<Event> Events => _events.AsSpan(0, _eventCount);

    /// <summary>The same facts, for the host to number.</summary>
    internal Span<Event> EventsToNumber => _events.AsSpan(0, _eventCount);

    /// <summary>Begins a turn: forgets the last one's effects.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(Instant now, GrainId self)
    {
        Now = now;
        Self = self;
        _sendCount = 0;
        _eventCount = 0;
    }

    /// <summary>Sends a message that arrives at this same instant, after everything already due.</summary>
    public void Send<T>(GrainId to, in T message, byte priority = OrdinaryPriority)
        where T : unmanaged, IMessage => Add(to, Now, default, message, priority);

    /// <summary>Sends a message that arrives after <paramref name="delay"/> (not negative).</summary>
    public void SendAfter<T>(Duration delay, GrainId to, in T message, byte priority = OrdinaryPriority)
        where T : unmanaged, IMessage => Add(to, DueAfter(delay), default, message, priority);

    /// <summary>Sends the grain itself a message after <paramref name="delay"/>, unless the timer is cancelled first.</summary>
    public TimerId StartTimer<T>(Duration delay, in T message, byte priority = OrdinaryPriority)
        where T : unmanaged, IMessage
    {
        var due = DueAfter(delay);
        var timer = timers.Start();
        Add(Self, due, timer, message, priority);
        return timer;
    }

    /// <summary>Cancels a timer and forgets it; does nothing if it is none or has ended.</summary>
    public void Cancel(ref TimerId timer)
    {
        timers.Cancel(timer);
        timer = default;
    }

    /// <summary>Announces a fact.</summary>
    public void Emit<T>(in T what)
        where T : unmanaged, IEvent
    {
        if (_eventCount == _events.Length)
        {
            Array.Resize(ref _events, _eventCount * 2);
        }

        ref var slot = ref _events[_eventCount++];
        slot.At = Now;
        slot.Sequence = 0;
        slot.Source = Self;
        slot.Body.Pack(what);
    }

    /// <summary>A number for a new grain of <paramref name="kind"/>, never given before in this world.</summary>
    public GrainId Next(byte kind) => new(kind, numbers[kind]++);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add<T>(GrainId to, Instant due, TimerId timer, in T message, byte priority)
        where T : unmanaged, IMessage
    {
        if (_sendCount == _sends.Length)
        {
            Array.Resize(ref _sends, _sendCount * 2);
        }

        ref var slot = ref _sends[_sendCount++];
        slot.Due = due;
        slot.To = to;
        slot.Timer = timer;
        slot.Priority = priority;
        slot.Message.Pack(message);
    }

    // One comparison without sign finds a negative delay as well as one that leads beyond the end of time.
    private Instant DueAfter(Duration delay) =>
        (ulong)delay.Milliseconds < (ulong)(long.MaxValue - Now.Milliseconds)
            ? Now + delay
            : throw new ArgumentOutOfRangeException(nameof(delay), delay, "a message arrives neither before it is sent nor after the end of time");
}
