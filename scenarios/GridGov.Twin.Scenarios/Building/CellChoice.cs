using System.Globalization;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Building;

/// <summary>Finds the cells a scenario means.</summary>
internal sealed class CellChoice(CityModel city, List<Finding> findings)
{
    private readonly Dictionary<string, int> _cellOfCode = city.Cells.ToDictionary(cell => cell.Code, cell => cell.Index, StringComparer.Ordinal);
    private readonly OrgUnit[] _streets = [.. city.Org.Where(unit => unit.Level == Level.Street)];

    /// <summary>The cells, in order; all for null.</summary>
    public int[] Find(WhereSection? where)
    {
        if (where is null)
        {
            return [.. city.Cells.Select(cell => cell.Index)];
        }

        if (where.Cells.Length > 0)
        {
            return [.. where.Cells.Select(FindCell).Where(cell => cell >= 0).Distinct().Order()];
        }

        var street = where.Street is null ? -1 : FindStreet(where.Street);
        CellSite[] area = [.. city.Cells.Where(cell =>
            (where.Street is null || city.StreetOf(cell.Community) == street) && (where.Kind is null || cell.Kind == where.Kind))];
        if (area.Length == 0 && (where.Street is null || street >= 0))
        {
            findings.Add(new Finding(where.Mark.File, where.Mark.Line, "", "an area of the district", "there is no such cell"));
        }

        return Nearest(area, (int)Math.Ceiling(area.Length * where.Share));
    }

    private static int[] Nearest(CellSite[] area, int count)
    {
        if (area.Length == 0)
        {
            return [];
        }

        var middle = new Place(area.Average(cell => cell.Centre.EastM), area.Average(cell => cell.Centre.NorthM));
        return [.. area.OrderBy(cell => cell.Centre.MetresTo(middle)).ThenBy(cell => cell.Index).Take(count).Select(cell => cell.Index).Order()];
    }

    private int FindCell(Marked<string> code)
    {
        if (_cellOfCode.TryGetValue(code.Value, out var cell))
        {
            return cell;
        }

        var known = city.Cells.Length == 0 ? "no cells: the scenario has no city" : $"a 15-digit code from {city.Cells[0].Code} to {city.Cells[^1].Code}";
        findings.Add(code.Finding(known, "no cell has this code"));
        return -1;
    }

    private int FindStreet(Marked<string> street)
    {
        var found = Array.Find(_streets, unit => unit.Name == street.Value || unit.Code == street.Value);
        if (found is null && int.TryParse(street.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= _streets.Length)
        {
            found = _streets[number - 1];
        }

        if (found is null)
        {
            findings.Add(street.Finding(
                $"{NearestWord.Expected(street.Value, [.. _streets.Select(unit => unit.Name)])}, or a number from 1 to {_streets.Length}", "no street has this name"));
        }

        return found?.Index ?? -1;
    }
}
