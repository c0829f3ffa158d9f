using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>Where an expected value comes from, which says what its agreement proves.</summary>
public enum ExpectedBy
{
    /// <summary>A closed formula: the program must agree.</summary>
    Formula,

    /// <summary>A published figure the scenario was fitted to: agreement shows that the fit succeeded, nothing more.</summary>
    Fitted,

    /// <summary>A published figure that was not used in fitting: agreement speaks for the model.</summary>
    HeldOut,
}

/// <summary>A value known from elsewhere that a variant's measure is held against.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Value">The known value, in the measure's unit (shares of 1).</param>
/// <param name="By">Where it comes from.</param>
/// <param name="Source">The formula, or the publication.</param>
public sealed record ExpectedSection(Marked<string> Variant, Marked<string> Measure, double Value, ExpectedBy By, string Source)
{
    internal static readonly MapShape Shape = new("expected", ["variant", "measure", "value", "by", "source"], []);

    private static readonly Dictionary<string, ExpectedBy> Words = new(StringComparer.Ordinal)
    {
        ["formula"] = ExpectedBy.Formula,
        ["fitted"] = ExpectedBy.Fitted,
        ["held-out"] = ExpectedBy.HeldOut,
    };

    internal static ExpectedSection Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        return new ExpectedSection(
            fields["variant"].MarkedText(), fields["measure"].MarkedText(), fields["value"].Real(0, 1e12), fields["by"].Word(Words), fields["source"].Text());
    }
}
