using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// A rectangle of the map that viewers share. At a tick it first gathers, under the projection's gate, what there is to say; putting that
/// into bytes, once for all who want it, needs no gate. Used under the stream's gate.
/// </summary>
internal sealed class Area(PlaneRect rect, bool isAggregate, MapProjection map, AreaThings things)
{
    private readonly HashSet<long> _officersShown = [];
    private readonly HashSet<long> _casesShown = [];
    private long _version = -1;
    private uint _sequence;
    private MapFrame? _delta;
    private MapFrame? _whole;
    private byte[]? _deltaBytes;
    private byte[]? _keyBytes;
    private byte[]? _lateBytes;

    /// <summary>How many viewers look at it.</summary>
    public int Viewers { get; set; }

    /// <summary>
    /// Gathers what changed since the last tick, if anything did or a sign of life is wanted; with <paramref name="isKeyWanted"/> also
    /// everything there is. Call it under the projection's gate.
    /// </summary>
    public void Gather(bool isBeat, bool isKeyWanted)
    {
        (_deltaBytes, _keyBytes, _lateBytes) = (null, null, null);
        var changes = Changes();
        _version = map.Version;
        _delta = isBeat || AreaThings.Says(changes) ? changes with { Head = Head(Flags, ++_sequence) } : null;
        _whole = isKeyWanted ? Whole() : null;
    }

    /// <summary>The gathered changes, or null when there is nothing to say.</summary>
    public byte[]? Delta(FramePacker packer) => _delta is null ? null : _deltaBytes ??= packer.Pack(_delta);

    /// <summary>Everything gathered, for who comes, asks again or was too slow; he is told so.</summary>
    public byte[] Key(bool hasLagged, FramePacker packer)
    {
        _keyBytes ??= packer.Pack(_whole ?? throw new InvalidOperationException("no key frame was gathered at this tick"));
        return hasLagged ? _lateBytes ??= FramePacker.Flagged(_keyBytes, FrameFlags.Lagged) : _keyBytes;
    }

    private FrameFlags Flags => isAggregate ? FrameFlags.Aggregate : FrameFlags.None;

    private MapFrame Changes()
    {
        var frame = new MapFrame(default) { Cells = things.Cells(map, rect, _version) };
        if (isAggregate)
        {
            return frame;
        }

        frame = frame with
        {
            Officers = AreaThings.Officers(map, rect, _version),
            Cases = AreaThings.Cases(map, rect, _version),
            Devices = things.Devices(map, rect, _version),
            Buildings = things.Buildings(map, rect, _version),
            OfficersGone = AreaThings.OfficersGone(map, rect, _officersShown),
            CasesGone = AreaThings.CasesGone(map, _casesShown),
        };
        Remember(frame);
        return frame;
    }

    private MapFrame Whole()
    {
        var frame = new MapFrame(Head(Flags | FrameFlags.Key, _sequence)) { Cells = things.Cells(map, rect, -1) };
        return isAggregate ? frame : frame with
        {
            Officers = AreaThings.Officers(map, rect, -1),
            Cases = AreaThings.Cases(map, rect, -1),
            Devices = AreaThings.Lit(things.Devices(map, rect, -1)),
            Buildings = AreaThings.Lit(things.Buildings(map, rect, -1)),
        };
    }

    private void Remember(MapFrame frame)
    {
        _officersShown.UnionWith(frame.Officers.Select(officer => (long)officer.Officer));
        _officersShown.ExceptWith(frame.OfficersGone);
        _casesShown.UnionWith(frame.Cases.Select(pin => pin.Case));
        _casesShown.ExceptWith(frame.CasesGone);
    }

    private FrameHead Head(FrameFlags flags, uint sequence)
    {
        var clock = map.Clock;
        return new FrameHead(flags, sequence, clock.Now.Milliseconds, clock.Speed, clock.WallMs);
    }
}
