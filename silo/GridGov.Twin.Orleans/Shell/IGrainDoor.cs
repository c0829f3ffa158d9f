using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// Where messages that are durable are handed to their grains, wherever those live. A message that is lost on the way costs time only: it is
/// still under way in the journal and is handed out again.
/// </summary>
public interface IGrainDoor
{
    /// <summary>Hands messages out; returns when their grains have them in memory, not when they are handled.</summary>
    Task Deliver(string world, IReadOnlyList<UnderWay> messages);

    /// <summary>Lets one grain handle one message now, whatever else waits for it, and says what it sent and withdrew.</summary>
    Task<TurnMade> Handle(string world, UnderWay message);

    /// <summary>Tells a grain that something it waits for may be due.</summary>
    Task Wake(string world, GrainId grain);
}

/// <summary>What a turn that is kept added to the messages under way and took from them; empty where there was nothing to handle.</summary>
public sealed record TurnMade(IReadOnlyList<UnderWay> Sends, IReadOnlyList<MessageId> Withdrawn)
{
    /// <summary>Nothing was to be handled.</summary>
    public static readonly TurnMade Nothing = new([], []);
}
