using System.Text;
using GridGov.Twin.Scenarios.Findings;
using YamlDotNet.Core;

namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>
/// Reads one YAML file into nodes that know their lines. The YAML is the plain part of the language: one document,
/// mappings, lists and text; no anchors, aliases or tags, no key twice, no tab in an indentation.
/// </summary>
public static class YamlFile
{
    /// <summary>The largest file that is read, in bytes: 4 MiB.</summary>
    public const int LargestBytes = 4 * 1024 * 1024;

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="InputRejectedException">The file is missing, too large, not UTF-8 or not plain YAML.</exception>
    public static YamlNode Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(path, Decode(path, ReadBytes(path)));
    }

    /// <summary>Reads <paramref name="text"/>, which findings will say is the file <paramref name="file"/>.</summary>
    /// <exception cref="InputRejectedException">The text is not plain YAML.</exception>
    public static YamlNode Parse(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new List<Finding>();
        FindTabs(file, text, findings);
        var root = findings.Count == 0 ? ReadTree(file, text, findings) : null;
        return root is not null && findings.Count == 0 ? root : throw new InputRejectedException(findings);
    }

    private static YamlNode? ReadTree(string file, string text, List<Finding> findings)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            return new YamlTree(file, parser, findings).Read();
        }
        catch (YamlException broken)
        {
            findings.Add(new Finding(file, (int)broken.Start.Line, "", "YAML", $"this is not YAML: {FirstLine(broken.Message)}"));
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The scanner loses its own state on some broken flow mappings and has no message for a person then.
            findings.Add(new Finding(file, (int)(parser.Current?.End.Line ?? 0), "", "YAML", "this is not YAML"));
        }

        return null;
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > LargestBytes)
            {
                throw new InputRejectedException(new Finding(
                    path, 0, $"{file.Length} bytes", $"at most {LargestBytes} bytes", "the file is too large to be written by a person"));
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new InputRejectedException(new Finding(path, 0, "", "a YAML file", "the file cannot be read"));
        }
    }

    private static string Decode(string path, byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException broken)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(broken.Index, 0, bytes.Length)).Count((byte)'\n');
            throw new InputRejectedException(new Finding(path, line, "", "UTF-8", "the file is not UTF-8 text"));
        }
    }

    // The parser reports a tab as whatever it breaks, often lines later; people look for the tab itself.
    private static void FindTabs(string file, string text, List<Finding> findings)
    {
        var line = 0;
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            line++;
            var indentation = row[..(row.Length - row.TrimStart().Length)];
            if (indentation.Contains('\t') && indentation.Length < row.Length)
            {
                findings.Add(new Finding(file, line, "tab", "spaces", "a line is indented with a tab"));
            }
        }
    }

    private static string FirstLine(string message)
    {
        // "(Line: 3, Col: 5, Idx: 40) - (Line: …): While parsing …": the place is said by the finding itself.
        var start = message.LastIndexOf("): ", StringComparison.Ordinal);
        var text = start < 0 ? message : message[(start + 3)..];
        return text.Split('\n')[0].Trim().TrimEnd('.');
    }
}
