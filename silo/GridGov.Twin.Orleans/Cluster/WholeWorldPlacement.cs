using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>Spreads whole worlds over the silos; see <see cref="WholeWorldPlacementDirector"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WholeWorldPlacementAttribute() : PlacementAttribute(new WholeWorldPlacement());

/// <summary>The strategy's name.</summary>
[Serializable]
internal sealed class WholeWorldPlacement : PlacementStrategy;

/// <summary>
/// There are few of them and each is heavy, so they go round: of the worlds that one drill is opened as, numbered one after the other, each goes to
/// the next silo.
/// </summary>
internal sealed class WholeWorldPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        SiloAddress[] silos = [.. context.GetCompatibleSilos(target).OrderBy(silo => silo)];
        return Task.FromResult(silos[(int)(Turn(target.GrainIdentity.Key.ToString() ?? "") % (uint)silos.Length)]);
    }

    /// <summary>The turn of a world such as <c>drill-burst-main-7</c>: its number, counted on from where its drill's name begins.</summary>
    internal static uint Turn(string world)
    {
        var (name, number) = world.LastIndexOf('-') is > 0 and var dash && uint.TryParse(world.AsSpan(dash + 1), out var last) ? (world[..dash], last) : (world, 0u);
        return unchecked(name.Aggregate(2_166_136_261u, (hash, letter) => (hash ^ letter) * 16_777_619u) + number);
    }
}
