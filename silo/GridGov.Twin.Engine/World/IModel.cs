using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Engine.World;

/// <summary>
/// What a world is made of: the grains' states and the rule that routes a message to its grain.
/// A struct or a sealed class, so that the engine's calls to it are direct.
/// </summary>
public interface IModel
{
    /// <summary>Lets grain <paramref name="to"/> handle <paramref name="message"/>.</summary>
    void Handle(GrainId to, in Body message, Turn turn);

    /// <summary>The grain's name as people know it, for messages about a stuck world.</summary>
    string NameOf(GrainId grain);

    /// <summary>Writes every grain's state, always in one order.</summary>
    void Write(SnapshotWriter writer);

    /// <summary>Replaces every grain's state with the written one.</summary>
    void Read(SnapshotReader reader);

    /// <summary>
    /// After <see cref="Read"/>, once for each message still under way, in order: a model that keeps an index of what it has under way, which is
    /// no state of its own, makes it anew.
    /// </summary>
    void Recall(GrainId to, in Body message, Instant due)
    {
    }
}
