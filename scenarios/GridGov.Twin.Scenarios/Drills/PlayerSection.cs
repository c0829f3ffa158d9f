using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Drills;

/// <summary>A player: the role of the workflow whose desks have no simulated staff from StartEx on.</summary>
public sealed record PlayerSection(Marked<string> Id, Title Title, Marked<string> Role)
{
    internal static readonly MapShape Shape = new("player", ["title", "role"], []);

    internal static PlayerSection Read(Marked<string> id, YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new PlayerSection(id, Title.Read(fields["title"]), fields["role"].MarkedText());
    }
}

/// <summary>Something that is to be reached 目标: expected actions count towards it, and evaluators rate it.</summary>
public sealed record ObjectiveSection(Marked<string> Id, Title Title)
{
    internal static readonly MapShape Shape = new("objective", ["title"], []);

    internal static ObjectiveSection Read(Marked<string> id, YamlValue value) => new(id, Title.Read(value.Fields(Shape)["title"]));
}
