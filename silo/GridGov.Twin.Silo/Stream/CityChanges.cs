using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>What is to be said of a city at a tick, in the order of the things' numbers, each with where it is.</summary>
internal sealed record CityChanges(
    List<Placed<CellChange>> Cells, List<OfficerMove> Officers, List<Placed<CaseChange>> Cases, List<Placed<StateMark>> Devices, List<Placed<StateMark>> Buildings)
{
    /// <summary>Tells each change to the areas that see it.</summary>
    public void Tell(AreaIndex areas)
    {
        Tell(areas, Cells, static (area, change) => area.Hear(change));
        Tell(areas, Cases, static (area, change) => area.Hear(change));
        Tell(areas, Devices, static (area, mark) => area.HearOfDevice(mark));
        Tell(areas, Buildings, static (area, mark) => area.HearOfBuilding(mark));
        foreach (var move in Officers)
        {
            areas.Tell(move.Now, move, static (area, move) => area.Hear(new OfficerChange(move.Leg.Officer, move.Leg)));
            if (move.Now != move.Before)
            {
                areas.Tell(move.Before, move, static (area, move) => area.HearOfLeaving(move));
            }
        }
    }

    private static void Tell<T>(AreaIndex areas, List<Placed<T>> changes, Action<Area, T> tell)
    {
        foreach (var change in changes)
        {
            areas.Tell(change.Around, change.What, tell);
        }
    }
}

/// <summary>A change, and the rectangle its thing lies in.</summary>
internal readonly record struct Placed<T>(PlaneRect Around, T What);

/// <summary>An officer's leg, and the rectangles he was last told to be in and is in now.</summary>
internal readonly record struct OfficerMove(PlaneRect Before, PlaneRect Now, OfficerLeg Leg);
