using GridGov.Twin.Scenarios.Geo;
using NetTopologySuite.Geometries;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>One valid footprint polygon in degrees of 7 decimals, the feature it comes from and what that says about the building.</summary>
internal sealed record Footprint(GeoFeature Feature, Polygon Shape, BuildingFacts Facts);
