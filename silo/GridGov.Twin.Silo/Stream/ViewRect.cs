using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Geo;

namespace GridGov.Twin.Silo.Stream;

/// <summary>What a viewer's camera sees: a rectangle in WGS 84 degrees, and how high the camera is, in metres.</summary>
public sealed record ViewRect(double West, double South, double East, double North, double HeightM)
{
    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem =>
        !(Math.Abs(West) <= 180 && Math.Abs(East) <= 180 && Math.Abs(South) <= 90 && Math.Abs(North) <= 90) ? "the view's rectangle must be in degrees: -180 to 180, -90 to 90"
        : !(West < East && South < North) ? "the view's west must lie west of its east, and its south south of its north"
        : !(HeightM >= 0 && double.IsFinite(HeightM)) ? "the view's height must be metres above 0"
        : null;

    /// <summary>The rectangle on the district's plane.</summary>
    internal PlaneRect On(LocalPlane plane)
    {
        var (a, b) = (plane.ToPlace(West, South), plane.ToPlace(East, North));
        return new PlaneRect(a.EastM, a.NorthM, b.EastM, b.NorthM);
    }
}

/// <summary>A rectangle on the district's plane, in metres.</summary>
internal readonly record struct PlaneRect(double WestM, double SouthM, double EastM, double NorthM)
{
    public double LongerM => Math.Max(EastM - WestM, NorthM - SouthM);

    public static PlaneRect At(Place place) => new(place.EastM, place.NorthM, place.EastM, place.NorthM);

    public static PlaneRect Around(IEnumerable<Place> places)
    {
        var rect = new PlaneRect(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var place in places)
        {
            rect = new PlaneRect(
                Math.Min(rect.WestM, place.EastM), Math.Min(rect.SouthM, place.NorthM), Math.Max(rect.EastM, place.EastM), Math.Max(rect.NorthM, place.NorthM));
        }

        return rect;
    }

    public bool Touches(in PlaneRect other) =>
        WestM <= other.EastM && other.WestM <= EastM && SouthM <= other.NorthM && other.SouthM <= NorthM;

    public bool Holds(double eastM, double northM) => eastM >= WestM && eastM <= EastM && northM >= SouthM && northM <= NorthM;

    /// <summary>The part of it within another; where they do not touch, that one's nearest corner.</summary>
    public PlaneRect Within(in PlaneRect bounds) => new(
        Math.Clamp(WestM, bounds.WestM, bounds.EastM), Math.Clamp(SouthM, bounds.SouthM, bounds.NorthM),
        Math.Clamp(EastM, bounds.WestM, bounds.EastM), Math.Clamp(NorthM, bounds.SouthM, bounds.NorthM));

    /// <summary>The rectangle widened to a raster whose step is a power of two, at least an eighth of its length: close views become the same.</summary>
    public PlaneRect Snapped()
    {
        const double LeastStepM = 64;
        var step = LeastStepM;
        while (step * 8 < LongerM)
        {
            step *= 2;
        }

        return new PlaneRect(
            Math.Floor(WestM / step) * step, Math.Floor(SouthM / step) * step, Math.Ceiling(EastM / step) * step, Math.Ceiling(NorthM / step) * step);
    }
}
