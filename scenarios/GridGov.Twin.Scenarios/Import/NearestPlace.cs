using GridGov.Twin.Domain.City;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridGov.Twin.Scenarios.Import;

/// <summary>Finds the nearest of many places; of equally near ones the first.</summary>
internal sealed class NearestPlace
{
    private const double FirstReachM = 150;

    private readonly IReadOnlyList<Place> _places;
    private readonly STRtree<int> _index = new();

    public NearestPlace(IReadOnlyList<Place> places)
    {
        ArgumentOutOfRangeException.ThrowIfZero(places.Count, nameof(places));
        _places = places;
        for (var i = 0; i < places.Count; i++)
            _index.Insert(new Envelope(new Coordinate(places[i].EastM, places[i].NorthM)), i);
    }

    public int To(Place place)
    {
        for (var reachM = FirstReachM; ; reachM *= 2)
        {
            var box = new Envelope(place.EastM - reachM, place.EastM + reachM, place.NorthM - reachM, place.NorthM + reachM);
            var near = _index.Query(box);
            if (near.Count == 0)
                continue;
            var nearest = near.OrderBy(i => _places[i].MetresTo(place)).ThenBy(i => i).First();
            if (_places[nearest].MetresTo(place) <= reachM)
                return nearest;
        }
    }
}
