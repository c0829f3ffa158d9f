using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>Checks that things lie in the cell they say they lie in.</summary>
internal sealed class CellPlaces(CellSite[] cells, CellFinder finder)
{
    // A device on the far kerb still belongs to its cell.
    private const double DeviceReachM = 50;

    private readonly Dictionary<string, int> _cellOf = cells.ToDictionary(cell => cell.Code, cell => cell.Index, StringComparer.Ordinal);

    /// <summary>The cell of a building, whose middle must lie in it and in no other.</summary>
    public int OfBuilding(FeatureFields fields, string code, Place middle)
    {
        if (Known(fields, code, "building") is not { } cell)
            return 0;
        var others = finder.Holding(middle).Where(other => other != cell && finder.IsDeepIn(other, middle)).Select(other => cells[other].Code).ToArray();
        var isInside = finder.ToCellM(cell, middle) <= CellFinder.EdgeM;
        if (!isInside && others.Length == 0)
            fields.Note(code, "a middle inside a cell", "the building lies outside every cell");
        else if (!isInside)
            fields.Note(code, $"the cell it lies in, {others[0]}", "the building lies outside its cell");
        else if (others.Length > 0)
            fields.Note(code, "cells that do not overlap", $"the building lies in two cells, also in {others[0]}");
        return cell;
    }

    /// <summary>The cell of a device, which must stand in it or within 50 m of it.</summary>
    public int OfDevice(FeatureFields fields, string code, Place at)
    {
        if (Known(fields, code, "device") is not { } cell)
            return 0;
        if (finder.ToCellM(cell, at) > DeviceReachM)
            fields.Note(code, "the cell it stands in or near", "the device stands far from its cell");
        return cell;
    }

    private int? Known(FeatureFields fields, string code, string thing)
    {
        if (!fields.IsSound)
            return null;
        if (_cellOf.TryGetValue(code, out var cell))
            return cell;
        fields.Note(code, "the code of a cell of cells.geojson", $"the {thing}'s cell is unknown");
        return null;
    }
}
