using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>Lays the avenues and the river of a lattice into a mesh: superblocks, some of them joined, some cut by a slanting avenue.</summary>
internal sealed class Groundwork
{
    private readonly DistrictPlan _plan;
    private readonly AvenueLattice _lattice;
    private readonly Dictionary<(int Column, int Row), int> _crossings = [];
    private readonly Dictionary<(int Column, int Row, bool AlongRow), List<int>> _between = [];
    private readonly Dictionary<(int Column, int Row), int> _superblocks = [];
    private ChanceStream _chance;

    public Groundwork(DistrictPlan plan)
    {
        _plan = plan;
        _lattice = new AvenueLattice(plan);
        _chance = ChanceStream.For(plan.Seed, 1UL, Purpose.Lattice);
        LaySuperblocks();
        LayClasses();
        LayBridges();
        LaySlantingAvenue();
        Core = FindCore();
    }

    public LandMesh Mesh { get; } = new();

    /// <summary>The patches the river runs through.</summary>
    public HashSet<int> River { get; } = [];

    /// <summary>The middle of the busiest part of town.</summary>
    public Place Core { get; }

    /// <summary>The river's water, one ring for each stretch inside the district.</summary>
    public IEnumerable<Place[]> Water()
    {
        var row = _lattice.RiverRow;
        for (var column = 0; row >= 0 && column < _lattice.Columns.Length - 1; column++)
        {
            var first = column;
            while (_lattice.IsChosen(column, row))
            {
                column++;
            }

            if (column > first)
            {
                yield return Stretch(first, column, row);
            }
        }
    }

    private Place[] Stretch(int first, int end, int row)
    {
        double[] across = [.. Enumerable.Range(first, end - first).SelectMany(column => _lattice.AlongRow(column, row)).Distinct()];
        var bankM = 0.24 * (_lattice.Rows[row + 1] - _lattice.Rows[row]);
        var south = across.Select(east => _lattice.At(east, _lattice.Rows[row] + Math.Max(17, bankM)));
        var north = across.Reverse().Select(east => _lattice.At(east, _lattice.Rows[row + 1] - Math.Max(17, bankM)));
        return [.. south.Concat(north).Select(Plane.Rounded)];
    }

    private void LaySuperblocks()
    {
        for (var row = 0; row < _lattice.Rows.Length - 1; row++)
        {
            for (var column = 0; column < _lattice.Columns.Length - 1; column++)
            {
                if (!_lattice.Chosen[column, row] || _superblocks.ContainsKey((column, row)))
                {
                    continue;
                }

                var joined = row != _lattice.RiverRow && _plan.Cells >= 200 && _lattice.IsChosen(column + 1, row) && _chance.Happens(0.16);
                var patch = Mesh.AddPatch(RingOf(column, joined ? column + 2 : column + 1, row));
                _superblocks[(column, row)] = patch;
                if (joined)
                {
                    _superblocks[(column + 1, row)] = patch;
                }

                if (row == _lattice.RiverRow)
                {
                    River.Add(patch);
                }
            }
        }
    }

    private List<int> RingOf(int west, int east, int row)
    {
        var ring = new List<int>();
        for (var column = west; column < east; column++)
        {
            ring.Add(Crossing(column, row));
            ring.AddRange(Between(column, row, true));
        }

        ring.Add(Crossing(east, row));
        ring.AddRange(Between(east, row, false));
        for (var column = east - 1; column >= west; column--)
        {
            ring.Add(Crossing(column + 1, row + 1));
            ring.AddRange(Enumerable.Reverse(Between(column, row + 1, true)));
        }

        ring.Add(Crossing(west, row + 1));
        ring.AddRange(Enumerable.Reverse(Between(west, row, false)));
        return ring;
    }

    private int Crossing(int column, int row)
    {
        if (!_crossings.TryGetValue((column, row), out var corner))
        {
            corner = Mesh.AddCorner(_lattice.At(_lattice.Columns[column], _lattice.Rows[row]));
            _crossings[(column, row)] = corner;
        }

        return corner;
    }

