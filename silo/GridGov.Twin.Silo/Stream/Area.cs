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
    private bool _isNew = true;
    private uint _sequence;
    private MapFrame? _delta;
    private MapFrame? _whole;
    private byte[]? _deltaBytes;
    private byte[]? _keyBytes;
    private byte[]? _lateBytes;

    /// <summary>How many viewers look at it.</summary>
    public int Viewers { get; set; }

    /// <summary>
    /// Gathers what of the city's <paramref name="changes"/> since the last tick lies in it, if anything does or a sign of life is wanted; with
    /// <paramref name="isKeyWanted"/> also everything there is. Call it under the projection's gate.
    /// </summary>
    public void Gather(MapFrame changes, bool isBeat, bool isKeyWanted)
    {
        (_deltaBytes, _keyBytes, _lateBytes, _delta, _whole) = (null, null, null, null, null);
        if (_isNew)
        {
            // Whoever looks at it has yet to get a key frame: there is nothing to add to.
            _isNew = false;
            _whole = Whole();
            Remember(_whole);
            return;
        }

        var mine = Mine(changes);
        if (isBeat || AreaThings.Says(mine))
        {
            _delta = mine with { Head = Head(Flags, ++_sequence) };
        }

        if (isKeyWanted)
        {
            _whole = Whole();
        }
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

    private MapFrame Mine(MapFrame changes)
    {
        var frame = new MapFrame(default) { Cells = things.CellsIn(rect, changes.Cells) };
        if (isAggregate)
        {
            return frame;
        }

        frame = frame with
        {
            Officers = AreaThings.OfficersIn(rect, changes.Officers, map),
            Cases = AreaThings.CasesIn(rect, changes.Cases),
            Devices = things.DevicesIn(rect, changes.Devices),
            Buildings = things.BuildingsIn(rect, changes.Buildings),
            OfficersGone = AreaThings.OfficersGone(map, rect, _officersShown),
            CasesGone = AreaThings.CasesGone(map, _casesShown),
        };
        Remember(frame);
        return frame;
    }

    private MapFrame Whole()
    {
        var all = things.After(map, -1);
        var frame = new MapFrame(Head(Flags | FrameFlags.Key, _sequence)) { Cells = things.CellsIn(rect, all.Cells) };
        return isAggregate ? frame : frame with
        {
            Officers = AreaThings.OfficersIn(rect, all.Officers, map),
            Cases = AreaThings.CasesIn(rect, all.Cases),
            Devices = AreaThings.Lit(things.DevicesIn(rect, all.Devices)),
            Buildings = AreaThings.Lit(things.BuildingsIn(rect, all.Buildings)),
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
