using System.Diagnostics;

namespace GridGov.Twin.House.Tests;

/// <summary>The tree as a visitor finds it: the files git knows.</summary>
internal static class House
{
    private static readonly string[] Folders = ["silo", "client", "twin-web", "scenarios", "tests"];

    /// <summary>All files git knows or would know, relative to the root, with forward slashes.</summary>
    public static string[] Files { get; } = ListFiles();

    /// <summary>The C# files, tests included.</summary>
    public static IEnumerable<string> Code => Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>The project files of the product and of its tests.</summary>
    public static IEnumerable<string> Projects => Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));

    /// <summary>The folders the top level may hold.</summary>
    public static IReadOnlyList<string> TopFolders => [.. Folders, ".ci"];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Tree.Root, file));

    private static string[] ListFiles()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Tree.Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Tree.Root, file)))];
    }
}
