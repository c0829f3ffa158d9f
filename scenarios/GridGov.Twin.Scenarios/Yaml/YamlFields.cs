namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>The values of a mapping whose keys are known. Made by <see cref="YamlValue.Fields"/>.</summary>
public sealed class YamlFields
{
    private readonly MapShape _shape;
    private readonly Dictionary<string, YamlValue> _values;

    internal YamlFields(YamlValue map, MapShape shape, Dictionary<string, YamlValue> values)
    {
        Map = map;
        _shape = shape;
        _values = values;
    }

    /// <summary>The mapping itself.</summary>
    public YamlValue Map { get; }

    /// <summary>The value of a key; a missing one reads as a default.</summary>
    /// <exception cref="InvalidOperationException">The shape does not know the key: the reader and its shape disagree.</exception>
    public YamlValue this[string key]
    {
        get
        {
            if (!_shape.Keys.Contains(key))
            {
                throw new InvalidOperationException($"The shape '{_shape.Name}' has no key '{key}'.");
            }

            return _values.TryGetValue(key, out var value) ? value : Map.Absent(key);
        }
    }

    /// <summary>Whether an optional key has a value.</summary>
    public bool Has(string key) => !this[key].IsMissing;
}
