namespace GridGov.Twin.Benchmarks;

/// <summary>Finds the scenarios that come with the project.</summary>
internal static class Shipped
{
    /// <summary>The folder of a shipped scenario, searched for upward from the program.</summary>
    public static string Scenario(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "scenarios", name);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"no folder above {AppContext.BaseDirectory} holds scenarios/{name}");
    }
}
