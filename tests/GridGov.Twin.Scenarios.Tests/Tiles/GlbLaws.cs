namespace GridGov.Twin.Scenarios.Tests.Tiles;

/// <summary>
/// What the specifications of GLB, EXT_mesh_features and EXT_structural_metadata ask of a content file beyond what the Khronos validator looks at,
/// and that its numbers agree with each other. Gives what is broken; nothing if all is well.
/// </summary>
internal static class GlbLaws
{
    public static IEnumerable<string> Faults(GlbTile tile) => Container(tile).Concat(Buffers(tile)).Concat(Features(tile)).Concat(Mesh(tile));

    private static IEnumerable<string> Container(GlbTile tile)
    {
        if (tile.Word(0) != 0x46546C67 || tile.Word(4) != 2)
            yield return "not a glTF 2 binary";
        if (tile.Word(8) != tile.Length || tile.Length % 8 != 0)
            yield return "the length of the file is not what its head says, or no multiple of 8";
        if (tile.Word(16) != 0x4E4F534A || tile.Word(tile.BinaryStart - 4) != 0x004E4942)
            yield return "the chunks are not JSON and BIN";
        if (tile.BinaryStart % 8 != 0 || tile.BinaryStart + tile.Word(tile.BinaryStart - 8) != tile.Length)
            yield return "the binary chunk does not begin at a multiple of 8 or does not reach to the end";
        if (tile.Json.TrimEnd((byte)' ')[^1] != (byte)'}')
            yield return "the JSON chunk is not padded with spaces";
    }

    private static IEnumerable<string> Buffers(GlbTile tile)
    {
        var buffer = tile.Root.GetProperty("buffers")[0].GetProperty("byteLength").GetInt32();
        if (buffer != tile.Length - tile.BinaryStart)
            yield return "the buffer is not the binary chunk";
        var end = 0;
        foreach (var view in tile.Root.GetProperty("bufferViews").EnumerateArray())
        {
            var (offset, length) = (view.GetProperty("byteOffset").GetInt32(), view.GetProperty("byteLength").GetInt32());
            if (offset % 8 != 0 || offset < end || offset - end >= 8)
                yield return $"a view begins at {offset} after one that ends at {end}";
            if (tile.Binary[end..offset].ContainsAnyExcept((byte)0))
                yield return $"what lies before the view at {offset} is not zeros";
            end = offset + length;
        }

        if (end > buffer || buffer - end >= 8 || tile.Binary[end..].ContainsAnyExcept((byte)0))
            yield return "what lies after the last view is not a few zeros";
    }

    private static IEnumerable<string> Features(GlbTile tile)
    {
        var sizes = new Dictionary<string, int> { ["UINT32"] = 4, ["FLOAT32"] = 4, ["UINT8"] = 1 };
        var metadata = tile.Root.GetProperty("extensions").GetProperty("EXT_structural_metadata");
        var properties = metadata.GetProperty("schema").GetProperty("classes").GetProperty(tile.Table.GetProperty("class").GetString()!).GetProperty("properties");
        foreach (var property in properties.EnumerateObject())
        {
            var size = sizes[property.Value.GetProperty("componentType").GetString()!];
            if (tile.Column(property.Name).Length != tile.Features * size)
                yield return $"the column {property.Name} is {tile.Column(property.Name).Length} bytes for {tile.Features} features of {size}";
        }

        var ids = tile.Attribute("_FEATURE_ID_0").Select(row => row[0]).Distinct().Order().ToArray();
        var set = tile.Primitive.GetProperty("extensions").GetProperty("EXT_mesh_features").GetProperty("featureIds")[0];
        if (set.GetProperty("featureCount").GetInt32() != ids.Length || set.GetProperty("propertyTable").GetInt32() != 0 || set.GetProperty("attribute").GetInt32() != 0)
            yield return $"the set of feature ids says {set}; there are {ids.Length} ids";
        if (ids.Length != tile.Features || ids[0] != 0 || ids[^1] != tile.Features - 1)
            yield return $"{ids.Length} ids from {ids[0]} to {ids[^1]} for {tile.Features} rows";
        foreach (var extension in (string[])["EXT_mesh_features", "EXT_structural_metadata", "KHR_mesh_quantization"])
        {
            if (!tile.Root.GetProperty("extensionsUsed").EnumerateArray().Any(used => used.GetString() == extension))
                yield return $"{extension} is used and not said";
        }
    }

    private static IEnumerable<string> Mesh(GlbTile tile)
    {
        var (positions, normals, indices) = (tile.Attribute("POSITION"), tile.Attribute("NORMAL"), tile.Indices());
        for (var axis = 0; axis < 3; axis++)
        {
            if (Bound(tile, "min", axis) != positions.Min(at => at[axis]) || Bound(tile, "max", axis) != positions.Max(at => at[axis]))
                yield return $"the bounds of axis {axis} are not those of the positions";
        }

        if (indices.Length % 3 != 0 || indices.Min() < 0 || indices.Max() >= positions.Length)
            yield return "an index points nowhere";
        if (indices.Distinct().Count() != positions.Length)
            yield return "a vertex is in no triangle";
        if (indices.Chunk(3).Select(triangle => Fault(triangle, positions, normals)).FirstOrDefault(fault => fault.Length > 0) is { } first)
            yield return first;
    }

    private static string Fault(int[] triangle, double[][] positions, double[][] normals)
    {
        var face = Solid.Cross(positions[triangle[0]], positions[triangle[1]], positions[triangle[2]]);
        if (Solid.Length(face) == 0)
            return $"the triangle {string.Join(',', triangle)} has no area";
        return triangle.Any(corner => Solid.Dot(face, normals[corner]) < 0.98 * Solid.Length(face))
            ? $"the triangle {string.Join(',', triangle)} does not look where its normals point"
            : "";
    }

    private static double Bound(GlbTile tile, string bound, int axis) => tile.Accessor("POSITION").GetProperty(bound)[axis].GetDouble();
}
