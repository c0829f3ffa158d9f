using System.Threading.Channels;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// One viewer of a map: a slot for one frame. Who has not taken the last one gets none meanwhile, and then everything there is, told that he
/// lagged. So one who stops reading costs one frame and delays nobody.
/// </summary>
internal sealed class Viewer(Area area)
{
    private readonly Channel<byte[]> _slot = Channel.CreateBounded<byte[]>(1);

    /// <summary>The frames, for the viewer to read.</summary>
    public ChannelReader<byte[]> Frames => _slot.Reader;

    /// <summary>The area he looks at.</summary>
    public Area Area { get; private set; } = area;

    /// <summary>Whether the next frame must be a key frame.</summary>
    public bool NeedsKey { get; private set; } = true;

    /// <summary>Whether he has taken the last frame. Only he makes room, so what is true stays so until the next offer.</summary>
    public bool HasRoom => _slot.Reader.Count == 0;

    /// <summary>Whether frames were left out.</summary>
    public bool HasLagged { get; private set; }

    public void LookAt(Area area) => (Area, NeedsKey) = (area, true);

    public void AskForKey() => NeedsKey = true;

    public void Offer(byte[] frame)
    {
        if (_slot.Writer.TryWrite(frame))
        {
            (NeedsKey, HasLagged) = (false, false);
        }
        else
        {
            Miss();
        }
    }

    /// <summary>A frame is left out.</summary>
    public void Miss() => (NeedsKey, HasLagged) = (true, true);

    public void End() => _slot.Writer.TryComplete();
}

/// <summary>Which area a viewer shares: the snapped rectangle, and whether it shows cells only.</summary>
internal readonly record struct AreaKey(PlaneRect Rect, bool IsAggregate);
