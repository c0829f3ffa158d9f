namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>Where something stands: the file as the person named it and the line, counted from 1.</summary>
public readonly record struct Mark(string File, int Line);

/// <summary>A part of a YAML file that knows where it stands, also after files were merged.</summary>
public abstract record YamlNode(Mark Mark);

/// <summary>A single value as it is written. Every value is text until a reader gives it a meaning.</summary>
/// <param name="Mark">Where it stands.</param>
/// <param name="Text">The characters, without quotes.</param>
/// <param name="IsNothing">Whether it is the YAML null: nothing at all, or <c>~</c>.</param>
public sealed record YamlText(Mark Mark, string Text, bool IsNothing) : YamlNode(Mark);

/// <summary>Values one after the other.</summary>
public sealed record YamlList(Mark Mark, YamlNode[] Items) : YamlNode(Mark);

/// <summary>Keys with values, in the order of the file; no key appears twice.</summary>
public sealed record YamlMap(Mark Mark, YamlEntry[] Entries) : YamlNode(Mark);

/// <summary>One key of a <see cref="YamlMap"/>; <paramref name="Mark"/> is where the key stands.</summary>
public sealed record YamlEntry(Mark Mark, string Key, YamlNode Value);
