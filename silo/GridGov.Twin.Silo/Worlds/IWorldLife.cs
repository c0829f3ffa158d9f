using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// What makes a live world live: an engine and a journal of its own in this process, or grains on a cluster that it follows. Everything but
/// <see cref="Status"/>, <see cref="History"/>, <see cref="MayHaveKept"/>, <see cref="Note"/> and <see cref="Stop"/> belongs to the world's thread, or comes before it.
/// </summary>
internal interface IWorldLife : IDisposable
{
    /// <summary>How it stands after its last turn.</summary>
    WorldStatus Status { get; }

    /// <summary>The grains, to be looked at.</summary>
    World<DistrictModel> World { get; }

    /// <summary>What is kept of it; null before it was opened.</summary>
    IWorldHistory? History { get; }

    /// <summary>False if no command with this idempotency key is kept; asked once it is open.</summary>
    bool MayHaveKept(string key);

    /// <summary>Notes a look at sensitive data or an operator's action, durably.</summary>
    /// <exception cref="JournalException">The journal cannot be written.</exception>
    void Note(string actor, string action, string target, string outcome);

    /// <summary>Adds somebody who hears its whole committed history.</summary>
    void Follow(IWorldFollower follower);

    /// <summary>Opens or begins its journal.</summary>
    /// <exception cref="StartRefusedException">The journal was begun from another scenario.</exception>
    /// <exception cref="JournalException">The journal cannot be opened.</exception>
    void Open();

    /// <summary>Lives until it is stopped or something in it fails.</summary>
    void Live();

    /// <summary>The whole world as it stands, for an engine to go on with.</summary>
    Snapshot Save();

    /// <summary>Changes the clock. Says where it stood.</summary>
    /// <exception cref="JournalException">The clock is kept in a journal that cannot be reached.</exception>
    string OrderClock(Action<ITiming, Instant> change);

    /// <summary>Asks it to end.</summary>
    void Stop();
}

/// <summary>What people may do to a world's clock.</summary>
internal interface ITiming
{
    /// <summary>Another pace, from a moment on.</summary>
    void Set(Pace pace, Instant now);

    /// <summary>Pauses or goes on; a pause ends a jump.</summary>
    void Hold(bool paused, Instant now);

    /// <summary>As fast as possible to a moment.</summary>
    void Jump(Instant to);
}
