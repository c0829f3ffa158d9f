namespace GridGov.Twin.Silo.Worlds;

/// <summary>A world the host is to have.</summary>
/// <param name="Id">Its name in addresses and in the journal: 1 to 64 of a–z, 0–9 and hyphens.</param>
/// <param name="Scenario">A scenario that ships, such as <c>first-day</c>, or the path of a folder or file.</param>
/// <param name="Kind">live, drill or run.</param>
public sealed record WorldSettings(string Id, string Scenario, string Kind = "live");
