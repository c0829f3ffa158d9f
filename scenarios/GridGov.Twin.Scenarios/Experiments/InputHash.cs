using System.Security.Cryptography;
using System.Text;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// The hash of a scenario's inputs: its text with everything laid over it, every file it points at, and the program that reads them
/// (each build of the engine, the domain and this room has an identity of its own). Titles do not count.
/// </summary>
internal sealed class InputHash
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    private InputHash()
    {
    }

    /// <summary>The hash of a merged scenario, as hexadecimal digits.</summary>
    public static string Of(YamlNode scenario)
    {
        var hash = new InputHash();
        foreach (var type in new[] { typeof(IModel), typeof(DistrictModel), typeof(InputHash) })
        {
            hash.Add(type.Module.ModuleVersionId.ToString());
        }

        hash.Walk("", scenario);
        return hash.Text();
    }

    /// <summary>The hash of texts and the files they point at, whatever program reads them.</summary>
    public static string OfFiles(IEnumerable<YamlNode> texts)
    {
        var hash = new InputHash();
        foreach (var text in texts)
        {
            hash.Walk("", text);
        }

        return hash.Text();
    }

    private string Text() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    private void Walk(string key, YamlNode node)
    {
        switch (node)
        {
            case YamlMap map:
                foreach (var entry in map.Entries.Where(entry => entry.Key != "title"))
                {
                    Add($"{entry.Key}:");
                    Walk(entry.Key, entry.Value);
                }

                break;
            case YamlList list:
                Add($"[{list.Items.Length}]");
                Array.ForEach(list.Items, item => Walk("", item));
                break;
            case YamlText text:
                Add(text.Text);
                Follow(key, text);
                break;
        }
    }

    // Anything that may be a path is followed; a file too many only makes the hash stricter.
    private void Follow(string key, YamlText text)
    {
        var path = ShippedFile.PathFrom(text.Mark.File, text.Text);
        if (text.Text.EndsWith(".yaml", StringComparison.Ordinal) && File.Exists(path) && _files.Add(Path.GetFullPath(path)))
        {
            Walk("", YamlFile.Load(path));
        }
        else if (key == "folder" && Directory.Exists(path))
        {
            foreach (var file in Directory.GetFiles(path).Order(StringComparer.Ordinal))
            {
                Add(Path.GetFileName(file));
                _hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }
    }

    private void Add(string text)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(text));
        _hash.AppendData([0]);
    }
}
