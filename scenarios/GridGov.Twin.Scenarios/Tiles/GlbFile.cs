using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>
/// Writes a tile's mesh as a binary glTF 2.0 file: one primitive whose vertices carry the number of their building (EXT_mesh_features) in a table
/// of <c>bid</c>, <c>height</c> and <c>use</c> (EXT_structural_metadata). Normals are bytes (KHR_mesh_quantization).
/// </summary>
internal static class GlbFile
{
    private const uint Magic = 0x46546C67;
    private const uint JsonChunk = 0x4E4F534A;
    private const uint BinChunk = 0x004E4942;
    private const int HeaderBytes = 12;
    private const int ChunkHeaderBytes = 8;

    public static void Write(string file, TileMesh mesh)
    {
        var binary = new BinaryChunk();
        var json = new ArrayBufferWriter<byte>(1 << 12);
        using (var writer = new Utf8JsonWriter(json))
            new GltfJson(writer, mesh, Views(mesh, binary)).Write(binary);
        // The binary part is to begin at a multiple of 8 bytes of the file, as what is in it does.
        const int BeforeBinary = HeaderBytes + (2 * ChunkHeaderBytes);
        var padding = (BinaryChunk.Alignment - ((BeforeBinary + json.WrittenCount) % BinaryChunk.Alignment)) % BinaryChunk.Alignment;
        json.GetSpan(BinaryChunk.Alignment)[..padding].Fill((byte)' ');
        json.Advance(padding);

        using var stream = File.Create(file);
        Write(stream, Magic, 2, (uint)(BeforeBinary + json.WrittenCount + binary.Bytes.Length));
        Write(stream, (uint)json.WrittenCount, JsonChunk);
        stream.Write(json.WrittenSpan);
        Write(stream, (uint)binary.Bytes.Length, BinChunk);
        stream.Write(binary.Bytes);
    }

    private static GltfViews Views(TileMesh mesh, BinaryChunk binary)
    {
        var vertices = mesh.Vertices;
        return new GltfViews(
            Positions: binary.Add(vertices, 12, ViewTarget.Vertices, (place, vertex) => WriteFloats(place, vertex.X, vertex.Y, vertex.Z)),
            Normals: binary.Add(vertices, 4, ViewTarget.Vertices, WriteNormal),
            Texture: binary.Add(vertices, 8, ViewTarget.Vertices, (place, vertex) => WriteFloats(place, vertex.U, vertex.V)),
            Features: binary.Add(vertices, 4, ViewTarget.Vertices, (place, vertex) => BinaryPrimitives.WriteUInt16LittleEndian(place, vertex.Feature)),
            Indices: GltfJson.HasShortIndices(mesh)
                ? binary.Add(mesh.Indices, 2, ViewTarget.Indices, (place, index) => BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)index))
                : binary.Add(mesh.Indices, 4, ViewTarget.Indices, BinaryPrimitives.WriteUInt32LittleEndian),
            Bid: binary.Add(mesh.Buildings, 4, ViewTarget.None, (place, building) => BinaryPrimitives.WriteUInt32LittleEndian(place, (uint)building.Index)),
            Height: binary.Add(mesh.Buildings, 4, ViewTarget.None, (place, building) => WriteFloats(place, (float)building.HeightM)),
            Use: binary.Add(mesh.Buildings, 1, ViewTarget.None, (place, building) => place[0] = (byte)building.Use));
    }

    private static void WriteFloats(Span<byte> place, params ReadOnlySpan<float> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(place[(i * sizeof(float))..], numbers[i]);
    }

    private static void WriteNormal(Span<byte> place, Vertex vertex)
    {
        place[0] = (byte)vertex.Normal.X;
        place[1] = (byte)vertex.Normal.Y;
        place[2] = (byte)vertex.Normal.Z;
    }

    private static void Write(Stream stream, params ReadOnlySpan<uint> numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
            stream.Write(bytes);
        }
    }
}
