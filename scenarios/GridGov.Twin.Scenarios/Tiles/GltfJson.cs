using System.Text.Json;

namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>Which buffer view holds what.</summary>
internal readonly record struct GltfViews(int Positions, int Normals, int Texture, int Features, int Indices, int Bid, int Height, int Use);

/// <summary>Writes the JSON part of a tile's glTF file.</summary>
internal sealed class GltfJson(Utf8JsonWriter json, TileMesh mesh, GltfViews views)
{
    private const int Int8 = 5120;
    private const int UInt16 = 5123;
    private const int UInt32 = 5125;
    private const int Float32 = 5126;
    private const int Triangles = 4;

    // In the order they are written.
    private const int PositionAccessor = 0;
    private const int NormalAccessor = 1;
    private const int TextureAccessor = 2;
    private const int FeatureAccessor = 3;
    private const int IndexAccessor = 4;

    private const string MeshFeatures = "EXT_mesh_features";
    private const string Metadata = "EXT_structural_metadata";
    private const string Quantization = "KHR_mesh_quantization";

    /// <summary>Whether indices fit into two bytes; the highest number of those is kept for other ends.</summary>
    public static bool HasShortIndices(TileMesh mesh) => mesh.Vertices.Length <= ushort.MaxValue;

    /// <summary>Writes everything, with the views of <paramref name="binary"/>.</summary>
    public void Write(BinaryChunk binary)
    {
        json.WriteStartObject();
        WriteRaw("asset", """{"version":"2.0","generator":"GridGov Twin"}""");
        WriteRaw("extensionsUsed", $"""["{MeshFeatures}","{Metadata}","{Quantization}"]""");
        WriteRaw("extensionsRequired", $"""["{Quantization}"]""");
        WriteRaw("scenes", """[{"nodes":[0]}]""");
        json.WriteNumber("scene", 0);
        WriteRaw("nodes", """[{"mesh":0}]""");
        WriteRaw("materials", """[{"pbrMetallicRoughness":{"metallicFactor":0,"roughnessFactor":1}}]""");
        WriteMesh();
        WriteAccessors();
        binary.Write(json);
        WriteMetadata();
        json.WriteEndObject();
    }

    private void WriteMesh()
    {
        json.WriteStartArray("meshes");
        json.WriteStartObject();
        json.WriteStartArray("primitives");
        json.WriteStartObject();
        json.WriteStartObject("attributes");
        json.WriteNumber("POSITION", PositionAccessor);
        json.WriteNumber("NORMAL", NormalAccessor);
        json.WriteNumber("TEXCOORD_0", TextureAccessor);
        json.WriteNumber("_FEATURE_ID_0", FeatureAccessor);
        json.WriteEndObject();
        json.WriteNumber("indices", IndexAccessor);
        json.WriteNumber("material", 0);
        json.WriteNumber("mode", Triangles);
        WriteRaw("extensions", $$$"""{"{{{MeshFeatures}}}":{"featureIds":[{"featureCount":{{{mesh.Buildings.Length}}},"attribute":0,"propertyTable":0}]}}""");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteAccessors()
    {
        json.WriteStartArray("accessors");
        WriteAccessor(views.Positions, Float32, mesh.Vertices.Length, "VEC3", WriteBounds);
        WriteAccessor(views.Normals, Int8, mesh.Vertices.Length, "VEC3", () => json.WriteBoolean("normalized", true));
        WriteAccessor(views.Texture, Float32, mesh.Vertices.Length, "VEC2");
        WriteAccessor(views.Features, UInt16, mesh.Vertices.Length, "SCALAR");
        WriteAccessor(views.Indices, HasShortIndices(mesh) ? UInt16 : UInt32, mesh.Indices.Length, "SCALAR");
        json.WriteEndArray();
    }

    private void WriteAccessor(int view, int component, int count, string type, Action? more = null)
    {
        json.WriteStartObject();
        json.WriteNumber("bufferView", view);
        json.WriteNumber("componentType", component);
        json.WriteNumber("count", count);
        json.WriteString("type", type);
        more?.Invoke();
        json.WriteEndObject();
    }

    private void WriteBounds()
    {
        var (least, most) = (mesh.Vertices[0], mesh.Vertices[0]);
        foreach (var at in mesh.Vertices)
        {
            least = least with { X = Math.Min(least.X, at.X), Y = Math.Min(least.Y, at.Y), Z = Math.Min(least.Z, at.Z) };
            most = most with { X = Math.Max(most.X, at.X), Y = Math.Max(most.Y, at.Y), Z = Math.Max(most.Z, at.Z) };
        }

        WriteVector("min", least);
        WriteVector("max", most);
    }

    // As doubles, so that they are to the last bit the single-precision numbers of the buffer.
    private void WriteVector(string name, Vertex at)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue((double)at.X);
        json.WriteNumberValue((double)at.Y);
        json.WriteNumberValue((double)at.Z);
        json.WriteEndArray();
    }

    private void WriteMetadata()
    {
        const string Schema = """
            {"id":"gridgov_city","classes":{"building":{"name":"Building","properties":{
            "bid":{"description":"Index of the building in the city.","type":"SCALAR","componentType":"UINT32","required":true},
            "height":{"description":"Height above ground in metres.","type":"SCALAR","componentType":"FLOAT32","required":true},
            "use":{"description":"0 housing, 1 shops, 2 offices, 3 works, 4 civic, 5 village house, 6 landmark.",
            "type":"SCALAR","componentType":"UINT8","required":true}}}}}
            """;
        json.WriteStartObject("extensions");
        json.WriteStartObject(Metadata);
        WriteRaw("schema", Schema.ReplaceLineEndings(""));
        json.WriteStartArray("propertyTables");
        json.WriteStartObject();
        json.WriteString("class", "building");
        json.WriteNumber("count", mesh.Buildings.Length);
        WriteRaw("properties", $$$"""{"bid":{"values":{{{views.Bid}}}},"height":{"values":{{{views.Height}}}},"use":{"values":{{{views.Use}}}}}""");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteRaw(string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value);
    }
}
