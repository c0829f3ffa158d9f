using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// The stream of one world's map to its viewers: at every tick each area is put into words once, however many look at it. Safe for several
/// threads.
/// </summary>
internal sealed class MapStream
{
    /// <summary>Above this length of the visible part of the district, single things are too many and too small.</summary>
    private const double WidestSingleM = 6_000;
    private const int MostMovers = 1_500;
    private readonly Lock _gate = new();
    private readonly MapProjection _map;
    private readonly LocalPlane _plane;
    private readonly PlaneRect _bounds;
    private readonly AreaThings _things;
    private readonly Told _told;
    private readonly FramePacker _packer = new();
    private readonly Dictionary<AreaKey, Area> _areas = [];
    private readonly AreaIndex _index;
    private readonly List<Viewer> _viewers = [];

    public MapStream(MapProjection map, CityModel city)
    {
        (_map, _plane, _bounds, _things) = (map, new LocalPlane(city.Anchor), PlaneRect.Around(city.Boundary), new AreaThings(city));
        (_told, _index) = (new Told(city, _things), new AreaIndex(_bounds));
    }

    /// <summary>How many frames were put into words so far.</summary>
    public long Packed => _packer.Packed;

    public int Areas
    {
        get
        {
            lock (_gate)
            {
                return _areas.Count;
            }
        }
    }

    public int Viewers
    {
        get
        {
            lock (_gate)
            {
                return _viewers.Count;
            }
        }
    }

    public Viewer Join(ViewRect rect)
    {
        lock (_gate)
        {
            var viewer = new Viewer(Enter(KeyOf(rect)));
            _viewers.Add(viewer);
            return viewer;
        }
    }

    public void Look(Viewer viewer, ViewRect rect)
    {
        lock (_gate)
        {
            var key = KeyOf(rect);
            if (key != viewer.Area.Key && _viewers.Contains(viewer))
            {
                Leave(viewer.Area);
                viewer.LookAt(Enter(key));
            }
        }
    }

    public void Part(Viewer viewer)
    {
        lock (_gate)
        {
            if (_viewers.Remove(viewer))
            {
                Leave(viewer.Area);
            }
        }

        viewer.End();
    }

    /// <summary>There is no more to see: the frames of all viewers end.</summary>
    public void End()
    {
        lock (_gate)
        {
            _viewers.ForEach(viewer => viewer.End());
        }
    }

    /// <summary>Sends what changed; with <paramref name="isBeat"/> a sign of life where nothing did.</summary>
    public void Tick(bool isBeat)
    {
        lock (_gate)
        {
            // Who takes nothing has no key frames made for him again and again.
            var eager = _viewers.Where(viewer => viewer.NeedsKey && viewer.HasRoom).ToHashSet();
            foreach (var viewer in eager)
            {
                viewer.Area.IsKeyWanted = true;
            }

            Gather(isBeat);
            foreach (var viewer in _viewers)
            {
                if (eager.Contains(viewer))
                {
                    viewer.Offer(viewer.Area.KeyFrame(viewer.HasLagged, _packer));
                }
                else if (viewer.NeedsKey)
                {
                    viewer.Miss();
                }
                else if (viewer.Area.Delta(_packer) is { } delta)
                {
                    viewer.Offer(delta);
                }
            }
        }
    }

    /// <summary>A viewer missed something, or could not read it, and wants everything anew.</summary>
    public void Resync(Viewer viewer)
    {
        lock (_gate)
        {
            viewer.AskForKey();
        }
    }

    // The world's thread waits for this gate: nothing is deflated under it.
    private void Gather(bool isBeat)
    {
        if (_areas.Count == 0)
        {
            return;
        }

        lock (_map.Gate)
        {
            _told.Hear(_map).Tell(_index);
            var all = new Lazy<MapFrame>(() => _things.All(_map));
            foreach (var area in _areas.Values)
            {
                area.Gather(all, isBeat);
            }
        }
    }

    private AreaKey KeyOf(ViewRect view)
    {
        var rect = view.On(_plane).Within(_bounds).Snapped();
        return new AreaKey(rect, rect.LongerM > WidestSingleM || MoversIn(rect) > MostMovers);
    }

    private int MoversIn(PlaneRect rect)
    {
        lock (_map.Gate)
        {
            return _map.Officers.Count(officer => officer.Value.Around.Touches(rect));
        }
    }

    private Area Enter(AreaKey key)
    {
        if (!_areas.TryGetValue(key, out var area))
        {
            _areas[key] = area = new Area(key, _map, _things);
            _index.Add(area);
        }

        area.Viewers++;
        return area;
    }

    private void Leave(Area area)
    {
        if (--area.Viewers == 0)
        {
            _areas.Remove(area.Key);
            _index.Remove(area);
        }
    }
}
