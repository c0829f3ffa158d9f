using Bogus;
using Bogus.DataSets;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Scenarios.Households;

/// <summary>
/// A made-up Chinese name for the synthetic person who calls from a household: always the same for the same seed, building and
/// household, and never a real person's. Used for display only; nothing in a world depends on it.
/// </summary>
public static class SyntheticNames
{
    private const uint CallerName = 1;

    /// <summary>The caller's family and given name.</summary>
    public static string CallerOf(ulong seed, int building, int household)
    {
        var chance = ChanceStream.For(seed, ((ulong)(uint)building << 32) | (uint)household, CallerName);
        var names = new Name("zh_CN") { Random = new Randomizer((int)(chance.Bits() >> 33)) };
        return names.LastName() + names.FirstName();
    }
}
