using GridGov.Twin.Orleans.Shell;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>Puts the grains of one neighbourhood on one silo; see <see cref="HomePlacementDirector"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class HomePlacementAttribute() : PlacementAttribute(new HomePlacement());

/// <summary>The strategy's name.</summary>
[Serializable]
internal sealed class HomePlacement : PlacementStrategy;

/// <summary>
/// What happens in a neighbourhood is talked about there: a community's cells, scenes, devices, buildings, officers and cases prefer one silo.
/// Which one is the silo that wins the community's draw among those that live (rendezvous hashing), so that a silo that comes or goes moves
/// nothing but its own share.
/// </summary>
internal sealed class HomePlacementDirector(Homes homes) : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var (world, grain) = GridKey.Read(target.GrainIdentity);
        var neighbourhood = homes.SettingOf(world) is { } setting ? Neighbourhood.Of(grain, setting) : (long)grain.Packed;
        return Task.FromResult(context.GetCompatibleSilos(target).MaxBy(silo => Draw(neighbourhood, silo))
            ?? throw new InvalidOperationException($"no silo can hold {target.GrainIdentity}"));
    }

    private static ulong Draw(long neighbourhood, SiloAddress silo)
    {
        var mixed = ((ulong)neighbourhood * 0x9E37_79B9_7F4A_7C15) ^ (uint)silo.GetConsistentHashCode();
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }
}
