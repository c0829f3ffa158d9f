using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>An imported city and the account of what became of its input.</summary>
public sealed record ImportResult(CityModel City, ImportFindings Findings);
