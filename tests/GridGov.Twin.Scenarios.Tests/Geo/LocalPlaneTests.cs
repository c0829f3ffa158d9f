using FsCheck;
using FsCheck.Fluent;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Scenarios.Tests.Geo;

public class LocalPlaneTests
{
    private const double CentimetreM = 0.01;

    // Thousandths of a degree for the anchor, 10⁻⁷ degrees for the offset from it.
    private static readonly Gen<(Anchor Anchor, double East, double North)> Spots =
        from longitude in Gen.Choose(-179_000, 179_000)
        from latitude in Gen.Choose(-85_000, 85_000)
        from east in Gen.Choose(-500_000, 500_000)
        from north in Gen.Choose(-500_000, 500_000)
        select (new Anchor(longitude / 1000.0, latitude / 1000.0), east / 1e7, north / 1e7);

    [Fact]
    public void A_position_of_seven_decimals_comes_back_exactly() =>
        Prop.ForAll(Spots.ToArbitrary(), spot =>
        {
            var plane = new LocalPlane(spot.Anchor);
            var longitude = Math.Round(spot.Anchor.LongitudeDeg + spot.East, 7);
            var latitude = Math.Round(spot.Anchor.LatitudeDeg + spot.North, 7);
            return plane.ToDegrees(plane.ToPlace(longitude, latitude)) == (longitude, latitude);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_place_comes_back_to_within_a_centimetre_and_a_snapped_place_exactly() =>
        Prop.ForAll(Spots.ToArbitrary(), spot =>
        {
            var plane = new LocalPlane(spot.Anchor);
            var place = new Place(spot.East * 98_765, spot.North * 98_765);
            var (longitude, latitude) = plane.ToDegrees(place);
            var back = plane.ToPlace(longitude, latitude);
            return back.MetresTo(place) < CentimetreM && plane.Snap(place) == back && plane.Snap(back) == back;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lengths_within_5_km_of_the_anchor_are_true_to_a_thousandth()
    {
        var spots = from spot in Spots where Math.Abs(spot.Anchor.LatitudeDeg) <= 50 select spot;
        Prop.ForAll(spots.ToArbitrary(), spot =>
        {
            var plane = new LocalPlane(spot.Anchor);
            var a = (Longitude: spot.Anchor.LongitudeDeg + spot.East, Latitude: spot.Anchor.LatitudeDeg + (spot.North * 0.8));
            var b = (Longitude: a.Longitude + 0.01, Latitude: a.Latitude + 0.005);
            var onPlaneM = plane.ToPlace(a.Longitude, a.Latitude).MetresTo(plane.ToPlace(b.Longitude, b.Latitude));
            return Math.Abs((onPlaneM / ThroughTheEarthM(a, b)) - 1) < 0.001;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_anchor_near_a_pole_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new LocalPlane(new Anchor(0, 86)));

    // An independent measure: the straight chord between two points of the WGS 84 ellipsoid in space, at this size as long as the way over ground.
    private static double ThroughTheEarthM((double Longitude, double Latitude) a, (double Longitude, double Latitude) b)
    {
        var (p, q) = (InSpace(a), InSpace(b));
        return Math.Sqrt(Math.Pow(p.X - q.X, 2) + Math.Pow(p.Y - q.Y, 2) + Math.Pow(p.Z - q.Z, 2));
    }

    private static (double X, double Y, double Z) InSpace((double Longitude, double Latitude) at)
    {
        const double A = 6_378_137.0, B = 6_356_752.314_245;
        var (lon, lat) = (at.Longitude * Math.PI / 180, at.Latitude * Math.PI / 180);
        var n = A * A / Math.Sqrt(Math.Pow(A * Math.Cos(lat), 2) + Math.Pow(B * Math.Sin(lat), 2));
        return (n * Math.Cos(lat) * Math.Cos(lon), n * Math.Cos(lat) * Math.Sin(lon), n * B * B / (A * A) * Math.Sin(lat));
    }
}
