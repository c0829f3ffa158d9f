namespace GridGov.Twin.Web.Map;

/// <summary>
/// What the map in the browser (<c>/twin/map.js</c>) is told: everything at first, and again whenever something of it changes.
/// </summary>
/// <param name="World">The world to show.</param>
/// <param name="Lang">zh or en.</param>
/// <param name="Theme">dark or light.</param>
/// <param name="Selected">What is selected: <c>case/123</c>, <c>cell/CODE</c>, <c>building/45</c>, <c>device/CODE</c>, <c>officer/7</c>, or null.</param>
/// <param name="Layers">The layers to show: buildings, cells, streets, devices, officers, cases, labels.</param>
/// <param name="View">The camera: <c>lon,lat,height,heading,pitch</c> in degrees and metres; null for the whole district. Read once.</param>
/// <param name="IonToken">A Cesium ion token for terrain and imagery, or null: then no request leaves the host.</param>
/// <param name="Placing">Whether a click says where (<c>Placed</c>) in place of selecting something.</param>
/// <param name="Mark">A place to put a pin at, <c>lon,lat</c>, or null.</param>
public sealed record MapOptions(
    string World, string Lang, string Theme, string? Selected, string[] Layers, string? View, string? IonToken, bool Placing = false, string? Mark = null)
{
    /// <summary>The folder CesiumJS is served from.</summary>
    public string Cesium { get; } = WebLib.Cesium;

    /// <summary>Where the SignalR client is served.</summary>
    public string Signalr { get; } = WebLib.SignalR;

    /// <summary>Whether two sets of options say the same.</summary>
    public bool Equals(MapOptions? other) =>
        other is not null && (World, Lang, Theme, Selected, View, IonToken) == (other.World, other.Lang, other.Theme, other.Selected, other.View, other.IonToken)
        && (Placing, Mark) == (other.Placing, other.Mark)
        && Layers.AsSpan().SequenceEqual(other.Layers);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(World, Lang, Theme, Selected, View, Layers.Length, Placing, Mark);
}
