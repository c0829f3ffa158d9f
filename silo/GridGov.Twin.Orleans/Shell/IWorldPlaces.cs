namespace GridGov.Twin.Orleans.Shell;

/// <summary>
/// Where worlds live whole on a cluster: a drill's world with its engine and its journal on one silo, a replay or a replication where it was opened.
/// Requests for them arrive at any silo.
/// </summary>
public interface IWorldPlaces
{
    /// <summary>What this silo is called.</summary>
    string Here { get; }

    /// <summary>
    /// Where a world lives. A drill's that lives nowhere, for it was just opened or its silo went away, is brought up on a silo first; null for a
    /// world that nobody knows.
    /// </summary>
    /// <exception cref="WorldAwayException">It is kept, but cannot be reached or brought up just now.</exception>
    Task<WorldPlace?> Find(string world, CancellationToken stop);

    /// <summary>The silos that answer, with the worlds that live whole on each.</summary>
    Task<IReadOnlyList<SiloWorlds>> Look(CancellationToken stop);
}

/// <summary>The silo a world lives on: what it is called, where its API is reached, and whether it is this one.</summary>
public sealed record WorldPlace(string Silo, Uri Http, bool IsHere);

/// <summary>What lives whole on a silo.</summary>
public sealed record SiloWorlds(WorldPlace Place, IReadOnlyList<string> Worlds);

/// <summary>A world cannot be reached at this moment; says why to people.</summary>
/// <param name="zh">Why, in Chinese.</param>
/// <param name="en">Why, in English.</param>
/// <param name="cause">What failed.</param>
public sealed class WorldAwayException(string zh, string en, Exception? cause = null) : Exception(en, cause)
{
    /// <summary>Why, in Chinese.</summary>
    public string Zh { get; } = zh;

    /// <summary>Why, in English.</summary>
    public string En => Message;
}

/// <summary>Brings whole worlds up on one silo, for the cluster, which says when.</summary>
public interface IWorldKeeper
{
    /// <summary>Where this silo's API is reached by the other silos; null before it listens.</summary>
    Uri? Http { get; }

    /// <summary>The worlds that live whole on this silo now.</summary>
    IReadOnlyList<string> Here { get; }

    /// <summary>Whether there is a journal of a drill of this name, so that it can be brought up.</summary>
    /// <exception cref="Journal.JournalException">The journals cannot be read.</exception>
    bool IsKept(string world);

    /// <summary>Brings a world up to where its journal ends, and lets it go on; nothing where it lives here already.</summary>
    /// <exception cref="WorldAwayException">
    /// It cannot be brought up. Where its cause is a <see cref="Journal.JournalException"/>, trying again may help: another process holds the journal, or
    /// the database is away.
    /// </exception>
    Task BringUp(string world);

    /// <summary>Stops a world in good order; nothing where it does not live here.</summary>
    Task PutDown(string world);

    /// <summary>Whether a world that lives here has come to its end, so that it need not come up again by itself.</summary>
    bool HasEnded(string world);
}
