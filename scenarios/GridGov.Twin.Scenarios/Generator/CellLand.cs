using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>A cell before it has a code: its patch of the mesh, its block and its middle.</summary>
internal sealed record CellLand(int Patch, Block Block, Place Centre)
{
    /// <summary>Whether houses stand in it, for a village's cells.</summary>
    public bool IsSettled { get; init; } = true;

    /// <summary>The corner people reach it by.</summary>
    public int Gate { get; set; } = -1;
}