    private List<int> Between(int column, int row, bool alongRow)
    {
        if (!_between.TryGetValue((column, row, alongRow), out var corners))
        {
            corners = alongRow
                ? [.. _lattice.AlongRow(column, row)[1..^1].Select(across => Mesh.AddCorner(_lattice.At(across, _lattice.Rows[row])))]
                : [.. _lattice.AlongColumn(row)[1..^1].Select(up => Mesh.AddCorner(_lattice.At(_lattice.Columns[column], up)))];
            _between[(column, row, alongRow)] = corners;
        }

        return corners;
    }

    private void LayClasses()
    {
        for (var row = 0; row < _lattice.Rows.Length; row++)
        {
            var bank = _lattice.RiverRow >= 0 && (row == _lattice.RiverRow || row == _lattice.RiverRow + 1);
            var street = bank || _chance.Happens(0.25) ? StreetClass.Street : StreetClass.Avenue;
            for (var column = 0; column < _lattice.Columns.Length - 1; column++)
            {
                Lay(column, row, true, street);
            }
        }

        for (var column = 0; column < _lattice.Columns.Length; column++)
        {
            var street = _chance.Happens(0.25) ? StreetClass.Street : StreetClass.Avenue;
            for (var row = 0; row < _lattice.Rows.Length - 1; row++)
            {
                if (row != _lattice.RiverRow)
                {
                    Lay(column, row, false, street);
                }
            }
        }
    }

    private void LayBridges()
    {
        var row = _lattice.RiverRow;
        if (row < 0)
        {
            return;
        }

        var inner = Enumerable.Range(1, _lattice.Columns.Length - 2)
            .Where(column => _lattice.IsChosen(column - 1, row) && _lattice.IsChosen(column, row)).ToArray();
        var sure = inner.Length > 0 ? inner[inner.Length / 2] : Enumerable.Range(0, _lattice.Columns.Length).First(c => _lattice.IsChosen(c, row));
        Lay(sure, row, false, StreetClass.Avenue);
        foreach (var column in inner.Where(column => column != sure && _chance.Happens(0.72)))
        {
            Lay(column, row, false, _chance.Happens(0.5) ? StreetClass.Avenue : StreetClass.Street);
        }
    }

    private void Lay(int column, int row, bool alongRow, StreetClass street)
    {
        var far = alongRow ? (column + 1, row) : (column, row + 1);
        if (!_crossings.TryGetValue((column, row), out var from) || !_crossings.TryGetValue(far, out var to)
            || !_between.TryGetValue((column, row, alongRow), out var between))
        {
            return;
        }

        int[] way = [from, .. between, to];
        for (var i = 0; i + 1 < way.Length; i++)
        {
            // Where two superblocks were joined there is no side to lay a street on.
            if (Mesh.HasSide(way[i], way[i + 1]))
            {
                Mesh.SetStreet(way[i], way[i + 1], street);
            }
        }
    }

    private void LaySlantingAvenue()
    {
        if (_plan.Cells < 300)
        {
            return;
        }

        var east = _chance.Happens(0.5) ? 1 : -1;
        var row = (_lattice.RiverRow >= 0 ? _lattice.RiverRow + 1 : (_lattice.Rows.Length - 1) / 2) + _chance.Below(2);
        var column = (_lattice.Columns.Length / 2) - (east * 2);
        var length = 3 + (_plan.Cells >= 3_000 ? 3 : 0);
        for (var step = 0; step < length; step++, column += east, row++)
        {
            var block = (Math.Min(column, column + east), row);
            if (_superblocks.TryGetValue(block, out var patch) && _superblocks.Values.Count(other => other == patch) == 1)
            {
                Mesh.Split(patch, Crossing(column, row), Crossing(column + east, row + 1), [], StreetClass.Avenue);
            }
        }
    }

    private Place FindCore()
    {
        var row = _lattice.RiverRow >= 0 ? _lattice.RiverRow + 1 : (_lattice.Rows.Length - 1) / 2;
        var columns = Enumerable.Range(0, _lattice.Columns.Length - 1).Where(column => _lattice.IsChosen(column, row)).ToArray();
        var middle = columns.Length > 0 ? columns[columns.Length / 2] : (_lattice.Columns.Length - 1) / 2;
        return _lattice.At(_lattice.Columns[middle], _lattice.Rows[row] + (0.55 * _lattice.SpacingM));
    }
}
