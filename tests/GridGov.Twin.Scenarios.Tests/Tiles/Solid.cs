namespace GridGov.Twin.Scenarios.Tests.Tiles;

/// <summary>One building as a tile draws it, measured.</summary>
internal sealed record Solid(uint Bid, double HeightM, double RoofM2, double WallM2, double LowestM, double HighestM)
{
    /// <summary>The buildings of a tile, by feature id.</summary>
    public static Solid[] Of(GlbTile tile)
    {
        var (positions, normals, texture) = (tile.Attribute("POSITION"), tile.Attribute("NORMAL"), tile.Attribute("TEXCOORD_0"));
        var (features, bids, heights) = (tile.Attribute("_FEATURE_ID_0"), tile.Bids(), tile.Heights());
        var (roofs, walls) = (new double[tile.Features], new double[tile.Features]);
        foreach (var triangle in tile.Indices().Chunk(3))
        {
            var feature = (int)features[triangle[0]][0];
            if (triangle.Any(corner => features[corner][0] != feature))
                throw new InvalidDataException($"the triangle {string.Join(',', triangle)} belongs to two buildings");
            var areaM2 = Length(Cross(positions[triangle[0]], positions[triangle[1]], positions[triangle[2]])) / 2;
            var isRoof = normals[triangle[0]][1] == 1;
            if (triangle.Any(corner => texture[corner][1] != (isRoof ? -1 : positions[corner][1])))
                throw new InvalidDataException($"the triangle {string.Join(',', triangle)} has a texture coordinate of another height");
            (isRoof ? roofs : walls)[feature] += areaM2;
        }

        var ups = positions.Select((at, i) => (Feature: (int)features[i][0], Up: at[1])).ToLookup(at => at.Feature, at => at.Up);
        return [.. bids.Select((bid, i) => new Solid(bid, heights[i], roofs[i], walls[i], ups[i].Min(), ups[i].Max()))];
    }

    public static double[] Cross(double[] a, double[] b, double[] c)
    {
        var (x, y, z) = (b[0] - a[0], b[1] - a[1], b[2] - a[2]);
        var (nextX, nextY, nextZ) = (c[0] - a[0], c[1] - a[1], c[2] - a[2]);
        return [(y * nextZ) - (z * nextY), (z * nextX) - (x * nextZ), (x * nextY) - (y * nextX)];
    }

    public static double Dot(double[] a, double[] b) => (a[0] * b[0]) + (a[1] * b[1]) + (a[2] * b[2]);

    public static double Length(double[] vector) => Math.Sqrt(Dot(vector, vector));
}
