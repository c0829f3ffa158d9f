using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Journal.Turns;

/// <summary>Worlds whose grains live on many silos, in one database that all of them share. Safe for use by several threads.</summary>
public interface ITurnStore : IDisposable
{
    /// <summary>The worlds there are, by name.</summary>
    IReadOnlyList<Genesis> Worlds();

    /// <summary>
    /// Opens a world for one of its silos; makes it with its first messages where nobody has yet. Of several silos that come at once one makes
    /// it, the others open what it made.
    /// </summary>
    /// <exception cref="JournalException">There is such a world of another plan, seed or kind, or the store refuses.</exception>
    ITurnJournal Open(Genesis genesis, IReadOnlyList<Sent> first, WorldTime time);
}

/// <summary>
/// The journal of a world whose grains live on many silos: the messages under way, every grain's turns in one order over all silos, hash-chained,
/// and the world's clock. What a method has returned from is durable. Safe for use by several threads and by several processes.
/// </summary>
public interface ITurnJournal : IWorldHistory
{
    /// <summary>
    /// Keeps turns of different grains in one transaction, in the order given; each is kept whole or not at all, whatever becomes of the others.
    /// A turn is kept if its message is still under way and it is its grain's next: then the message is no longer under way, what the turn
    /// withdrew neither, what it sent is, and its events follow those of every turn kept before.
    /// </summary>
    /// <exception cref="JournalException">
    /// Disk full, database locked or gone. The caller may try again with the very same turns: those that had got in after all are answered
    /// <see cref="TurnFate.Kept"/>.
    /// </exception>
    IReadOnlyList<TurnFate> Keep(IReadOnlyList<GrainTurn> turns);

    /// <summary>
    /// Takes in what comes from outside, in one transaction: each entry gets the next numbers of inputs, its messages are under way, its command
    /// and an audit entry are kept. An entry whose idempotency key is known is not taken in again: the command that came with it is given back.
    /// </summary>
    /// <exception cref="JournalException">Disk full, database locked or gone.</exception>
    IReadOnlyList<Entered> Enter(IReadOnlyList<Entry> entries);

    /// <summary>Keeps what some commands were answered, in one transaction, to be given again when their keys are sent again.</summary>
    void Answer(IReadOnlyList<(long FirstInput, string Answer)> answers);

    /// <summary>The messages under way to a grain, in the order (due, priority, when they were sent). None that was set aside.</summary>
    IReadOnlyList<UnderWay> WaitingFor(GrainId grain);

    /// <summary>
    /// At most so many of the messages due at or before a moment, in the order (due, priority, when they were sent); only those sent before
    /// <see cref="Sent"/> was so many. None that was set aside.
    /// </summary>
    IReadOnlyList<UnderWay> Due(Instant until, int most, long sentBefore = long.MaxValue);

    /// <summary>How many messages were ever sent.</summary>
    long Sent();

    /// <summary>When the next message is due; <see cref="Instant.Never"/> if none is under way.</summary>
    Instant NextDue();

    /// <summary>A grain's turns after one of its numbers, in order, with the messages handled; what they sent and announced is not read.</summary>
    IReadOnlyList<GrainTurn> TurnsOf(GrainId grain, long after);

    /// <summary>The turns of all grains from a record on, in order, with the messages handled and the events; what they sent is not read.</summary>
    IEnumerable<(long Record, Instant To, IReadOnlyList<GrainTurn> Turns)> Turns(long fromRecord);

    /// <summary>Waits until there are records after this one, a clock was set, or the time is over. Woken by the database where it can, else by asking now and then.</summary>
    void WaitForNews(long afterRecord, TimeSpan most, CancellationToken stop);

    /// <summary>Sets a message aside that its grain cannot handle: it is not handed out until it is taken back.</summary>
    void SetAside(MessageId message, string problem);

    /// <summary>The messages set aside, oldest first.</summary>
    IReadOnlyList<SetAside> AllSetAside();

    /// <summary>Puts a message that was set aside under way again; false if it is not aside.</summary>
    bool TakeBack(MessageId message);

    /// <summary>What whoever follows the turns does not see in them, of one moment.</summary>
    AtDoor AtDoor();

    /// <summary>The world's clock as it was set last.</summary>
    WorldTime Time();

    /// <summary>Sets the clock, if it still stands as <paramref name="expected"/> says; false when somebody else has set it meanwhile.</summary>
    bool SetTime(WorldTime expected, WorldTime next);

    /// <summary>Notes a look at sensitive data or an operator's action, durably.</summary>
    void Note(string actor, string action, string target, string outcome);
}
