using GridGov.Twin.Domain.City;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridGov.Twin.Scenarios.Geo;

/// <summary>Finds the cells a place lies in.</summary>
internal sealed class CellFinder
{
    /// <summary>How far, in metres, a place may be from a cell and still be on its edge: positions have 7 decimals, about 1 cm.</summary>
    public const double EdgeM = 0.05;

    private readonly Polygon[] _shapes;
    private readonly STRtree<int> _index = new();

    public CellFinder(IReadOnlyList<CellSite> cells)
    {
        _shapes = [.. cells.Select(cell => Outlines.ToPolygon(cell.Outline))];
        for (var i = 0; i < _shapes.Length; i++)
            _index.Insert(_shapes[i].EnvelopeInternal, i);
    }

    /// <summary>The indexes of the cells that hold a place inside or on their edge, in order.</summary>
    public int[] Holding(Place place) =>
        [.. _index.Query(new Envelope(new Coordinate(place.EastM, place.NorthM))).Where(i => Outlines.Holds(_shapes[i], place)).Order()];

    /// <summary>How far, in metres, a place is from a cell; 0 inside.</summary>
    public double ToCellM(int cell, Place place) => Outlines.Holds(_shapes[cell], place) ? 0 : ToEdgeM(cell, place);

    /// <summary>Whether a place lies in a cell, further than <see cref="EdgeM"/> from its edge.</summary>
    public bool IsDeepIn(int cell, Place place) => Outlines.Holds(_shapes[cell], place) && ToEdgeM(cell, place) > EdgeM;

    private double ToEdgeM(int cell, Place place) =>
        _shapes[cell].ExteriorRing.Distance(_shapes[cell].Factory.CreatePoint(new Coordinate(place.EastM, place.NorthM)));
}
