using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>
/// The street net of a district whose roads are not known: the sides of the lattice's squares as far as they lie in the district, every
/// eighth line an avenue and every fourth a street. What does not hang together is joined by the shortest bridges.
/// </summary>
internal static class LatticeStreets
{
    private const int AvenueEvery = 8;
    private const int StreetEvery = 4;
    private const double WholeSideM = Lattice.SideM - 0.5;

    public static StreetNet Lay(IReadOnlyList<Piece> pieces, Lattice lattice, Place middle)
    {
        var net = new NetDraft();
        foreach (var piece in pieces)
            DrawSides(net, piece, lattice);
        if (net.Nodes.Count == 0)
            net.Node(middle);
        foreach (var (a, b) in Links.Missing(net.Nodes, Links.Components(net.Neighbours())))
            net.Draw(a, b, StreetClass.Street);
        return net.Net(_ => true);
    }

    private static void DrawSides(NetDraft net, Piece piece, Lattice lattice)
    {
        var (column, row) = piece.Square;
        Draw(column, row, column + 1, row, ClassOf(row));
        Draw(column, row + 1, column + 1, row + 1, ClassOf(row + 1));
        Draw(column, row, column, row + 1, ClassOf(column));
        Draw(column + 1, row, column + 1, row + 1, ClassOf(column + 1));

        void Draw(int fromColumn, int fromRow, int toColumn, int toRow, StreetClass size)
        {
            var (from, to) = (lattice.Crossing(fromColumn, fromRow), lattice.Crossing(toColumn, toRow));
            if (piece.IsFull || HasSide(piece.Shape, from, to))
                net.Draw(net.Node(from), net.Node(to), size);
        }
    }

    // The piece was cut out of its square, so a side it keeps whole is one of its edges or a row of them.
    private static bool HasSide(Polygon shape, Place from, Place to)
    {
        var alongM = 0.0;
        var ring = shape.ExteriorRing.Coordinates;
        for (var i = 1; i < ring.Length; i++)
        {
            var isOnSide = from.EastM == to.EastM
                ? ring[i - 1].X == from.EastM && ring[i].X == from.EastM
                : ring[i - 1].Y == from.NorthM && ring[i].Y == from.NorthM;
            alongM += isOnSide ? ring[i - 1].Distance(ring[i]) : 0;
        }

        return alongM >= WholeSideM;
    }

    private static StreetClass ClassOf(int line) =>
        line % AvenueEvery == 0 ? StreetClass.Avenue : line % StreetEvery == 0 ? StreetClass.Street : StreetClass.Lane;
}
