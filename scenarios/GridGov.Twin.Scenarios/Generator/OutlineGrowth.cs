namespace GridGov.Twin.Scenarios.Generator;

/// <summary>
/// Chooses which superblocks make the district: from the middle outwards, never leaving a hole or a pinched corner, until the area
/// is reached. The river's row goes with the row south of it, so that the district never ends in a strip of water.
/// </summary>
internal sealed class OutlineGrowth(AvenueLattice lattice, DistrictPlan plan, double areaM2)
{
    // The eight neighbours in turn: sides at even places, corners at odd.
    private static readonly (int East, int North)[] Around = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)];
    private readonly SmoothNoise _noise = new(plan.Seed, Purpose.Outline, 3);
    private readonly int _columns = lattice.Columns.Length - 1;
    private readonly int _bands = lattice.Rows.Length - (lattice.RiverRow >= 0 ? 2 : 1);
    private bool[,] _taken = new bool[0, 0];

    public bool[,] Grow()
    {
        _taken = new bool[_columns, _bands];
        var (column, band) = (_columns / 2, lattice.RiverRow >= 0 ? BandOf(lattice.RiverRow) : _bands / 2);
        for (var area = 0.0; area < areaM2 && column >= 0; (column, band) = Best())
        {
            _taken[column, band] = true;
            area += AreaOf(column, band);
        }

        var chosen = new bool[_columns, lattice.Rows.Length - 1];
        for (var i = 0; i < _columns; i++)
        {
            for (var row = 0; row < lattice.Rows.Length - 1; row++)
            {
                chosen[i, row] = _taken[i, BandOf(row)];
            }
        }

        return chosen;
    }

    private int BandOf(int row) => lattice.RiverRow >= 0 && row >= lattice.RiverRow ? row - 1 : row;

    private double AreaOf(int column, int band)
    {
        var rows = Enumerable.Range(0, lattice.Rows.Length - 1).Where(row => BandOf(row) == band);
        return rows.Sum(row => lattice.Rows[row + 1] - lattice.Rows[row]) * (lattice.Columns[column + 1] - lattice.Columns[column]);
    }

    private (int Column, int Band) Best()
    {
        var best = (Column: -1, Band: -1);
        var nearest = double.MaxValue;
        for (var column = 0; column < _columns; column++)
        {
            for (var band = 0; band < _bands; band++)
            {
                var distance = Distance(column, band);
                if (distance < nearest && !_taken[column, band] && KeepsWhole(column, band))
                {
                    (nearest, best) = (distance, (column, band));
                }
            }
        }

        return best;
    }

    private double Distance(int column, int band)
    {
        var east = (column + 0.5 - (_columns / 2.0)) / _columns;
        var north = (band + 0.5 - (_bands / 2.0)) / _bands;
        return Math.Sqrt((east * east) + (north * north)) + (0.13 * _noise.At(column, band)) - (0.42 * TakenBeside(column, band) / _columns);
    }

    // Land with the district on several sides is taken sooner, which fills bays and keeps small districts from growing into a cross.
    private int TakenBeside(int column, int band) =>
        Around.Where((_, i) => i % 2 == 0).Count(step => Taken(column, band, step));

    // Around a superblock that may be added, the taken ones of its eight neighbours form one unbroken run that holds a side neighbour.
    private bool KeepsWhole(int column, int band)
    {
        var runs = 0;
        var touches = false;
        for (var i = 0; i < Around.Length; i++)
        {
            var here = Taken(column, band, Around[i]);
            touches |= here && i % 2 == 0;
            var nextIsCorner = i % 2 == 0;
            var next = Taken(column, band, Around[(i + 1) % 8]);
            runs += here && !next ? 1 : 0;
            if (nextIsCorner && next && !here && !Taken(column, band, Around[(i + 2) % 8]))
            {
                return false;
            }
        }

        return touches && runs <= 1;
    }

    private bool Taken(int column, int band, (int East, int North) step)
    {
        var (i, j) = (column + step.East, band + step.North);
        return i >= 0 && j >= 0 && i < _columns && j < _bands && _taken[i, j];
    }
}
