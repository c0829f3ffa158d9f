using System.Text.Json;

namespace GridGov.Twin.Scenarios.Tests.Tiles;

/// <summary>
/// What the specification of 3D Tiles 1.1 asks of a folder of tiles: required members, boxes that hold what is in them, errors that do not grow
/// towards the leaves, contents that are there. Gives what is broken, contents included.
/// </summary>
internal sealed class TilesetLaws
{
    // Of the centre and the half, which are said in decimals.
    private const double RoundingM = 1e-9;

    private readonly string _folder;
    private readonly List<string> _faults = [];

    private TilesetLaws(string folder) => _folder = folder;

    /// <summary>The contents of tiles without children.</summary>
    public List<GlbTile> Leaves { get; } = [];

    /// <summary>The contents of tiles that give way to finer ones.</summary>
    public List<GlbTile> Coarse { get; } = [];

    public IReadOnlyList<string> Faults => _faults;

    public static TilesetLaws Judge(string folder)
    {
        var laws = new TilesetLaws(folder);
        var tileset = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "tileset.json"))).RootElement;
        laws.Expect(tileset.GetProperty("asset").GetProperty("version").GetString() == "1.1", "the version is not 1.1");
        var root = tileset.GetProperty("root");
        laws.Expect(root.GetProperty("transform").GetArrayLength() == 16, "the transform is no matrix");
        laws.Expect(root.GetProperty("refine").GetString() is "ADD" or "REPLACE", "the root does not say how it is refined");
        laws.Judge(root, tileset.GetProperty("geometricError").GetDouble(), null);
        var named = laws.Leaves.Count + laws.Coarse.Count + 1;
        laws.Expect(Directory.EnumerateFileSystemEntries(folder).Count() == named, "the folder does not hold exactly what the tileset names");
        return laws;
    }

    private void Judge(JsonElement tile, double parentError, double[]? parentBox)
    {
        var error = tile.GetProperty("geometricError").GetDouble();
        Expect(error >= 0 && error <= parentError, $"an error of {error} under one of {parentError}");
        double[] box = [.. tile.GetProperty("boundingVolume").GetProperty("box").EnumerateArray().Select(number => number.GetDouble())];
        Expect(box.Length == 12 && box[3] > 0 && box[7] > 0 && box[11] > 0, "a box without a volume");
        Expect(parentBox is null || Axes().All(axis => Low(box, axis) >= Low(parentBox, axis) - RoundingM && High(box, axis) <= High(parentBox, axis) + RoundingM), "a box outside its parent's");
        var hasChildren = tile.TryGetProperty("children", out var children);
        Expect(!hasChildren || children.GetArrayLength() > 0, "an empty array of children");
        Expect(hasChildren || error == 0 || parentBox is null, "a leaf that is not exact");
        if (tile.TryGetProperty("content", out var content))
            JudgeContent(content.GetProperty("uri").GetString()!, box, hasChildren);
        else
            Expect(hasChildren || parentBox is null, "a leaf without content");
        foreach (var child in hasChildren ? children.EnumerateArray().ToArray() : [])
            Judge(child, error, box);
    }

    private void JudgeContent(string uri, double[] box, bool isCoarse)
    {
        if (!File.Exists(Path.Combine(_folder, uri)))
        {
            _faults.Add($"{uri} is not there");
            return;
        }

        var glb = new GlbTile(Path.Combine(_folder, uri));
        (isCoarse ? Coarse : Leaves).Add(glb);
        _faults.AddRange(GlbLaws.Faults(glb).Select(fault => $"{uri}: {fault}"));
        double[][] places = [.. glb.Attribute("POSITION").Select(at => (double[])[at[0], -at[2], at[1]])];
        Expect(places.All(at => Axes().All(axis => at[axis] >= Low(box, axis) - RoundingM && at[axis] <= High(box, axis) + RoundingM)), $"{uri} reaches out of its box");
        Expect(isCoarse || Axes().All(axis => places.Min(at => at[axis]) - Low(box, axis) < 0.02 && High(box, axis) - places.Max(at => at[axis]) < 0.02), $"{uri} lies in a loose box");
    }

    private void Expect(bool holds, string fault)
    {
        if (!holds)
            _faults.Add(fault);
    }

    private static int[] Axes() => [0, 1, 2];

    private static double Low(double[] box, int axis) => box[axis] - box[3 + (4 * axis)];

    private static double High(double[] box, int axis) => box[axis] + box[3 + (4 * axis)];
}
