namespace GridGov.Twin.Domain.City;

/// <summary>A <see cref="Place"/> as messages carry it: metres in single precision, better than a centimetre inside a district.</summary>
public readonly record struct Spot(float EastM, float NorthM)
{
    /// <summary>The place rounded to a spot.</summary>
    public static Spot Of(Place place) => new((float)place.EastM, (float)place.NorthM);

    /// <summary>Whether both coordinates are numbers: what comes from outside may have any bits.</summary>
    public bool IsSomewhere => float.IsFinite(EastM) && float.IsFinite(NorthM);

    /// <summary>The spot as a place.</summary>
    public Place Place => new(EastM, NorthM);
}
