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
            grounds.AddRange(Inside(mesh.Outline(cell.Patch), 5).SelectMany(Strips).Select(ring => new GroundSite(GroundKind.Field, null, ring)));
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
                    grounds.Add(new GroundSite(GroundKind.Water, park + "湖", Shore.In(lawns[0], plan.Seed ^ (ulong)block.Index)));
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

    // Fields lie in strips of some 25 m along their longest side, with a path between.
    private static IEnumerable<Place[]> Strips(Place[] ring)
    {
        var longest = Enumerable.Range(0, ring.Length).Select(i => Plane.Minus(ring[(i + 1) % ring.Length], ring[i])).MaxBy(side => Plane.Dot(side, side));
        var across = Plane.Left(Plane.Unit(longest));
        var (low, high) = (ring.Min(p => Plane.Dot(p, across)), ring.Max(p => Plane.Dot(p, across)));
        var count = Math.Max(1, (int)((high - low) / 25));
        var widthM = (high - low) / count;
        for (var i = 0; i < count; i++)
        {
            var below = Plane.Below(ring, across, low + ((i + 1) * widthM) - 1);
            var strip = Plane.Below(below, new Place(-across.EastM, -across.NorthM), -(low + (i * widthM) + 1));
            if (strip.Count >= 3 && Plane.AreaM2(strip) > 100)
            {
                yield return [.. strip.Select(Plane.Rounded)];
            }
        }
    }

    private static Place[] RingOf(Polygon polygon)
    {
        var ring = polygon.ExteriorRing.Coordinates.SkipLast(1).Select(c => Plane.Rounded(new Place(c.X, c.Y))).ToArray();
        return Plane.AreaM2(ring) > 0 ? ring : [.. ring.Reverse()];
    }
}
