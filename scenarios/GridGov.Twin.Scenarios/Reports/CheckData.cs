using GridGov.Twin.Scenarios.Experiments;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>A known value held against what was measured.</summary>
/// <param name="Variant">The variant it is known of.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Value">The known value.</param>
/// <param name="By">Where it comes from: formula, fitted or held-out.</param>
/// <param name="Source">The formula, or the publication.</param>
/// <param name="Estimate">What was measured, its interval made wider for the number of checks; null where nothing was.</param>
/// <param name="Holds">Whether the known value lies in the interval.</param>
internal sealed record CheckData(string Variant, string Measure, double Value, string By, string Source, EstimateData? Estimate, bool Holds)
{
    public static CheckData Of(Check check) => new(
        check.Variant.Id, check.Measure.Id, check.Expected.Value, Word(check.Expected.By), check.Expected.Source, EstimateData.Of(check.Estimate), check.Holds);

    private static string Word(ExpectedBy by) => by switch
    {
        ExpectedBy.Formula => "formula",
        ExpectedBy.Fitted => "fitted",
        _ => "held-out",
    };
}
