namespace GridGov.Twin.Scenarios.Tests.Catalogue;

/// <summary>Finds the repository and the published tables that lie beside it on some machines.</summary>
internal static class SharedData
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GridGov.Twin.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }

    /// <summary>The path of a shared table, or null where it is absent.</summary>
    public static string? Find(string name)
    {
        var path = Path.Combine(Repository(), "..", "shared", "data", name);
        return File.Exists(path) ? path : null;
    }
}
