using System.Runtime.CompilerServices;

namespace GridGov.Twin.Tests;

/// <summary>The source tree the tests belong to, and the real data that lies beside it on some machines.</summary>
internal static class Tree
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file or folder of the scenarios that ship.</summary>
    public static string Shipped(string name) => Path.Combine(Root, "scenarios", name);

    /// <summary>The path of a file of <c>../shared/data</c>, or null where it is absent. A work tree may lie one folder deeper than a clone.</summary>
    public static string? RealData(string file) =>
        new[] { "..", Path.Combine("..", "..") }.Select(up => Path.GetFullPath(Path.Combine(Root, up, "shared", "data", file))).FirstOrDefault(File.Exists);

    // By where this file was compiled: tests may be built into a folder elsewhere.
    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "..", ".."));
}
