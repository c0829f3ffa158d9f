using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>Hands messages that are under way to the grains they are for, on whichever silo those live.</summary>
public interface IGrainDoor
{
    /// <summary>Puts the messages into their grains' memory. One that does not get there is handed out again later, for it is under way in the journal.</summary>
    Task Deliver(string world, IReadOnlyList<UnderWay> messages);
}
