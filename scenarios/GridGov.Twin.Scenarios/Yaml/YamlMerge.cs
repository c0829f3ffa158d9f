namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>
/// Lays one file over another: mappings are joined key by key, everything else (text and lists) replaces what was there,
/// as does a mapping that is one value (a distribution), and <c>key: ~</c> takes a key away. Keys keep the place they had below; new keys come after them.
/// Nodes keep their marks, so a finding points at the file the value came from.
/// </summary>
public static class YamlMerge
{
    /// <summary>The nodes of <paramref name="below"/> with those of <paramref name="above"/> laid over them.</summary>
    /// <param name="below">What is laid under.</param>
    /// <param name="above">What is laid over.</param>
    /// <param name="isOneValue">Whether a mapping above stands for one value and replaces what is below.</param>
    public static YamlNode Over(YamlNode below, YamlNode above, Func<YamlMap, bool> isOneValue)
    {
        ArgumentNullException.ThrowIfNull(below);
        ArgumentNullException.ThrowIfNull(above);
        ArgumentNullException.ThrowIfNull(isOneValue);
        if (below is not YamlMap lower || above is not YamlMap upper || isOneValue(upper))
        {
            return above;
        }

        var entries = lower.Entries.ToList();
        foreach (var entry in upper.Entries)
        {
            var at = entries.FindIndex(other => other.Key == entry.Key);
            if (entry.Value is YamlText { IsNothing: true })
            {
                entries.RemoveAll(other => other.Key == entry.Key);
            }
            else if (at < 0)
            {
                entries.Add(entry);
            }
            else
            {
                entries[at] = entry with { Value = Over(entries[at].Value, entry.Value, isOneValue) };
            }
        }

        return upper with { Entries = [.. entries] };
    }
}
