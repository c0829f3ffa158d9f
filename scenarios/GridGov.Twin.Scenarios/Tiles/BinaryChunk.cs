using System.Buffers;
using System.Text.Json;

namespace GridGov.Twin.Scenarios.Tiles;

/// <summary>What a buffer view is for, as glTF numbers it.</summary>
internal enum ViewTarget
{
    /// <summary>The values of a table.</summary>
    None = 0,

    /// <summary>Attributes of vertices.</summary>
    Vertices = 34962,

    /// <summary>Indices of vertices.</summary>
    Indices = 34963,
}

/// <summary>Writes the bytes of one value into its place.</summary>
internal delegate void ItemWriter<T>(Span<byte> place, T item);

/// <summary>The binary part of a glTF file: buffer views one after the other, each beginning at a multiple of 8 bytes.</summary>
internal sealed class BinaryChunk
{
    /// <summary>What 3D metadata is aligned to.</summary>
    public const int Alignment = 8;

    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 20);
    private readonly List<View> _views = [];

    /// <summary>The bytes, a multiple of 8.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Adds values, <paramref name="stride"/> bytes each, and gives the number of the view.</summary>
    public int Add<T>(ReadOnlySpan<T> items, int stride, ViewTarget target, ItemWriter<T> write)
    {
        var length = items.Length * stride;
        _views.Add(new View(_bytes.WrittenCount, length, stride, target));
        var padded = (length + Alignment - 1) / Alignment * Alignment;
        var span = _bytes.GetSpan(Math.Max(padded, 1))[..padded];
        span.Clear();
        for (var i = 0; i < items.Length; i++)
            write(span.Slice(i * stride, stride), items[i]);
        _bytes.Advance(padded);
        return _views.Count - 1;
    }

    /// <summary>Writes the buffer and its views.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("buffers");
        json.WriteStartObject();
        json.WriteNumber("byteLength", _bytes.WrittenCount);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("bufferViews");
        foreach (var view in _views)
            Write(json, view);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, View view)
    {
        json.WriteStartObject();
        json.WriteNumber("buffer", 0);
        json.WriteNumber("byteOffset", view.Offset);
        json.WriteNumber("byteLength", view.Length);
        if (view.Target == ViewTarget.Vertices)
            json.WriteNumber("byteStride", view.Stride);
        if (view.Target != ViewTarget.None)
            json.WriteNumber("target", (int)view.Target);
        json.WriteEndObject();
    }

    private readonly record struct View(int Offset, int Length, int Stride, ViewTarget Target);
}
