using System.Globalization;
using System.Text;

namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>Writes nodes as the plain YAML that <see cref="YamlFile"/> reads: mappings in lines, lists of mappings as items, every text quoted but numbers.</summary>
public static class YamlWriting
{
    /// <summary>Writes a mapping's entries, one below the other.</summary>
    public static void Write(YamlNode node, StringBuilder text, int indent = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (node is not YamlMap map)
        {
            throw new ArgumentException("only a mapping is a file", nameof(node));
        }

        foreach (var entry in map.Entries)
        {
            text.Append(' ', indent).Append(Key(entry.Key)).Append(':');
            if (entry.Value is YamlMap inner && inner.Entries.Length > 0 && indent < 4)
            {
                text.Append('\n');
                Write(inner, text, indent + 2);
            }
            else
            {
                text.Append(' ').Append(Flow(entry.Value)).Append('\n');
            }
        }
    }

    /// <summary>Text in double quotes.</summary>
    public static string Quoted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
    }

    private static string Flow(YamlNode node) => node switch
    {
        YamlMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{Key(entry.Key)}: {Flow(entry.Value)}"))}}}",
        YamlList list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        YamlText { IsNothing: true } => "~",
        YamlText text => IsNumber(text.Text) ? text.Text : Quoted(text.Text),
        _ => throw new ArgumentException($"no text for {node.GetType().Name}", nameof(node)),
    };

    private static string Key(string key) => key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && key.Length > 0 ? key : Quoted(key);

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
