using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>What decides between the variants.</summary>
/// <param name="By">The measure that decides.</param>
/// <param name="IsHigherBetter">Whether more of it is better.</param>
/// <param name="Matters">The smallest difference that matters, in the measure's unit; 0 where none was said.</param>
/// <param name="Target">What the measure should reach; null where no target was said.</param>
public sealed record DecisionSection(Marked<string> By, bool IsHigherBetter, double Matters, double? Target)
{
    internal static readonly MapShape Shape = new("decide", ["by", "better"], ["matters", "target"]);

    private static readonly Dictionary<string, bool> Directions = new(StringComparer.Ordinal) { ["higher"] = true, ["lower"] = false };

    internal static DecisionSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new DecisionSection(
            fields["by"].MarkedText(), fields["better"].Word(Directions),
            fields.Has("matters") ? fields["matters"].Real(1e-9, 1e9) : 0, fields.Has("target") ? fields["target"].Real(0, 1e9) : null);
    }
}
