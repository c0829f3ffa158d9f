using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// A rectangle of the map that viewers share. It hears what changes in it; at a tick it gathers, under the projection's gate, what there is to
/// say; putting that into bytes, once for all who want it, needs no gate. Used under the stream's gate.
/// </summary>
internal sealed class Area(AreaKey key, MapProjection map, AreaThings things)
{
    /// <summary>Fewer changes than these wait a tick for more, unless the tick before was a silent one.</summary>
    private const int Many = 16;
    private readonly AreaChanges _changes = new();
    private readonly ToldClock _clock = new();
    private bool _isNew = true;
    private bool _hasJustSpoken;
    private byte _sequence;
    private MapFrame? _delta;
    private MapFrame? _whole;
    private byte[]? _deltaBytes;
    private byte[]? _keyBytes;
    private byte[]? _lateBytes;

    /// <summary>The rectangle, and whether it shows cells only.</summary>
    public AreaKey Key => key;

    public PlaneRect Rect { get; } = key.Rect;

    /// <summary>How many viewers look at it.</summary>
    public int Viewers { get; set; }

    /// <summary>Whether a key frame is wanted at the next tick.</summary>
    public bool IsKeyWanted { get; set; }

    public void Hear(CellChange change) => _changes.Add(change);

    public void Hear(CaseChange change)
    {
        if (!key.IsAggregate)
        {
            _changes.Add(change);
        }
    }

    public void Hear(OfficerChange change)
    {
        if (!key.IsAggregate)
        {
            _changes.Add(change);
        }
    }

    public void HearOfLeaving(OfficerMove move)
    {
        if (!Rect.Touches(move.Now))
        {
            Hear(new OfficerChange(move.Leg.Officer, null));
        }
    }

    public void HearOfDevice(StateMark mark)
    {
        if (!key.IsAggregate)
        {
            _changes.Devices.Add(mark);
        }
    }

    public void HearOfBuilding(StateMark mark)
    {
        if (!key.IsAggregate)
        {
            _changes.Buildings.Add(mark);
        }
    }

    /// <summary>
    /// Gathers what it heard, if it is time to say it or a sign of life is wanted; where a key frame is wanted, also everything there is, out of
    /// <paramref name="all"/> of the city. Call it under the projection's gate.
    /// </summary>
    public void Gather(Lazy<MapFrame> all, bool isBeat)
    {
        (_deltaBytes, _keyBytes, _lateBytes, _delta, _whole) = (null, null, null, null, null);
        if (_isNew)
        {
            // Whoever looks at it has yet to get a key frame: there is nothing to add to.
            _changes.Clear();
        }
        else if (isBeat || _changes.Count >= Many || (_changes.Count > 0 && !_hasJustSpoken))
        {
            _delta = _changes.Say(Head(Flags | (_clock.IsDue(map.Clock, isBeat) ? FrameFlags.Clock : FrameFlags.None), ++_sequence));
        }

        _hasJustSpoken = _delta is not null;
        if (_isNew || IsKeyWanted)
        {
            _whole = things.In(Rect, key.IsAggregate, all.Value, map) with { Head = Head(Flags | FrameFlags.Key | FrameFlags.Clock, _sequence) };
        }

        (_isNew, IsKeyWanted) = (false, false);
    }

    /// <summary>The gathered changes, or null when there is nothing to say.</summary>
    public byte[]? Delta(FramePacker packer) => _delta is null ? null : _deltaBytes ??= packer.Pack(_delta);

    /// <summary>Everything gathered, for who comes, asks again or was too slow; he is told so.</summary>
    public byte[] KeyFrame(bool hasLagged, FramePacker packer)
    {
        _keyBytes ??= packer.Pack(_whole ?? throw new InvalidOperationException("no key frame was gathered at this tick"));
        return hasLagged ? _lateBytes ??= FramePacker.Flagged(_keyBytes, FrameFlags.Lagged) : _keyBytes;
    }

    private FrameFlags Flags => key.IsAggregate ? FrameFlags.Aggregate : FrameFlags.None;

    private FrameHead Head(FrameFlags flags, byte sequence)
    {
        var clock = _clock.Tell(map.Clock, flags);
        return new FrameHead(flags, sequence, clock.Now.Milliseconds, (float)clock.Speed, clock.WallMs);
    }
}
