using System.Diagnostics.CodeAnalysis;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>
/// The worlds of this host: those that were configured, in their order, filled before any of them is started; then the replications that are
/// looked at, which come and go.
/// </summary>
public interface IWorldDirectory
{
    /// <summary>All worlds; none before the host starts.</summary>
    IReadOnlyList<LiveWorld> All { get; }

    /// <summary>One world by its name.</summary>
    bool TryFind(string id, [NotNullWhen(true)] out LiveWorld? world);
}

/// <summary>
/// Makes followers: asked once for each world before it starts. Registered as a service by whoever wants to follow worlds, as a singleton.
/// </summary>
public interface IWorldFollowing
{
    /// <summary>The follower of a world; it hears the whole committed history.</summary>
    IWorldFollower Follow(LiveWorld world);

    /// <summary>The world is gone: nobody is to be told of it any more.</summary>
    void Leave(LiveWorld world);
}
