using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>One cell before it has a code: its polygon in plane metres and the cells it shares an edge with, by the edge's length in metres.</summary>
internal sealed class CellDraft(Polygon shape)
{
    public Polygon Shape { get; set; } = shape;

    public SortedDictionary<int, double> Neighbours { get; } = [];

    /// <summary>The neighbour a sliver was merged into; the cell is gone then.</summary>
    public bool IsMerged { get; set; }
}

/// <summary>Makes cells of a district cut along the lattice: slivers under 30 % of a square go to the neighbour they share most edge with.</summary>
internal static class CellLayout
{
    private const double SliverM2 = 0.3 * Lattice.SideM * Lattice.SideM;
    private const double SharedEdgeM = 1;

    public static List<CellDraft> Lay(IReadOnlyList<Piece> pieces)
    {
        var drafts = pieces.Select(piece => new CellDraft(piece.Shape)).ToList();
        Connect(pieces, drafts);
        var slivers = Enumerable.Range(0, drafts.Count).Where(i => drafts[i].Shape.Area < SliverM2).OrderBy(i => drafts[i].Shape.Area).ThenBy(i => i);
        foreach (var sliver in slivers.ToArray())
        {
            if (drafts[sliver].Shape.Area < SliverM2)
                Merge(drafts, sliver);
        }

        return Remaining(drafts);
    }

    private static void Connect(IReadOnlyList<Piece> pieces, List<CellDraft> drafts)
    {
        var inSquare = Enumerable.Range(0, pieces.Count).ToLookup(i => pieces[i].Square);
        for (var i = 0; i < pieces.Count; i++)
        {
            var (column, row) = pieces[i].Square;
            foreach (var j in inSquare[new Square(column + 1, row)].Concat(inSquare[new Square(column, row + 1)]))
            {
                var sharedM = pieces[i].IsFull && pieces[j].IsFull ? Lattice.SideM : SharedM(pieces[i].Shape, pieces[j].Shape);
                if (sharedM > 0)
                    drafts[i].Neighbours[j] = drafts[j].Neighbours[i] = sharedM;
            }
        }
    }

    private static double SharedM(Polygon a, Polygon b) => OverlayNGRobust.Overlay(a, b, SpatialFunction.Intersection).Length;

    private static void Merge(List<CellDraft> drafts, int sliver)
    {
        foreach (var (into, _) in drafts[sliver].Neighbours.OrderByDescending(shared => shared.Value).ThenBy(shared => shared.Key).ToArray())
        {
            var union = OverlayNGRobust.Overlay(drafts[into].Shape, drafts[sliver].Shape, SpatialFunction.Union);
            if (union is not Polygon { NumInteriorRings: 0 } shape)
                continue;
            drafts[into].Shape = shape;
            drafts[sliver].IsMerged = true;
            foreach (var (neighbour, sharedM) in drafts[sliver].Neighbours)
            {
                drafts[neighbour].Neighbours.Remove(sliver);
                if (neighbour != into)
                    drafts[into].Neighbours[neighbour] = drafts[neighbour].Neighbours[into] = sharedM + drafts[into].Neighbours.GetValueOrDefault(neighbour);
            }

            return;
        }
    }

    // Numbers the cells that are left, and keeps as neighbours those one can walk to across a real edge.
    private static List<CellDraft> Remaining(List<CellDraft> drafts)
    {
        var left = drafts.Where(draft => !draft.IsMerged).ToList();
        var numbers = new int[drafts.Count];
        for (int i = 0, number = 0; i < drafts.Count; i++)
            numbers[i] = drafts[i].IsMerged ? -1 : number++;
        return left.ConvertAll(draft =>
        {
            var cell = new CellDraft(draft.Shape);
            foreach (var (neighbour, _) in draft.Neighbours.Where(shared => shared.Value > SharedEdgeM))
                cell.Neighbours[numbers[neighbour]] = draft.Neighbours[neighbour];
            return cell;
        });
    }
}
