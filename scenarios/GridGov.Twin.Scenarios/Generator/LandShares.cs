using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>The share of a district's cells of each kind, 0 to 1, summing to 1.</summary>
public sealed record LandShares(double Residential, double Commercial, double Mixed, double Industrial, double Public, double Village)
{
    /// <summary>A town district with some works and a few villages at its edge.</summary>
    public static LandShares Usual { get; } = new(0.42, 0.12, 0.14, 0.10, 0.14, 0.08);

    /// <summary>The share of one kind.</summary>
    public double Of(CellKind kind) => kind switch
    {
        CellKind.Residential => Residential,
        CellKind.Commercial => Commercial,
        CellKind.Mixed => Mixed,
        CellKind.Industrial => Industrial,
        CellKind.Public => Public,
        _ => Village,
    };

    /// <summary>Every kind with its share.</summary>
    public IEnumerable<(CellKind Kind, double Share)> Each() => Enum.GetValues<CellKind>().Select(kind => (kind, Of(kind)));
}
