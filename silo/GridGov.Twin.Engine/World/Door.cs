using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.World;

/// <summary>A command from outside as the door took it in: what the journal keeps, and a replay puts in again.</summary>
/// <param name="Sequence">Its place among the world's inputs, from 0.</param>
/// <param name="At">The world time it is stamped with.</param>
/// <param name="To">The grain it is for.</param>
/// <param name="Message">What it says.</param>
public readonly record struct Input(long Sequence, Instant At, GrainId To, Body Message)
{
    /// <summary>
    /// The priority a live world gives its inputs: after everything else that is due at their moment, so that their place in history depends on
    /// their moment and sequence alone, and not on when they were taken in.
    /// </summary>
    public const byte Priority = byte.MaxValue;
}

/// <summary>
/// Where commands from outside enter a world: a waiting room of fixed size. Each is stamped with world time and an input
/// sequence, and enters between two steps, in order. Not safe for use by several threads at once: hosts take a lock.
/// </summary>
/// <param name="capacity">How many may wait.</param>
/// <param name="sequence">The sequence of the next input: 0 for a new world, for a recovered one what its journal holds.</param>
public sealed class Door(int capacity, long sequence = 0)
{
    private readonly Queue<Input> _waiting = [];

    /// <summary>How many commands may wait.</summary>
    public int Capacity { get; } =
        capacity > 0 ? capacity : throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "must be above 0");

    /// <summary>How many commands wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>The sequence the next command gets.</summary>
    public long Sequence { get; private set; } = sequence;

    /// <summary>
    /// Takes a command in, or refuses it because the door is full; a refused command has no sequence, and the caller tells whoever
    /// sent it to try again.
    /// </summary>
    /// <param name="to">The grain it is for.</param>
    /// <param name="message">What it says.</param>
    /// <param name="at">The present world time.</param>
    /// <param name="input">The command as stamped.</param>
    public bool TryEnter<T>(GrainId to, in T message, Instant at, out Input input)
        where T : unmanaged, IMessage
    {
        if (_waiting.Count == Capacity)
        {
            input = default;
            return false;
        }

        input = new Input(Sequence++, at, to, Body.Of(message));
        _waiting.Enqueue(input);
        return true;
    }

    /// <summary>
    /// Lets everybody who waits into <paramref name="world"/>, in order, and says how many. A command the world has already
    /// run past is due at once.
    /// </summary>
    public int Drain<TModel>(World<TModel> world)
        where TModel : IModel
    {
        var count = _waiting.Count;
        while (_waiting.TryDequeue(out var input))
        {
            world.Post(input.To, input.Message, input.At > world.Now ? input.At : world.Now);
        }

        return count;
    }
}
