using GridGov.Twin.Scenarios.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>Builds the nodes of one file from the parser's events and finds what the plain YAML of these files does not have.</summary>
internal sealed class YamlTree(string file, Parser parser, List<Finding> findings)
{
    // Deeper nesting than any format here has; keeps hostile files from exhausting the stack.
    private const int DeepestLevel = 32;

    /// <summary>Reads the whole stream: exactly one document.</summary>
    public YamlNode Read()
    {
        parser.Consume<StreamStart>();
        var root = parser.TryConsume<DocumentStart>(out _) ? Node(0) : null;
        if (root is null or YamlText { IsNothing: true })
        {
            findings.Add(new Finding(file, 0, "", "keys and values", "the file is empty"));
            return new YamlMap(new Mark(file, 0), []);
        }

        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            Find(second, "---", "one document", "the file holds a second document");
        }

        return root;
    }

    private YamlNode Node(int level)
    {
        if (level > DeepestLevel)
        {
            throw new InputRejectedException(
                new Finding(file, (int)parser.Current!.Start.Line, "", $"at most {DeepestLevel} levels", "the nesting is too deep"));
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            Find(alias, $"*{alias.Value}", "the value itself (write a pattern such as \"*\" in quotes)", "aliases are not read");
            return new YamlText(At(alias), "", IsNothing: true);
        }

        if (parser.Current is NodeEvent node)
        {
            FindExtras(node);
        }

        if (parser.TryConsume<MappingStart>(out var map))
        {
            return Map(map, level);
        }

        return parser.TryConsume<SequenceStart>(out var list) ? List(list, level) : Text(parser.Consume<Scalar>());
    }

    private YamlMap Map(MappingStart start, int level)
    {
        var entries = new List<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(level + 1);
            var value = Node(level + 1);
            if (key is not YamlText { IsNothing: false } name)
            {
                findings.Add(new Finding(file, key.Mark.Line, "", "a word", "a key must be a single word"));
            }
            else if (!lines.TryAdd(name.Text, name.Mark.Line))
            {
                findings.Add(new Finding(file, key.Mark.Line, name.Text, "each key once", $"the key stands on line {lines[name.Text]} already"));
            }
            else
            {
                entries.Add(new YamlEntry(name.Mark, name.Text, value));
            }
        }

        return new YamlMap(At(start), [.. entries]);
    }

    private YamlList List(SequenceStart start, int level)
    {
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(level + 1));
        }

        return new YamlList(At(start), [.. items]);
    }

    private YamlText Text(Scalar scalar) =>
        new(At(scalar), scalar.Value, scalar is { Style: ScalarStyle.Plain, Value: "" or "~" });

    private void FindExtras(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            Find(node, $"&{node.Anchor.Value}", "no anchor", "anchors are not read");
        }

        if (!node.Tag.IsEmpty)
        {
            Find(node, node.Tag.Value, "no tag", "tags are not read");
        }
    }

    private void Find(ParsingEvent at, string value, string expected, string message) =>
        findings.Add(new Finding(file, (int)at.Start.Line, value, expected, message));

    private Mark At(ParsingEvent at) => new(file, (int)at.Start.Line);
}
