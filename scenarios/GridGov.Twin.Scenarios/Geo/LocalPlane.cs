using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Scenarios.Geo;

/// <summary>
/// The district's plane: metres east and north of its anchor, by the equirectangular projection with the WGS 84 radii of curvature at the
/// anchor's latitude (Snyder, Map Projections, USGS 1395). Within 5 km of the anchor lengths are true to 0.1 % below latitude 50°.
/// Degrees are taken to 7 decimals (about 1 cm) and metres to 4, so that degrees → metres → degrees is exact.
/// </summary>
public sealed class LocalPlane
{
    /// <summary>Steps per degree: positions lie on a raster of 10⁻⁷ degrees.</summary>
    public const double StepsPerDegree = 1e7;

    /// <summary>The highest latitude, north or south, an anchor may have: nearer the poles a step east is shorter than a millimetre.</summary>
    public const double MaxAnchorLatitudeDeg = 85;

    private const double EquatorRadiusM = 6_378_137.0;
    private const double EccentricitySquared = 0.006_694_379_990_141_317;
    private const int MetreDecimals = 4;

    private readonly long _anchorEastStep;
    private readonly long _anchorNorthStep;
    private readonly double _eastStepM;
    private readonly double _northStepM;

    /// <summary>The plane that touches the globe at <paramref name="anchor"/>, which is first rounded to 7 decimals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The anchor lies off the globe or beyond <see cref="MaxAnchorLatitudeDeg"/>.</exception>
    public LocalPlane(Anchor anchor)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(anchor.LongitudeDeg), 180, nameof(anchor));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(anchor.LatitudeDeg), MaxAnchorLatitudeDeg, nameof(anchor));
        _anchorEastStep = Step(anchor.LongitudeDeg);
        _anchorNorthStep = Step(anchor.LatitudeDeg);
        Anchor = new Anchor(_anchorEastStep / StepsPerDegree, _anchorNorthStep / StepsPerDegree);

        var (sine, cosine) = Math.SinCos(Anchor.LatitudeDeg * Math.PI / 180);
        var flattening = 1 - (EccentricitySquared * sine * sine);
        var primeVerticalM = EquatorRadiusM / Math.Sqrt(flattening);
        var meridianM = primeVerticalM * (1 - EccentricitySquared) / flattening;
        var stepRad = Math.PI / 180 / StepsPerDegree;
        _eastStepM = primeVerticalM * cosine * stepRad;
        _northStepM = meridianM * stepRad;
    }

    /// <summary>The point (0, 0) of the plane, in degrees of 7 decimals.</summary>
    public Anchor Anchor { get; }

    /// <summary>The place of a position in degrees, in whole tenths of a millimetre.</summary>
    public Place ToPlace(double longitudeDeg, double latitudeDeg) =>
        new(Metres(Step(longitudeDeg) - _anchorEastStep, _eastStepM), Metres(Step(latitudeDeg) - _anchorNorthStep, _northStepM));

    /// <summary>The longitude and latitude of a place, in degrees of 7 decimals.</summary>
    public (double LongitudeDeg, double LatitudeDeg) ToDegrees(Place place)
    {
        var (east, north) = ToSteps(place);
        return (east / StepsPerDegree, north / StepsPerDegree);
    }

    /// <summary>The nearest place that has a position of its own on the raster; less than 1 cm away, and itself when asked again.</summary>
    public Place Snap(Place place)
    {
        var (east, north) = ToSteps(place);
        return new Place(Metres(east - _anchorEastStep, _eastStepM), Metres(north - _anchorNorthStep, _northStepM));
    }

    /// <summary>The position of a place in whole steps of 10⁻⁷ degrees.</summary>
    internal (long East, long North) ToSteps(Place place) =>
        (_anchorEastStep + (long)Math.Round(place.EastM / _eastStepM), _anchorNorthStep + (long)Math.Round(place.NorthM / _northStepM));

    private static long Step(double degrees) => (long)Math.Round(degrees * StepsPerDegree);

    // Tenths of a millimetre hide the last bit of the cosine, which may differ between platforms.
    private static double Metres(long steps, double stepM) => Math.Round(steps * stepM, MetreDecimals);
}
