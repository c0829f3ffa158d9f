using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// A rectangle of the map that viewers share. At a tick it first gathers, under the projection's gate, what there is to say; putting that
/// into bytes, once for all who want it, needs no gate. Used under the stream's gate.
/// </summary>
internal sealed class Area(PlaneRect rect, bool isAggregate, MapProjection map, AreaThings things)
{
    private readonly HashSet<int> _officersShown = [];
    private readonly AreaChanges _changes = new();
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
    public void Gather(CityChanges changes, Lazy<MapFrame> all, bool isBeat, bool isKeyWanted)
    {
        (_deltaBytes, _keyBytes, _lateBytes, _delta, _whole) = (null, null, null, null, null);
        if (_isNew)
        {
            // Whoever looks at it has yet to get a key frame: there is nothing to add to.
            _isNew = false;
            _whole = Whole(all.Value);
            _officersShown.UnionWith(_whole.Officers.Select(officer => officer.Officer));
            return;
        }

        _changes.Clear();
        Pick(changes);
        if (isBeat || !_changes.IsEmpty)
        {
            _delta = _changes.Frame(Head(Flags, ++_sequence));
        }

        if (isKeyWanted)
        {
            _whole = Whole(all.Value);
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

    private void Pick(CityChanges changes)
    {
        CityChanges.Pick(changes.Cells, rect, _changes.Add);
        if (isAggregate)
        {
            return;
        }

        CityChanges.Pick(changes.Cases, rect, _changes.Add);
        CityChanges.Pick(changes.Devices, rect, _changes.Devices.Add);
        CityChanges.Pick(changes.Buildings, rect, _changes.Buildings.Add);
        foreach (var (around, leg) in changes.Officers)
        {
            if (around.Touches(rect))
            {
                _changes.Officers.Add(leg);
                _officersShown.Add(leg.Officer);
            }
            else if (_officersShown.Remove(leg.Officer))
            {
                _changes.OfficersGone.Add(leg.Officer);
            }
        }
    }

    private MapFrame Whole(MapFrame all) => things.In(rect, isAggregate, all, map) with { Head = Head(Flags | FrameFlags.Key, _sequence) };

    private FrameHead Head(FrameFlags flags, uint sequence)
    {
        var clock = map.Clock;
        return new FrameHead(flags, sequence, clock.Now.Milliseconds, (float)clock.Speed, clock.WallMs);
    }
}
