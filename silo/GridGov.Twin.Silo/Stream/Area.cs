using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// A rectangle of the map that viewers share: what has changed in it is put into words once a tick for all of them, and everything there is at
/// most once a tick for those who come. Used under the projection's gate.
/// </summary>
internal sealed class Area(PlaneRect rect, bool isAggregate, MapProjection map, AreaThings things)
{
    private readonly HashSet<long> _officersShown = [];
    private readonly HashSet<long> _casesShown = [];
    private long _version = -1;
    private (long Version, uint Sequence) _keyOf = (-1, 0);
    private byte[]? _key;
    private byte[]? _lateKey;
    private uint _sequence;

    /// <summary>How many viewers look at it.</summary>
    public int Viewers { get; set; }

    /// <summary>What changed since the last tick, or null when nothing did and no sign of life is wanted.</summary>
    public byte[]? Delta(bool isBeat, FramePacker packer)
    {
        var frame = new MapFrame(default)
        {
            Cells = things.Cells(map, rect, _version),
            Officers = isAggregate ? [] : AreaThings.Officers(map, rect, _version),
            Cases = isAggregate ? [] : AreaThings.Cases(map, rect, _version),
            Devices = isAggregate ? [] : things.Devices(map, rect, _version),
            Buildings = isAggregate ? [] : things.Buildings(map, rect, _version),
            OfficersGone = isAggregate ? [] : AreaThings.OfficersGone(map, rect, _officersShown),
            CasesGone = isAggregate ? [] : AreaThings.CasesGone(map, _casesShown),
        };
        Remember(frame);
        _version = map.Version;
        return isBeat || AreaThings.Says(frame) ? packer.Pack(frame with { Head = Head(Flags, ++_sequence) }) : null;
    }

    /// <summary>Everything there is as of the last tick, for who comes or was too slow.</summary>
    public byte[] Key(bool hasLagged, FramePacker packer)
    {
        // A sign of life changes nothing but the sequence, and the next delta follows on that.
        if (_keyOf != (_version, _sequence))
        {
            (_key, _lateKey, _keyOf) = (null, null, (_version, _sequence));
        }

        return hasLagged ? _lateKey ??= PackKey(FrameFlags.Lagged, packer) : _key ??= PackKey(FrameFlags.None, packer);
    }

    private FrameFlags Flags => isAggregate ? FrameFlags.Aggregate : FrameFlags.None;

    private byte[] PackKey(FrameFlags more, FramePacker packer)
    {
        var frame = new MapFrame(Head(Flags | FrameFlags.Key | more, _sequence)) { Cells = things.Cells(map, rect, -1) };
        return packer.Pack(isAggregate ? frame : frame with
        {
            Officers = AreaThings.Officers(map, rect, -1),
            Cases = AreaThings.Cases(map, rect, -1),
            Devices = AreaThings.Lit(things.Devices(map, rect, -1)),
            Buildings = AreaThings.Lit(things.Buildings(map, rect, -1)),
        });
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
