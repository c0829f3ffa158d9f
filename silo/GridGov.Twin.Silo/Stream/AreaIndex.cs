namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// Which areas see a place: a raster laid over the district, so that a change is told to those areas alone that see it. Used under the stream's
/// gate.
/// </summary>
internal sealed class AreaIndex
{
    private const int Side = 32;
    private readonly PlaneRect _bounds;
    private readonly double _stepM;
    private readonly List<(Area Area, Squares Squares)>[] _squares = [.. Enumerable.Range(0, Side * Side).Select(_ => new List<(Area, Squares)>())];

    public AreaIndex(PlaneRect bounds) => (_bounds, _stepM) = (bounds, Math.Max(bounds.LongerM, 1) / Side);

    public void Add(Area area)
    {
        var squares = Under(area.Rect);
        foreach (var square in squares.All)
        {
            _squares[square].Add((area, squares));
        }
    }

    public void Remove(Area area)
    {
        foreach (var square in Under(area.Rect).All)
        {
            _squares[square].RemoveAll(entry => entry.Area == area);
        }
    }

    /// <summary>Calls <paramref name="tell"/> once for every area that <paramref name="around"/> touches.</summary>
    public void Tell<T>(in PlaneRect around, T what, Action<Area, T> tell)
    {
        var under = Under(around);
        for (var row = under.South; row <= under.North; row++)
        {
            for (var column = under.West; column <= under.East; column++)
            {
                var square = (row * Side) + column;
                foreach (var (area, squares) in _squares[square])
                {
                    // Two rectangles may share many squares: the first of those counts.
                    if (square == under.FirstShared(squares) && area.Rect.Touches(around))
                    {
                        tell(area, what);
                    }
                }
            }
        }
    }

    // What lies outside the district counts as lying in its outermost squares.
    private Squares Under(in PlaneRect rect) => new(
        Step(rect.WestM - _bounds.WestM), Step(rect.SouthM - _bounds.SouthM), Step(rect.EastM - _bounds.WestM), Step(rect.NorthM - _bounds.SouthM));

    private int Step(double metres) => (int)Math.Clamp(metres / _stepM, 0, Side - 1);

    /// <summary>A block of squares, its edges included.</summary>
    private readonly record struct Squares(int West, int South, int East, int North)
    {
        public IEnumerable<int> All
        {
            get
            {
                for (var row = South; row <= North; row++)
                {
                    for (var column = West; column <= East; column++)
                    {
                        yield return (row * Side) + column;
                    }
                }
            }
        }

        public int FirstShared(in Squares other) => (Math.Max(South, other.South) * Side) + Math.Max(West, other.West);
    }
}
