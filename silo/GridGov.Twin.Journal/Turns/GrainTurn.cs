using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Journal.Turns;

/// <summary>
/// The name of one message: who sent it, in which of his turns, and its place among what that turn sent. From outside: no grain, the number of
/// the input, and 0. A grain that makes a turn again names its messages the same.
/// </summary>
public readonly record struct MessageId(GrainId Sender, long Turn, int Place)
{
    /// <summary>The name of a message from outside.</summary>
    public static MessageId OfInput(long input) => new(GrainId.None, input, 0);

    /// <summary>The name of one of the messages that a world begins with.</summary>
    public static MessageId OfBeginning(int place) => new(GrainId.None, -1, place);

    /// <inheritdoc/>
    public override string ToString() => $"{Sender}:{Turn}:{Place}";
}

/// <summary>A message under way, with its name.</summary>
public readonly record struct UnderWay(MessageId Id, Sent Sent);

/// <summary>One grain has handled one message: all that is to be kept of it.</summary>
/// <param name="Grain">Who handled it.</param>
/// <param name="Number">Which of the grain's turns it is, counted from 1.</param>
/// <param name="At">When, in the world's time.</param>
/// <param name="Handled">The message.</param>
/// <param name="Events">What it announced. Their sequence is given by the journal.</param>
/// <param name="Sends">What it sent, timers included.</param>
/// <param name="Withdrawn">Its own timers that it cancelled.</param>
public sealed record GrainTurn(
    GrainId Grain, long Number, Instant At, UnderWay Handled, IReadOnlyList<Event> Events, IReadOnlyList<UnderWay> Sends, IReadOnlyList<MessageId> Withdrawn);

/// <summary>What became of a turn.</summary>
public enum TurnFate
{
    /// <summary>It is in.</summary>
    Kept,

    /// <summary>Its message is not under way: it was handled before, withdrawn or set aside. Nothing of the turn is in.</summary>
    NotUnderWay,

    /// <summary>The grain has made another turn meanwhile, in another place. Nothing of the turn is in, and the grain's memory is out of date.</summary>
    Overtaken,
}

/// <summary>What somebody outside wants to enter a world: messages, made when the number of the first input is known, and who asks for it (null: readings).</summary>
public sealed record Entry(Func<long, IReadOnlyList<Sent>> Messages, EntrySlip? Slip);

/// <summary>Who gave a command, what it is in words, its idempotency key (null: none) and the hash of the request.</summary>
public sealed record EntrySlip(string Actor, string Action, string Target, string? Key, ulong RequestHash);

/// <summary>What was taken in; or the command that had come with the same key before, and then no messages.</summary>
public sealed record Entered(long FirstInput, IReadOnlyList<UnderWay> Messages, CommandRecord? Before);

/// <summary>Messages that the turns up to a record tell nothing of.</summary>
/// <param name="Record">The last record there was.</param>
/// <param name="FromOutside">The inputs under way, in the order they came.</param>
/// <param name="Aside">The messages set aside.</param>
public sealed record AtDoor(long Record, IReadOnlyList<UnderWay> FromOutside, IReadOnlyList<MessageId> Aside);

/// <summary>A message nobody can handle: how it failed, and since when it lies aside.</summary>
public sealed record SetAside(UnderWay Message, string Problem, DateTimeOffset Since);
