namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>What something is called in the two languages of the product.</summary>
public sealed record Title(string Zh, string En)
{
    internal static readonly MapShape Shape = new("title", ["zh", "en"], []);

    /// <summary>Reads <c>{zh: …, en: …}</c>.</summary>
    public static Title Read(YamlValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var fields = value.Fields(Shape);
        return new Title(fields["zh"].Text(), fields["en"].Text());
    }
}
