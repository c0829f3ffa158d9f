using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>A square of the lattice: column from the west, row from the south, both from 0.</summary>
internal readonly record struct Square(int Column, int Row);

/// <summary>The part of the district inside one square: all of it (full) or a polygon.</summary>
internal sealed record Piece(Square Square, Polygon Shape, bool IsFull);

/// <summary>
/// A lattice of squares of 100 m, 10,000 m² each (万米单元网格). Its lines lie on the plane's raster, so that cutting along them leaves no gaps.
/// </summary>
internal sealed class Lattice
{
    public const double SideM = 100;

    private static readonly GeometryFactory Metres = new();
    private readonly LocalPlane _plane;
    private readonly double[] _eastM;
    private readonly double[] _northM;

    /// <summary>The lattice that covers <paramref name="extent"/> (plane metres), from its south-west corner.</summary>
    public Lattice(Envelope extent, LocalPlane plane)
    {
        _plane = plane;
        _eastM = Lines(extent.MinX, extent.MaxX, m => plane.Snap(new Place(m, 0)).EastM);
        _northM = Lines(extent.MinY, extent.MaxY, m => plane.Snap(new Place(0, m)).NorthM);
    }

    public int Columns => _eastM.Length - 1;

    public int Rows => _northM.Length - 1;

    /// <summary>The crossing of line <paramref name="column"/> from the west with line <paramref name="row"/> from the south.</summary>
    public Place Crossing(int column, int row) => new(_eastM[column], _northM[row]);

    /// <summary>The row of squares a place lies in; places beyond the lattice belong to its edge.</summary>
    public int RowOf(double northM) => Math.Clamp((int)Math.Floor((northM - _northM[0]) / SideM), 0, Rows - 1);

    /// <summary>A block of squares as a polygon.</summary>
    public Polygon Block(int column, int row, int columns, int rows) =>
        (Polygon)Metres.ToGeometry(new Envelope(_eastM[column], _eastM[column + columns], _northM[row], _northM[row + rows]));

    /// <summary>Cuts a polygon along the lattice; a square may hold several pieces. Pieces too thin for the raster vanish.</summary>
    public List<Piece> Cut(Polygon ground)
    {
        var pieces = new List<Piece>();
        Cut(ground, 0, 0, Columns, Rows, pieces);
        return pieces;
    }

    // Halving keeps each cut short: the cost grows with the boundary's length, not with its length times the number of squares.
    private void Cut(Geometry ground, int column, int row, int columns, int rows, List<Piece> pieces)
    {
        var block = Block(column, row, columns, rows);
        var inside = Metres.BuildGeometry(DistrictShape.Polygons(OverlayNGRobust.Overlay(ground, block, SpatialFunction.Intersection)));
        if (inside.IsEmpty)
            return;
        if (inside.Area >= block.Area * (1 - 1e-9))
        {
            AddFull(column, row, columns, rows, pieces);
        }
        else if (columns == 1 && rows == 1)
        {
            AddParts(inside, new Square(column, row), pieces);
        }
        else if (columns >= rows)
        {
            Cut(inside, column, row, columns / 2, rows, pieces);
            Cut(inside, column + (columns / 2), row, columns - (columns / 2), rows, pieces);
        }
        else
        {
            Cut(inside, column, row, columns, rows / 2, pieces);
            Cut(inside, column, row + (rows / 2), columns, rows - (rows / 2), pieces);
        }
    }

    private void AddFull(int column, int row, int columns, int rows, List<Piece> pieces)
    {
        for (var c = column; c < column + columns; c++)
        {
            for (var r = row; r < row + rows; r++)
                pieces.Add(new Piece(new Square(c, r), Block(c, r, 1, 1), IsFull: true));
        }
    }

    private void AddParts(Geometry inside, Square square, List<Piece> pieces)
    {
        foreach (var part in DistrictShape.Polygons(inside))
        {
            if (OnRaster(part) is { } shape && (shape.IsValid ? shape : Mended(shape)) is { } valid)
                pieces.Add(new Piece(square, valid, IsFull: false));
        }
    }

    private Polygon? OnRaster(Polygon part)
    {
        var outline = Outlines.FromPlane(part, _plane);
        return outline.Length >= 3 && Outlines.AreaM2(outline) > 0 ? Outlines.ToPolygon(outline) : null;
    }

    // The raster can fold a spike thinner than a centimetre over itself.
    private Polygon? Mended(Polygon folded) =>
        PolygonRepair.Largest(GeometryFixer.Fix(folded)) is { } largest && OnRaster(largest) is { IsValid: true } shape ? shape : null;

    private static double[] Lines(double fromM, double toM, Func<double, double> snap)
    {
        var squares = Math.Max(1, (int)Math.Ceiling((toM - fromM) / SideM));
        return [.. Enumerable.Range(0, squares + 1).Select(k => snap(fromM + (k * SideM)))];
    }
}
