using System.IO.Compression;
using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>Frames as bytes to send, deflated where that makes them smaller. One for each stream; not for several threads at once.</summary>
internal sealed class FramePacker
{
    /// <summary>A shorter body gains less than the deflating costs.</summary>
    private const int LeastDeflated = 160;
    private readonly FrameWriter _writer = new();

    /// <summary>How many frames were packed so far.</summary>
    public long Packed { get; private set; }

    public byte[] Pack(MapFrame frame)
    {
        Packed++;
        var body = _writer.Body(frame);
        if (body.Length < LeastDeflated)
        {
            return [.. FrameWriter.Head(frame.Head), .. body];
        }

        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(body);
        }

        var isSmaller = deflated.Length < body.Length;
        var head = FrameWriter.Head(isSmaller ? frame.Head with { Flags = frame.Head.Flags | FrameFlags.Deflated } : frame.Head);
        return isSmaller ? [.. head, .. deflated.GetBuffer().AsSpan(0, (int)deflated.Length)] : [.. head, .. body];
    }

    /// <summary>A copy of a packed frame with one flag more.</summary>
    public static byte[] Flagged(byte[] packed, FrameFlags more)
    {
        var copy = packed.ToArray();
        copy[0] |= (byte)more;
        return copy;
    }

    /// <summary>Takes a packed frame apart again, the one after that with the head <paramref name="last"/>.</summary>
    public static MapFrame Unpack(byte[] packed, FrameHead last = default)
    {
        var head = FrameReader.Head(packed, last, out var bodyAt);
        if (!head.Flags.HasFlag(FrameFlags.Deflated))
        {
            return FrameReader.Body(head, packed.AsSpan(bodyAt));
        }

        using var inflated = new MemoryStream();
        using (var inflate = new DeflateStream(new MemoryStream(packed, bodyAt, packed.Length - bodyAt), CompressionMode.Decompress))
        {
            inflate.CopyTo(inflated);
        }

        return FrameReader.Body(head, inflated.GetBuffer().AsSpan(0, (int)inflated.Length));
    }
}
