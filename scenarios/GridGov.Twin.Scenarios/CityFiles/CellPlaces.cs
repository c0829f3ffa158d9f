using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>Checks that things lie in the one cell they say they lie in.</summary>
internal sealed class CellPlaces(CellSite[] cells, CellFinder finder)
{
    private readonly Dictionary<string, int> _cellOf = cells.ToDictionary(cell => cell.Code, cell => cell.Index, StringComparer.Ordinal);

    /// <summary>The index of the cell with a code; what does not fit is noted.</summary>
    public int Check(FeatureFields fields, string code, Place place, string thing)
    {
        if (!fields.IsSound)
            return 0;
        if (!_cellOf.TryGetValue(code, out var cell))
        {
            fields.Note(code, "the code of a cell of cells.geojson", $"the {thing}'s cell is unknown");
            return 0;
        }

        var holding = finder.Holding(place);
        var others = holding.Where(other => other != cell && finder.IsDeepIn(other, place)).Select(other => cells[other].Code).ToArray();
        if (!finder.Reaches(cell, place))
            fields.Note(code, Expected(others), $"the {thing} lies outside {(others.Length > 0 ? "its" : "every")} cell");
        else if (others.Length > 0)
            fields.Note(code, "cells that do not overlap", $"the {thing} lies in two cells, also in {others[0]}");
        return cell;
    }

    private static string Expected(string[] others) => others.Length > 0 ? $"the cell it lies in, {others[0]}" : "a middle inside a cell";
}
