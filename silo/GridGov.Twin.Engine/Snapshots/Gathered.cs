using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Snapshots;

/// <summary>
/// What a world consists of besides its grains, where these live by themselves and somebody follows them: with the grains it makes a world of one
/// moment that an engine can go on with.
/// </summary>
/// <param name="Seed">What chance is keyed by.</param>
/// <param name="Now">The moment.</param>
/// <param name="Handled">How many messages were handled before it.</param>
/// <param name="Announced">How many events were announced before it.</param>
/// <param name="Timers">The timers that the grains' states name.</param>
/// <param name="Numbers">The next number of each kind, beyond all that were ever given out.</param>
/// <param name="UnderWay">The messages still to be handled, in the order they were sent. One that is late is due now; one whose timer has ended is not there.</param>
public sealed record Gathered(ulong Seed, Instant Now, long Handled, long Announced, Timers Timers, long[] Numbers, IReadOnlyList<Sent> UnderWay)
{
    /// <summary>The whole world as bytes.</summary>
    /// <param name="grains">The grains as they stand; they are only read.</param>
    public Snapshot Save<TModel>(TModel grains)
        where TModel : IModel => new World<TModel>(grains, this).Save();
}
