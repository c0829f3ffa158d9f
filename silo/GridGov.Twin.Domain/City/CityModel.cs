namespace GridGov.Twin.Domain.City;

/// <summary>
/// The immutable reference data of a world: what the district is made of. Grains read it, nothing writes it; many worlds share one.
/// Every array is indexed by its items' <c>Index</c>. Cells are in the order of their codes.
/// </summary>
public sealed record CityModel(
    string Name,
    Anchor Anchor,
    Place[] Boundary,
    OrgUnit[] Org,
    CellSite[] Cells,
    BuildingSite[] Buildings,
    DeviceSite[] Devices,
    GroundSite[] Ground,
    StreetNet Streets)
{
    /// <summary>The street (or town) a community belongs to, as an index into <see cref="Org"/>.</summary>
    public int StreetOf(int community) => Org[community].Parent;
}
