using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;

namespace GridGov.Twin.Silo.Worlds;

/// <summary>What entered a world since its last commit, and who waits for it to be durable.</summary>
internal sealed class OpenBatch
{
    /// <summary>The inputs, in order.</summary>
    public List<Input> Inputs { get; } = [];

    /// <summary>The commands they came from.</summary>
    public List<CommandRecord> Commands { get; } = [];

    /// <summary>The orders they came from.</summary>
    public List<WorldOrder> Orders { get; } = [];

    /// <summary>What each order will be answered.</summary>
    public List<StoredAnswer> Answers { get; } = [];

    /// <summary>Whether nothing entered.</summary>
    public bool IsEmpty => Orders.Count == 0;
}
