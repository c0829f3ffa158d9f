using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// The life of one grain on a silo: loads what was kept, handles what is due, turn by turn, lets each turn be kept, and only then passes on what
/// it sent. What it holds beyond that can be lost at any moment. Its calls may interleave at their waits but never run side by side.
/// </summary>
public sealed partial class GrainShell(GrainId self, WorldHome home, IStateShelf shelf) : IDisposable
{
    private const int TurnsPerState = 64;
    private readonly Agenda _agenda = new();
    private readonly SemaphoreSlim _turn = new(1);
    private LoneGrain? _grain;
    private long _number;
    private Instant _last;
    private long _keptNumber;
    private Instant _wakesAt = Instant.Never;

    /// <summary>The grain's name.</summary>
    public GrainId Self => self;

    /// <summary>When the first message it waits for is due; never if none.</summary>
    public Instant NextDue => _agenda.TryPeek(out var first) ? first.Sent.Due : Instant.Never;

    /// <summary>Brings the grain to where the journal says it is.</summary>
    public async Task Load()
    {
        await _turn.WaitAsync();
        try
        {
            await Recall();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes messages into memory; they are durable, and handled by <see cref="Work"/>.</summary>
    public void Take(IEnumerable<UnderWay> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        foreach (var message in messages)
        {
            _agenda.Add(message);
        }
    }

    /// <summary>Handles everything that is due, and asks to be woken for what comes next.</summary>
    public async Task Work()
    {
        // Whoever is at it already goes on until nothing is due.
        if (!await _turn.WaitAsync(0))
        {
            return;
        }

        try
        {
            if (_grain is null)
            {
                await Recall();
            }

            while (_agenda.TryPeek(out var first) && home.Clock.IsDue(first.Sent.Due))
            {
                await Handle(first);
            }

            WakeForNext();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Handles one message now, whatever else waits, and says what that changed in the messages under way.</summary>
    public async Task<TurnMade> HandleNow(UnderWay message)
    {
        await _turn.WaitAsync();
        try
        {
            return await Handle(message);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Keeps the state as it is, if turns were made since it was kept last. Writes nothing that the journal does not hold.</summary>
    public async Task KeepState()
    {
        if (_number == _keptNumber || _grain is not { } grain)
        {
            return;
        }

        var (number, state) = (_number, Present(grain));
        await shelf.Write(state);
        _keptNumber = number;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<TurnMade> Handle(UnderWay message)
    {
        var grain = _grain ?? await Recall();
        _agenda.Remove(message.Id);
        if (!grain.Awaits(message.Sent))
        {
            return TurnMade.Nothing;
        }

        if (await Try(grain, message) is not { } made)
        {
            return TurnMade.Nothing;
        }

        if (await Keep(made) == TurnFate.Kept)
        {
            return await Carry(made);
        }

        // The grain's memory has run ahead of the journal: what the journal says holds.
        await Recall();
        return TurnMade.Nothing;
    }

    private async Task<TurnFate> Keep(GrainTurn made)
    {
        try
        {
            return await home.Keeper.Keep(made);
        }
        catch
        {
            // Whether it got in is not known: the journal is asked before the next message.
            _grain = null;
            throw;
        }
    }

    private async Task<TurnMade> Carry(GrainTurn made)
    {
        (_number, _last) = (made.Number, made.At);
        _agenda.Done(made.Handled.Id);
        foreach (var gone in made.Withdrawn)
        {
            _agenda.Remove(gone);
        }

        var others = new List<UnderWay>(made.Sends.Count);
        foreach (var sent in made.Sends)
        {
            if (sent.Sent.To == self)
            {
                _agenda.Add(sent);
            }
            else
            {
                others.Add(sent);
            }
        }

        if (others.Count > 0 && !home.Clock.Time.IsConducted)
        {
            await Deliver(others);
        }

        if (_number - _keptNumber >= TurnsPerState)
        {
            await KeepState();
        }

        return new TurnMade(made.Sends, made.Withdrawn);
    }

    private async Task Deliver(List<UnderWay> messages)
    {
        try
        {
            await home.Door.Deliver(home.World, messages);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // They are under way in the journal; the waker hands them out again.
            home.Undelivered(messages.Count, fault);
        }
    }

    private void WakeForNext()
    {
        if (_agenda.TryPeek(out var next) && (next.Sent.Due < _wakesAt || _wakesAt < home.Clock.Now))
        {
            _wakesAt = next.Sent.Due;
            home.Wakes.At(_wakesAt, self);
        }
    }
}
