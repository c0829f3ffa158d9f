using System.Text.Json;

namespace GridGov.Twin.Silo.Planning;

/// <summary>Files that shelves keep in the data folder.</summary>
internal static class ShelfFile
{
    /// <summary>What was kept at a path; null where nothing was, or nothing that can be read: it costs nothing but the run, which finds its outcomes in the store.</summary>
    public static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path));
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps something at a path, whole or not at all.</summary>
    public static void Keep<T>(string path, T what)
    {
        File.WriteAllText($"{path}.new", JsonSerializer.Serialize(what));
        File.Move($"{path}.new", path, overwrite: true);
    }

    /// <summary>The file of a name in a folder of files that may have these names only; null where there is none.</summary>
    public static string? Find(string folder, string name, IReadOnlyList<string> names)
    {
        var path = names.Contains(name) ? Path.Combine(folder, name) : null;
        return File.Exists(path) ? path : null;
    }
}
