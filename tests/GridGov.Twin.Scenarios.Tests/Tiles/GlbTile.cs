using System.Runtime.InteropServices;
using System.Text.Json;

namespace GridGov.Twin.Scenarios.Tests.Tiles;

/// <summary>A content file read back, by the tests' own reader: chunks as they stand, accessors and table columns as numbers.</summary>
internal sealed class GlbTile
{
    private readonly byte[] _file;
    private readonly Dictionary<int, double[][]> _rows = [];

    public GlbTile(string file)
    {
        _file = File.ReadAllBytes(file);
        JsonLength = (int)Word(12);
        Root = JsonDocument.Parse(_file.AsMemory(20, JsonLength)).RootElement;
        BinaryStart = 20 + JsonLength + 8;
    }

    public JsonElement Root { get; }

    public int JsonLength { get; }

    public int BinaryStart { get; }

    public int Length => _file.Length;

    public ReadOnlySpan<byte> Json => _file.AsSpan(20, JsonLength);

    public ReadOnlySpan<byte> Binary => _file.AsSpan(BinaryStart);

    public JsonElement Primitive => Root.GetProperty("meshes")[0].GetProperty("primitives")[0];

    public JsonElement Table => Root.GetProperty("extensions").GetProperty("EXT_structural_metadata").GetProperty("propertyTables")[0];

    public int Features => Table.GetProperty("count").GetInt32();

    public uint Word(int at) => BitConverter.ToUInt32(_file, at);

    public JsonElement Accessor(string attribute) => Root.GetProperty("accessors")[Primitive.GetProperty("attributes").GetProperty(attribute).GetInt32()];

    /// <summary>The numbers of an attribute, one row for each vertex; normalized bytes as shares of 1.</summary>
    public double[][] Attribute(string name) => Rows(Primitive.GetProperty("attributes").GetProperty(name).GetInt32());

    public int[] Indices() => [.. Rows(Primitive.GetProperty("indices").GetInt32()).Select(row => (int)row[0])];

    public ReadOnlySpan<byte> Column(string property) => ViewBytes(Root.GetProperty("bufferViews")[Table.GetProperty("properties").GetProperty(property).GetProperty("values").GetInt32()]);

    public uint[] Bids() => MemoryMarshal.Cast<byte, uint>(Column("bid")).ToArray();

    public float[] Heights() => MemoryMarshal.Cast<byte, float>(Column("height")).ToArray();

    // Laws ask for the same numbers again and again.
    private double[][] Rows(int accessor) =>
        _rows.TryGetValue(accessor, out var rows) ? rows : _rows[accessor] = Rows(Root.GetProperty("accessors")[accessor]);

    private double[][] Rows(JsonElement accessor)
    {
        var view = Root.GetProperty("bufferViews")[accessor.GetProperty("bufferView").GetInt32()];
        var width = accessor.GetProperty("type").GetString() switch { "VEC3" => 3, "VEC2" => 2, _ => 1 };
        var component = accessor.GetProperty("componentType").GetInt32();
        var size = component switch { 5120 => 1, 5123 => 2, _ => 4 };
        var stride = view.TryGetProperty("byteStride", out var given) ? given.GetInt32() : width * size;
        var offset = BinaryStart + view.GetProperty("byteOffset").GetInt32();
        return [.. Enumerable.Range(0, accessor.GetProperty("count").GetInt32())
            .Select(row => Enumerable.Range(0, width).Select(i => Number(offset + (row * stride) + (i * size), component)).ToArray())];
    }

    private double Number(int at, int component) => component switch
    {
        5120 => Math.Max((sbyte)_file[at] / 127.0, -1),
        5123 => BitConverter.ToUInt16(_file, at),
        5125 => BitConverter.ToUInt32(_file, at),
        _ => BitConverter.ToSingle(_file, at),
    };

    private ReadOnlySpan<byte> ViewBytes(JsonElement view) =>
        _file.AsSpan(BinaryStart + view.GetProperty("byteOffset").GetInt32(), view.GetProperty("byteLength").GetInt32());
}
