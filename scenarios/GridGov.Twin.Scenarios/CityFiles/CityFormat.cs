namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>The files of a city folder and the version of their format.</summary>
internal static class CityFormat
{
    /// <summary>Read and written; raised when an older program could no longer read the files.</summary>
    public const int Version = 1;

    /// <summary>Name, division, anchor, org tree, format version.</summary>
    public const string City = "city.json";

    public const string Boundary = "boundary.geojson";
    public const string Cells = "cells.geojson";
    public const string Buildings = "buildings.geojson";
    public const string Streets = "streets.geojson";
    public const string Devices = "devices.geojson";
    public const string Ground = "ground.geojson";

    public static readonly string[] Files = [City, Boundary, Cells, Buildings, Streets, Devices, Ground];
}
