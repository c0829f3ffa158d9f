using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Silo.Projections;

/// <summary>Where the matters are that cases are opened for, as their reporters know it. A report with nothing behind it has its cell's middle.</summary>
internal sealed class CasePlaces(CityModel city)
{
    private readonly Dictionary<ulong, (Place At, int Building)> _places = [];
    private readonly Dictionary<GrainId, ulong> _keys = [];

    public void Hear(in Event e)
    {
        switch (e.Body.Kind)
        {
            case IncidentStarted.Kind:
                var started = e.Body.As<IncidentStarted>();
                _places[started.Key] = (started.At.Place, started.Building);
                _keys[e.Source] = started.Key;
                break;
            case IncidentEnded.Kind when _keys.Remove(e.Source, out var key):
                _places.Remove(key);
                break;
        }
    }

    /// <summary>The place, and the building (−1: none).</summary>
    public (Place At, int Building) Of(CaseOpened opened) =>
        _places.GetValueOrDefault(IncidentKey.Of(opened.Key), (city.Cells[opened.Cell].Centre, -1));
}
