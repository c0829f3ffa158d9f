using System.Globalization;
using System.Runtime.InteropServices;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Scenarios.Import;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>
/// Puts the rows of a log into the cells of a district: where they say, or with their box stretched over the district's; rows without a usable
/// position where the mapping says they may be spread, drawn from the seed and the row's number.
/// </summary>
internal sealed class RowPlacing
{
    private const uint SpreadPurpose = 20;
    private readonly CityModel _city;
    private readonly ulong _seed;
    private readonly LogPosition _wish;
    private readonly LocalPlane _plane;
    private readonly CellFinder _cells;
    private readonly NearestPlace _centres;
    private readonly Dictionary<long, int> _byCode;
    private readonly DegreeBox _box;
    private readonly (double WestM, double SouthM, double EastM, double NorthM) _district;

    private RowPlacing(CityModel city, LogPosition wish, DegreeBox box, ulong seed)
    {
        (_city, _wish, _box, _seed) = (city, wish, box, seed);
        _plane = new LocalPlane(city.Anchor);
        _cells = new CellFinder(city.Cells);
        _byCode = city.Cells.ToDictionary(cell => long.Parse(cell.Code, CultureInfo.InvariantCulture), cell => cell.Index);
        _centres = new NearestPlace([.. city.Cells.Select(cell => cell.Centre)]);
        var corners = city.Cells.SelectMany(cell => cell.Outline).ToArray();
        _district = (corners.Min(p => p.EastM), corners.Min(p => p.NorthM), corners.Max(p => p.EastM), corners.Max(p => p.NorthM));
    }

    /// <summary>Places every row that enters; says what was done to the positions, or null when they stand as they are.</summary>
    /// <exception cref="InputRejectedException">The scenario has no cells.</exception>
    public static string? Place(List<LoggedRow> rows, CityModel city, LogPosition wish, ulong seed, string file)
    {
        if (city.Cells.Length == 0)
        {
            throw new InputRejectedException(new Finding(file, 0, "", "a scenario with a city", "the scenario has no cells to put the log's rows in"));
        }

        var span = CollectionsMarshal.AsSpan(rows);
        var placing = new RowPlacing(city, wish, wish.Box ?? BoxOf(span), seed);
        for (var number = 0; number < span.Length; number++)
        {
            if (span[number].Enters)
            {
                placing.Place(ref span[number], number);
            }
        }

        return wish.Fit ? placing.Said() : null;
    }

    private void Place(ref LoggedRow row, int number)
    {
        if (row.CellCode != 0)
        {
            PutInCell(ref row);
            return;
        }

        if (double.IsNaN(row.LongitudeDeg))
        {
            Spread(ref row, number, cell: -1);
            return;
        }

        var (isInside, place) = _wish.Fit ? Fitted(row) : (true, _plane.ToPlace(row.LongitudeDeg, row.LatitudeDeg));
        int[] holding = isInside ? _cells.Holding(place) : [];
        if (holding.Length > 0)
        {
            Put(ref row, holding[0], place);
        }
        else if (isInside && _wish.Fit)
        {
            // The district does not fill its own box: what falls beside it goes to the nearest cell.
            Spread(ref row, number, _centres.To(place));
        }
        else if (_wish.Outside == OddPosition.Spread)
        {
            Spread(ref row, number, cell: -1);
        }
        else
        {
            (row.Fate, row.Fault) = (RowFate.Rejected, RowFault.OutsideDistrict);
        }
    }

    private void PutInCell(ref LoggedRow row)
    {
        if (_byCode.TryGetValue(row.CellCode, out var cell))
        {
            Put(ref row, cell, _city.Cells[cell].Centre);
        }
        else
        {
            (row.Fate, row.Fault) = (RowFate.Rejected, RowFault.OutsideDistrict);
        }
    }

    private (bool IsInside, Place Place) Fitted(in LoggedRow row)
    {
        var east = (row.LongitudeDeg - _box.WestDeg) / (_box.EastDeg - _box.WestDeg);
        var north = (row.LatitudeDeg - _box.SouthDeg) / (_box.NorthDeg - _box.SouthDeg);
        var place = new Place(
            _district.WestM + (east * (_district.EastM - _district.WestM)), _district.SouthM + (north * (_district.NorthM - _district.SouthM)));
        return (east is >= 0 and <= 1 && north is >= 0 and <= 1, place);
    }

    private void Spread(ref LoggedRow row, int number, int cell)
    {
        var chance = ChanceStream.For(_seed, (ulong)number, SpreadPurpose);
        row.IsSpread = cell < 0;
        var site = _city.Cells[cell < 0 ? chance.Below(_city.Cells.Length) : cell];
        var corner = site.Outline[chance.Below(site.Outline.Length)];
        var share = chance.Unit();
        Put(ref row, site.Index, new Place(
            site.Centre.EastM + ((corner.EastM - site.Centre.EastM) * share), site.Centre.NorthM + ((corner.NorthM - site.Centre.NorthM) * share)));
    }

    private static void Put(ref LoggedRow row, int cell, Place place) =>
        (row.Cell, row.EastM, row.NorthM) = (cell, (float)place.EastM, (float)place.NorthM);

    private string Said() => string.Create(CultureInfo.InvariantCulture,
        $"positions from {_box.WestDeg:0.####}..{_box.EastDeg:0.####}° E, {_box.SouthDeg:0.####}..{_box.NorthDeg:0.####}° N were stretched over the district, "
        + $"{(_district.EastM - _district.WestM) / 1000:0.0} km by {(_district.NorthM - _district.SouthM) / 1000:0.0} km: they are not where they were");

    private static DegreeBox BoxOf(ReadOnlySpan<LoggedRow> rows)
    {
        var (west, south, east, north) = (180.0, 90.0, -180.0, -90.0);
        foreach (ref readonly var row in rows)
        {
            if (row.Enters && !double.IsNaN(row.LongitudeDeg))
            {
                (west, east) = (Math.Min(west, row.LongitudeDeg), Math.Max(east, row.LongitudeDeg));
                (south, north) = (Math.Min(south, row.LatitudeDeg), Math.Max(north, row.LatitudeDeg));
            }
        }

        // One position, or none, has no extent of its own.
        const double LeastDeg = 1e-6;
        return new DegreeBox(west, south, Math.Max(east, west + LeastDeg), Math.Max(north, south + LeastDeg));
    }
}
