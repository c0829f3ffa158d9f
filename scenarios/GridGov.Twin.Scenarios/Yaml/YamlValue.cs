using System.Globalization;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>
/// One value being read: the node, its name for messages (<c>officers.count</c>) and where findings go. A value that is missing or wrong
/// gives a default after the finding is noted, so that one pass over a file finds everything; whoever reads must look at the findings
/// before using what was read.
/// </summary>
public sealed class YamlValue
{
    private readonly YamlNode? _node;
    private readonly List<Finding> _findings;

    /// <summary>Begins reading at the root of a file.</summary>
    public YamlValue(YamlNode root, List<Finding> findings)
        : this(root, "", root?.Mark ?? default, findings)
    {
    }

    private YamlValue(YamlNode? node, string name, Mark mark, List<Finding> findings)
    {
        _node = node;
        Name = name;
        Mark = mark;
        _findings = findings;
    }

    /// <summary>The keys that lead to the value, joined by dots; empty for the root.</summary>
    public string Name { get; }

    /// <summary>Where the value stands; for a missing one, where its mapping stands.</summary>
    public Mark Mark { get; }

    /// <summary>Whether there is no value: the key is absent or its value is nothing.</summary>
    public bool IsMissing => _node is null or YamlText { IsNothing: true };

    /// <summary>Whether the value is a single piece of text.</summary>
    public bool IsText => _node is YamlText { IsNothing: false };

    /// <summary>Whether the value is a mapping.</summary>
    public bool IsMap => _node is YamlMap;

    /// <summary>The value's characters, at least one; "" after a finding.</summary>
    public string Text() => Scalar("text", static (string text, out string value) => (value = text).Length > 0) ?? "";

    /// <summary>Whether the value is a list.</summary>
    public bool IsList => _node is YamlList;

    /// <summary>Whether the value is this text.</summary>
    public bool Is(string text) => IsText && Written == text;

    /// <summary>The items of a list; none after a finding.</summary>
    public IEnumerable<YamlValue> Items()
    {
        if (_node is YamlList list)
        {
            return list.Items.Select(Item);
        }

        RejectUnlessMissing("a list", "a list is expected here");
        return [];
    }

    /// <summary>The entries of a mapping whose keys people choose, in order; none after a finding.</summary>
    public IEnumerable<(string Key, Mark Mark, YamlValue Value)> Entries()
    {
        if (_node is YamlMap map)
        {
            return map.Entries
                .Select(entry => (entry.Key, entry.Mark, Value: new YamlValue(entry.Value, Child(entry.Key), entry.Value.Mark, _findings)))
                .Where(entry => !entry.Value.IsMissing);
        }

        RejectUnlessMissing("keys and values", "a mapping is expected here");
        return [];
    }

    /// <summary>The fields of a mapping of a known shape. Unknown and missing keys are found here.</summary>
    public YamlFields Fields(MapShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (_node is not YamlMap map)
        {
            RejectUnlessMissing($"keys and values ({string.Join(", ", shape.Keys)})", "a mapping is expected here");
            return new YamlFields(this, shape, []);
        }

        var values = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (!values.TryAdd(entry.Key, new YamlValue(entry.Value, Child(entry.Key), entry.Value.Mark, _findings)) || !shape.Keys.Contains(entry.Key))
            {
                Add(entry.Mark, entry.Key, NearestWord.Expected(entry.Key, [.. shape.Keys]), $"{Where()}unknown key");
            }
        }

        foreach (var key in shape.Required.Where(key => !values.TryGetValue(key, out var value) || value.IsMissing))
        {
            Add(Mark, "", $"the key {key}", $"{Where()}the key {key} is missing");
        }

        return new YamlFields(this, shape, values);
    }

    /// <summary>Reads text through <paramref name="parse"/>; the default after a finding that says what was <paramref name="expected"/>.</summary>
    public T? Scalar<T>(string expected, ScalarParser<T> parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        if (IsText && parse(Written, out var value))
        {
            return value;
        }

        RejectUnlessMissing(expected, IsText ? "the value cannot be read" : "a single value is expected here");
        return default;
    }

    /// <summary>Notes that the value is wrong.</summary>
    public void Reject(string expected, string message) => Add(Mark, Written, expected, $"{Where()}{message}");

    /// <summary>Notes that a key of this mapping is wrong.</summary>
    public void RejectKey(string key, Mark mark, string expected, string message) => Add(mark, key, expected, $"{Where()}{message}");

    /// <summary>The value of <paramref name="key"/> in this mapping when it is absent: reads as a default, and says nothing.</summary>
    internal YamlValue Absent(string key) => new(null, Child(key), Mark, _findings);

    /// <summary>The root of another file that this value points at; findings go to the same place.</summary>
    internal YamlValue InOtherFile(YamlNode root) => new(root, "", root.Mark, _findings);

    /// <summary>How many findings there are by now, of everything that is read together with this value.</summary>
    internal int FindingCount => _findings.Count;

    private YamlValue Item(YamlNode node, int index)
    {
        var item = new YamlValue(node, string.Create(CultureInfo.InvariantCulture, $"{Name}[{index + 1}]"), node.Mark, _findings);
        if (item.IsMissing)
        {
            item.Reject("a value", "the item is empty");
        }

        return item;
    }

    /// <summary>What is read; null when it is missing.</summary>
    internal YamlNode? Node => _node;

    /// <summary>The characters of a single value, or none.</summary>
    internal string Written => (_node as YamlText)?.Text ?? "";

    // A required key that is missing was found by Fields; an optional one is asked for only when it is there.
    internal void RejectUnlessMissing(string expected, string message)
    {
        if (!IsMissing)
        {
            Reject(expected, message);
        }
    }

    private string Child(string key) => Name.Length == 0 ? key : $"{Name}.{key}";

    private string Where() => Name.Length == 0 ? "" : $"{Name}: ";

    private void Add(Mark mark, string value, string expected, string message) =>
        _findings.Add(new Finding(mark.File, mark.Line, value, expected, message));
}

/// <summary>Turns text into a value; false when it is none.</summary>
public delegate bool ScalarParser<T>(string text, out T value);
