namespace GridGov.Twin.Cli.Tests;

/// <summary>A folder for one test's files, gone when the test ends.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gridgov-");

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>The names in the folder, sorted.</summary>
    public string[] Names(string name = "") =>
        [.. Directory.EnumerateFileSystemEntries(Path(name)).Select(entry => System.IO.Path.GetFileName(entry)!).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Delete(recursive: true);
}
