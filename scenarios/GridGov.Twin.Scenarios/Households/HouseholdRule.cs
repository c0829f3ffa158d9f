using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Households;

/// <summary>The synthetic households of one building.</summary>
public readonly record struct HouseholdCount(int Households, int Residents, Needs Needs);

/// <summary>The share of households with a need for regular care; assumptions of a scenario, not figures about any real place.</summary>
public readonly record struct NeedRates(double ElderlyAlone, double DisabilityCare)
{
    /// <summary>One household in twenty is an old person living alone, one in seventy cares for a disabled member.</summary>
    public static NeedRates Usual { get; } = new(0.05, 0.014);
}

/// <summary>
/// Puts synthetic households into a building by its floor area: one to 90 m² of gross floor where people live, with 1 to 6 people,
/// 2.6 on average. Only counts come out; nobody is named.
/// </summary>
public static class HouseholdRule
{
    /// <summary>Gross floor area per household in square metres.</summary>
    public const double GrossM2PerHousehold = 90;

    // The share of households with at most 1, 2 … 6 people; their mean is 2.6.
    private static readonly double[] SizeUpTo = [0.22, 0.52, 0.78, 0.91, 0.97, 1.0];

    /// <summary>The households of a building, with the usual rates of need.</summary>
    /// <param name="footprintM2">The ground it covers in square metres, at least 0.</param>
    /// <param name="floors">Its floors, at least 1.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="chance">The building's own stream.</param>
    public static HouseholdCount For(double footprintM2, int floors, LandUse use, ref ChanceStream chance) =>
        For(footprintM2, floors, use, NeedRates.Usual, ref chance);

    /// <summary>The households of a building, with given rates of need.</summary>
    public static HouseholdCount For(double footprintM2, int floors, LandUse use, NeedRates rates, ref ChanceStream chance)
    {
        var expected = footprintM2 * HomeFloors(floors, use) / GrossM2PerHousehold;
        var households = use == LandUse.VillageHouse && footprintM2 >= 40 ? 1 : (int)(expected + chance.Unit());
        int residents = 0, alone = 0, care = 0;
        for (var i = 0; i < households; i++)
        {
            var people = SizeOf(chance.Unit());
            residents += people;

            // Living alone happens in one-person households only, so the rate over all households is lifted to match.
            var need = chance.Unit();
            alone += people == 1 && need < rates.ElderlyAlone / SizeUpTo[0] ? 1 : 0;
            care += people > 1 && need < rates.DisabilityCare / (1 - SizeUpTo[0]) ? 1 : 0;
        }

        return new HouseholdCount(households, residents, new Needs(alone, care));
    }

    // Homes fill housing; above shops they fill the upper floors of houses low enough to be walked up.
    private static int HomeFloors(int floors, LandUse use) => use switch
    {
        LandUse.Housing => floors,
        LandUse.Shops when floors is >= 2 and <= 6 => floors - 1,
        LandUse.VillageHouse => 1,
        _ => 0,
    };

    private static int SizeOf(double unit)
    {
        var people = 1;
        while (unit >= SizeUpTo[people - 1])
        {
            people++;
        }

        return people;
    }
}
