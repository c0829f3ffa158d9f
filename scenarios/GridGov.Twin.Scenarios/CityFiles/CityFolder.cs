using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.CityFiles;

/// <summary>
/// A city as a folder of files people can open in a map program: <c>city.json</c> and one GeoJSON file each for the boundary, cells, buildings,
/// streets, devices and ground. Positions have 7 decimals; a city whose places lie on that raster (<see cref="CityRaster"/>) comes back exactly.
/// </summary>
public static class CityFolder
{
    /// <summary>The file by which such a folder is told from others.</summary>
    public const string HeadFile = CityFormat.City;

    /// <summary>Writes a city into a folder that is new, empty or holds an older city; the folder appears whole or not at all.</summary>
    /// <exception cref="InputRejectedException">The folder holds something else, or its path is a file.</exception>
    public static void Write(CityModel city, string folder)
    {
        ArgumentNullException.ThrowIfNull(city);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target) || (Directory.Exists(target) && !MayReplace(target)))
            throw Rejected(folder, "a new folder, an empty one or one of a city", "the folder holds something else");

        var (fresh, old) = (target + ".writing", target + ".old");
        Discard(fresh);
        try
        {
            Directory.CreateDirectory(fresh);
            WriteFiles(city, fresh);
            if (Directory.Exists(target))
            {
                Discard(old);
                Directory.Move(target, old);
            }

            Directory.Move(fresh, target);
            Discard(old);
        }
        catch
        {
            Discard(fresh);
            if (!Directory.Exists(target) && Directory.Exists(old))
                Directory.Move(old, target);
            throw;
        }
    }

    /// <summary>Reads a city and checks that everything in it fits together.</summary>
    /// <exception cref="InputRejectedException">A file is missing or wrong; names every mistake that can be told apart.</exception>
    public static CityModel Read(string folder)
    {
        var missing = CityFormat.Files.Where(file => !File.Exists(Path.Combine(folder, file)))
            .Select(file => new Finding(Path.Combine(folder, file), 0, "", "the files " + string.Join(", ", CityFormat.Files), "the file is missing"));
        var findings = missing.ToList();
        Stop(findings);

        var head = CityHead.Read(Path.Combine(folder, CityFormat.City));
        var plane = new LocalPlane(head.Anchor);
        var boundary = GroundFile.ReadBoundary(Path.Combine(folder, CityFormat.Boundary), plane, findings);
        var cells = CellFile.Read(Path.Combine(folder, CityFormat.Cells), plane, head.Org, findings);
        Stop(findings);

        var finder = new CellFinder(cells);
        var buildings = BuildingFile.Read(Path.Combine(folder, CityFormat.Buildings), plane, cells, finder, findings);
        var devices = DeviceFile.Read(Path.Combine(folder, CityFormat.Devices), plane, cells, finder, findings);
        var ground = GroundFile.Read(Path.Combine(folder, CityFormat.Ground), plane, findings);
        var streets = StreetFile.Read(Path.Combine(folder, CityFormat.Streets), plane, findings);
        CellFile.CheckNodes(Path.Combine(folder, CityFormat.Cells), cells, streets, findings);
        Stop(findings);
        return new CityModel(head.Name, plane.Anchor, boundary, head.Org, cells, buildings, devices, ground, streets);
    }

    private static void WriteFiles(CityModel city, string folder)
    {
        var plane = new LocalPlane(city.Anchor);
        CityHead.Write(city, Path.Combine(folder, CityFormat.City));
        GroundFile.WriteBoundary(city, Path.Combine(folder, CityFormat.Boundary), plane);
        CellFile.Write(city, Path.Combine(folder, CityFormat.Cells), plane);
        BuildingFile.Write(city, Path.Combine(folder, CityFormat.Buildings), plane);
        StreetFile.Write(city.Streets, Path.Combine(folder, CityFormat.Streets), plane);
        DeviceFile.Write(city, Path.Combine(folder, CityFormat.Devices), plane);
        GroundFile.Write(city, Path.Combine(folder, CityFormat.Ground), plane);
    }

    private static bool MayReplace(string folder) =>
        File.Exists(Path.Combine(folder, CityFormat.City)) || !Directory.EnumerateFileSystemEntries(folder).Any();

    private static void Discard(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static void Stop(List<Finding> findings)
    {
        if (findings.Count > 0)
            throw new InputRejectedException(findings);
    }

    private static InputRejectedException Rejected(string folder, string expected, string message) =>
        new(new Finding(folder, 0, "", expected, message));
}
