using System.IO.Compression;
using System.Text;

namespace GridGov.Twin.Scenarios.Tests.Geo;

/// <summary>A folder for one test's files, gone when the test ends.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gridgov-");

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public string Pack(string name, string text)
    {
        using var stream = new GZipStream(File.Create(Path(name)), CompressionLevel.Fastest);
        stream.Write(Encoding.UTF8.GetBytes(text));
        return Path(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
