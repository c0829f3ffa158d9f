using GridGov.Twin.Domain.City;

namespace GridGov.Twin.Silo.Api;

/// <summary>Whether a closed line of places holds a place.</summary>
internal static class Rings
{
    /// <summary>By the even-odd rule; the first place is not repeated at the end.</summary>
    public static bool Holds(ReadOnlySpan<Place> ring, Place at)
    {
        var isInside = false;
        for (int i = 0, before = ring.Length - 1; i < ring.Length; before = i++)
        {
            var (a, b) = (ring[i], ring[before]);
            var crosses = a.NorthM > at.NorthM != b.NorthM > at.NorthM
                && at.EastM < ((b.EastM - a.EastM) * (at.NorthM - a.NorthM) / (b.NorthM - a.NorthM)) + a.EastM;
            isInside ^= crosses;
        }

        return isInside;
    }
}
