using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Generator;

/// <summary>Lays the avenues and the river of a lattice into a mesh: superblocks, some of them joined, some cut by a slanting avenue.</summary>
internal sealed class Groundwork
{
    private readonly DistrictPlan _plan;
    private readonly AvenueLattice _lattice;
    private readonly Dictionary<Place, int> _corners = [];
    private readonly Dictionary<(int Column, int Row), int> _superblocks = [];
    private ChanceStream _chance;

    public Groundwork(DistrictPlan plan)
    {
        _plan = plan;
        _lattice = new AvenueLattice(plan);
        _chance = ChanceStream.For(plan.Seed, 1UL, Purpose.Lattice);
        LaySuperblocks();
        LayClasses();
        LayOutline();
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
                var patch = Mesh.AddPatch([.. _lattice.RingOf(column, joined ? column + 2 : column + 1, row).Select(CornerAt)]);
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

    // The mesh corner at a point of the lattice.
    private int CornerAt(Place lattice)
    {
        if (!_corners.TryGetValue(lattice, out var corner))
        {
            corner = Mesh.AddCorner(_lattice.At(lattice.EastM, lattice.NorthM));
            _corners[lattice] = corner;
        }

        return corner;
    }

    private int Crossing(int column, int row) => _corners.GetValueOrDefault(new Place(_lattice.Columns[column], _lattice.Rows[row]), -1);

    private void LayClasses()
    {
        // Where the lines lie close, as in small districts, most are ordinary streets.
        var narrowShare = _plan.Cells < 100 ? 0.75 : 0.25;
        for (var row = 0; row < _lattice.Rows.Length; row++)
        {
            var bank = _lattice.RiverRow >= 0 && (row == _lattice.RiverRow || row == _lattice.RiverRow + 1);
            var street = bank || _chance.Happens(narrowShare) ? StreetClass.Street : StreetClass.Avenue;
            for (var column = 0; column < _lattice.Columns.Length - 1; column++)
            {
                Lay(column, row, true, street);
            }
        }

        for (var column = 0; column < _lattice.Columns.Length; column++)
        {
            var street = _chance.Happens(narrowShare) ? StreetClass.Street : StreetClass.Avenue;
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
        Lay(sure, row, false, _plan.Cells < 100 ? StreetClass.Street : StreetClass.Avenue);
        foreach (var column in inner.Where(column => column != sure && _chance.Happens(0.72)))
        {
            Lay(column, row, false, _chance.Happens(0.5) ? StreetClass.Avenue : StreetClass.Street);
        }
    }

    // Where superblocks were joined or a corner was cut there is no side to lay a street on.
    private void Lay(int column, int row, bool alongRow, StreetClass street)
    {
        var way = alongRow
            ? _lattice.AlongRow(column, row).Select(across => new Place(across, _lattice.Rows[row])).ToArray()
            : [.. _lattice.AlongColumn(row).Select(up => new Place(_lattice.Columns[column], up))];
        for (var i = 0; i + 1 < way.Length; i++)
        {
            if (_corners.TryGetValue(way[i], out var from) && _corners.TryGetValue(way[i + 1], out var to) && Mesh.HasSide(from, to))
            {
                Mesh.SetStreet(from, to, street);
            }
        }
    }

    private void LayOutline()
    {
        foreach (var (from, to, left, _) in Mesh.Sides().Where(side => side.Right < 0).ToArray())
        {
            if (!River.Contains(left) && Mesh.StreetOn(from, to) is null)
            {
                Mesh.SetStreet(from, to, StreetClass.Street);
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
            if (_superblocks.TryGetValue((Math.Min(column, column + east), row), out var patch))
            {
                CutSlanting(patch, Crossing(column, row), Crossing(column + east, row + 1));
            }
        }
    }

    // Joined superblocks and those with a cut corner lack one of the two corners or have others between: they are left whole.
    private void CutSlanting(int patch, int from, int to)
    {
        var ring = Mesh.Ring(patch);
        if (ring.Contains(from) && ring.Contains(to) && _superblocks.Values.Count(other => other == patch) == 1)
        {
            Mesh.Split(patch, from, to, [], StreetClass.Avenue);
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
