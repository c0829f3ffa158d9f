namespace GridGov.Twin.Scenarios.Yaml;

/// <summary>
/// The keys a mapping may have. Readers can ask for no other key, and the published JSON Schemas are tested against the same lists.
/// </summary>
/// <param name="Name">What the mapping describes; also its name under <c>$defs</c> of the schema.</param>
/// <param name="Required">Keys that must be there.</param>
/// <param name="Optional">Keys that may be there.</param>
public sealed record MapShape(string Name, string[] Required, string[] Optional)
{
    /// <summary>All keys, required ones first.</summary>
    public IEnumerable<string> Keys => Required.Concat(Optional);
}
