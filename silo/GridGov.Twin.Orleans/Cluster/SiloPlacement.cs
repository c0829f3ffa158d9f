using System.Globalization;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>Puts a grain on the silo that its key begins with.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SiloPlacementAttribute() : PlacementAttribute(new SiloPlacement());

/// <summary>The strategy's name.</summary>
[Serializable]
internal sealed class SiloPlacement : PlacementStrategy;

/// <summary>Keys are <c>address</c> or <c>address/number</c>. Where that silo is gone, another holds the grain.</summary>
internal sealed class SiloPlacementDirector : IPlacementDirector
{
    public static string Key(SiloAddress silo, int number) => string.Create(CultureInfo.InvariantCulture, $"{silo.ToParsableString()}/{number}");

    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var wanted = (target.GrainIdentity.Key.ToString() ?? "").Split('/')[0];
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(Array.Find(silos, silo => silo.ToParsableString() == wanted) ?? silos[0]);
    }
}
