namespace GridGov.Twin.Scenarios.Tests.Import;

/// <summary>The real files beside the repository, where they are present.</summary>
internal static class SharedData
{
    /// <summary>The path of a file in <c>../shared/data</c>, or null where that folder is absent.</summary>
    public static string? Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "GridGov.Twin.sln")))
                continue;
            // A work tree may lie one folder deeper than a clone.
            var above = new[] { folder.Parent, folder.Parent?.Parent }.OfType<DirectoryInfo>();
            return above.Select(place => Path.Combine(place.FullName, "shared", "data", file)).FirstOrDefault(File.Exists);
        }

        return null;
    }
}
