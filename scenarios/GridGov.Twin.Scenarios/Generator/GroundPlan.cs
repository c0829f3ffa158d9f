using GridGov.Twin.Domain.City;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>Lays the ground between the buildings: banks and water, parks and lakes, squares, fields.</summary>
internal static class GroundPlan
{
    private static readonly GeometryFactory Factory = new();
    private static readonly BufferParameters Mitred = new() { JoinStyle = JoinStyle.Mitre, MitreLimit = 2 };

    public static List<GroundSite> Lay(DistrictPlan plan, LandMesh mesh, List<CellLand> cells, List<Block> blocks, Place[][] water, OrgNames names)
    {
        var grounds = new List<GroundSite>();
        grounds.AddRange(blocks.Where(block => block.Use == PublicUse.River).Select(block => new GroundSite(GroundKind.Park, null, block.Outline)));
        var river = names.Next() + "河";
        grounds.AddRange(water.Select(ring => new GroundSite(GroundKind.Water, river, ring)));
        foreach (var block in blocks)
        {
            if (block.Kind == CellKind.Public)
            {
                LayPublic(grounds, plan, mesh, cells, block, names);
            }
        }

        foreach (var cell in cells.Where(cell => cell.Block.Kind == CellKind.Village && !cell.IsSettled))
        {
            grounds.AddRange(Inside(mesh.Outline(cell.Patch), 5).Select(ring => new GroundSite(GroundKind.Field, null, ring)));
        }

        return grounds;
    }

    private static void LayPublic(List<GroundSite> grounds, DistrictPlan plan, LandMesh mesh, List<CellLand> cells, Block block, OrgNames names)
    {
        switch (block.Use)
        {
            case PublicUse.Park or PublicUse.Lake:
                var park = names.Next() + "公园";
                var lawns = Inside(block.Outline, WidestM(mesh, cells, block) + 3);
                grounds.AddRange(lawns.Select(ring => new GroundSite(GroundKind.Park, park, ring)));
                if (block.Use == PublicUse.Lake && lawns.Count > 0)
                {
                    grounds.Add(new GroundSite(GroundKind.Water, park + "湖", Lake(plan, block, lawns[0])));
                }

                break;
            case PublicUse.CivicSquare or PublicUse.Station or PublicUse.Stadium:
                grounds.AddRange(Inside(block.Outline, WidestM(mesh, cells, block) + 3).Select(ring => new GroundSite(GroundKind.Square, null, ring)));
                break;
        }
    }

    private static double WidestM(LandMesh mesh, List<CellLand> cells, Block block)
    {
        var widest = 0.0;
        foreach (var cell in cells.Where(cell => cell.Block == block))
        {
            var ring = mesh.Ring(cell.Patch);
            for (var i = 0; i < ring.Count; i++)
            {
                widest = Math.Max(widest, (mesh.StreetOn(ring[i], ring[(i + 1) % ring.Count])?.WidthM() ?? 0) / 2);
            }
        }

        return widest;
    }

    /// <summary>The ring drawn in by a distance: one ring, several where it is narrow, or none.</summary>
    private static List<Place[]> Inside(Place[] outline, double metres)
    {
        Coordinate[] shell = [.. outline.Append(outline[0]).Select(p => new Coordinate(p.EastM, p.NorthM))];
        var shrunk = new BufferOp(Factory.CreatePolygon(shell), Mitred).GetResultGeometry(-metres);
        return [.. Enumerable.Range(0, shrunk.NumGeometries).Select(shrunk.GetGeometryN).OfType<Polygon>().Where(part => part.Area > 200).Select(RingOf)];
    }

    private static Place[] RingOf(Polygon polygon)
    {
        var ring = polygon.ExteriorRing.Coordinates.SkipLast(1).Select(c => Plane.Rounded(new Place(c.X, c.Y))).ToArray();
        return Plane.AreaM2(ring) > 0 ? ring : [.. ring.Reverse()];
    }

    // A shore that wanders between 45 and 80 % of the way from the middle to the edge of the lawn.
    private static Place[] Lake(DistrictPlan plan, Block block, Place[] lawn)
    {
        var noise = new SmoothNoise(plan.Seed ^ (ulong)block.Index, Purpose.Lakes, 60);
        var middle = Plane.Centroid(lawn);
        const int Points = 40;
        var round = Footprint.Oval(new Box(new Place(0, 0), new Place(1, 0), 2, 2)).Ring;
        var shore = new List<Place>();
        for (var i = 0; i < Points; i++)
        {
            var turn = i * (double)round.Length / Points;
            var ray = Plane.Between(round[(int)turn], round[((int)turn + 1) % round.Length], turn - (int)turn);
            var reach = ReachM(lawn, middle, Plane.Unit(ray));
            var share = 0.62 + (0.18 * noise.At(middle.EastM + (ray.EastM * 90), middle.NorthM + (ray.NorthM * 90)));
            shore.Add(Plane.Rounded(Plane.Plus(middle, Plane.Unit(ray), reach * share)));
        }

        return [.. shore];
    }

    private static double ReachM(Place[] ring, Place from, Place direction)
    {
        var nearest = double.MaxValue;
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            var side = Plane.Minus(b, a);
            var across = Plane.Cross(direction, side);
            var t = across == 0 ? -1 : Plane.Cross(Plane.Minus(a, from), side) / across;
            var u = across == 0 ? -1 : Plane.Cross(Plane.Minus(a, from), direction) / across;
            nearest = t > 0 && u is >= 0 and <= 1 ? Math.Min(nearest, t) : nearest;
        }

        return nearest;
    }
}
