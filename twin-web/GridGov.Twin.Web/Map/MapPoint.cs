using System.Globalization;

namespace GridGov.Twin.Web.Map;

/// <summary>A place that was clicked on the map: WGS 84 degrees, and the code of the cell it lies in; null outside of all.</summary>
public sealed record MapPoint(string? Cell, double Lon, double Lat)
{
    /// <summary>As the map takes it: <c>lon,lat</c>.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Lon},{Lat}");
}
