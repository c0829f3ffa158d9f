using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>What land of kind <see cref="CellKind.Public"/> is used for.</summary>
internal enum PublicUse : byte
{
    None,
    River,
    Park,
    Lake,
    CivicSquare,
    School,
    Hospital,
    Stadium,
    Station,
}

/// <summary>A block: land between streets, of one kind, later cut into cells.</summary>
internal sealed class Block(int index, int patch, int cells, Place centre)
{
    public int Index { get; } = index;

    /// <summary>The patch it was before it was cut into cells.</summary>
    public int Patch { get; } = patch;

    /// <summary>How many cells it is cut into.</summary>
    public int Cells { get; } = cells;

    public Place Centre { get; } = centre;

    public CellKind Kind { get; set; } = CellKind.Residential;

    public PublicUse Use { get; set; }

    /// <summary>The block's outline before it was cut.</summary>
    public required Place[] Outline { get; init; }

    /// <summary>How near the busiest part of town: 1 in its middle, falling to 0.</summary>
    public double Bustle { get; set; }
}
