using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Silo.Planning;

/// <summary>The experiments' names as they cross the wire.</summary>
internal static class Wording
{
    public static Name Of(Title title) => new(title.Zh, title.En);

    public static MeasureName Of(Measure measure) => new(measure.Id, new Name(measure.Zh, measure.En), measure.Unit.ToString().ToLowerInvariant());

    public static VariantView[] Of(VariantSection[] variants) => [.. variants.Select(variant => new VariantView(variant.Id.Value, Of(variant.Title)))];
}
