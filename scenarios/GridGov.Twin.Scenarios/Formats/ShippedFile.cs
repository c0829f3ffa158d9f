using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>
/// Files that other files point at: a bare name such as <c>national</c> is one that ships with the program (and lies under
/// <c>scenarios/</c> in the repository); anything that ends in <c>.yaml</c> is a path from the folder of the file that names it.
/// </summary>
public static class ShippedFile
{
    /// <summary>The names that ship in <paramref name="folder"/> (<c>workflows</c>, <c>catalogue</c>, <c>calendars</c>; "" for files beside them), sorted.</summary>
    public static string[] Names(string folder)
    {
        var start = folder is "" ? "" : $"{folder}/";
        return [.. typeof(ShippedFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal))
            .Select(name => name[start.Length..^".yaml".Length])
            .Where(name => !name.Contains('/', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads the shipped file <paramref name="name"/> of <paramref name="folder"/>.</summary>
    /// <exception cref="ArgumentException">Nothing of that name ships.</exception>
    public static YamlNode Read(string folder, string name)
    {
        var path = folder is "" ? $"{name}.yaml" : $"{folder}/{name}.yaml";
        using var stream = typeof(ShippedFile).Assembly.GetManifestResourceStream(path)
            ?? throw new ArgumentException($"No file '{path}' ships with the program.", nameof(name));
        using var reader = new StreamReader(stream);
        return YamlFile.Parse($"scenarios/{path}", reader.ReadToEnd());
    }

    /// <summary>Reads what <paramref name="value"/> points at; null after a finding.</summary>
    /// <exception cref="InputRejectedException">The file it points at cannot be read.</exception>
    public static YamlNode? Follow(YamlValue value, string folder)
    {
        ArgumentNullException.ThrowIfNull(value);
        var name = value.Text();
        if (name.EndsWith(".yaml", StringComparison.Ordinal))
        {
            return FollowPath(value, PathFrom(value.Mark.File, name));
        }

        if (Names(folder).Contains(name))
        {
            return Read(folder, name);
        }

        if (name.Length > 0)
        {
            value.Reject($"{NearestWord.Expected(name, Names(folder))}, or the path of a .yaml file", "nothing of this name ships");
        }

        return null;
    }

    /// <summary>The path someone means who writes <paramref name="path"/> in <paramref name="file"/>, named the way <paramref name="file"/> was.</summary>
    public static string PathFrom(string file, string path)
    {
        var joined = Path.Combine(Path.GetDirectoryName(file) ?? "", path);
        return Path.IsPathRooted(joined) ? Path.GetFullPath(joined) : Path.GetRelativePath(".", joined);
    }

    private static YamlNode? FollowPath(YamlValue value, string path)
    {
        if (File.Exists(path))
        {
            return YamlFile.Load(path);
        }

        value.Reject($"an existing file ({path} does not exist)", "the file is not there");
        return null;
    }
}
