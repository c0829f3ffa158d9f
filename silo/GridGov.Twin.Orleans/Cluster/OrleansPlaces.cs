using GridGov.Twin.Orleans.Shell;
using Orleans;
using Orleans.Runtime;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>The places of the cluster where worlds are run.</summary>
internal sealed class OrleansPlaces(IGrainFactory grains, ISiloStatusOracle silos) : IRunPlaces
{
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<string>> All()
    {
        var places = await Task.WhenAll(silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Select(PlacesOf));
        return [.. places.SelectMany(one => one).OrderBy(one => one.Number).ThenBy(one => one.Place, StringComparer.Ordinal).Select(one => one.Place)];
    }

    public async Task<byte[]?> Run(string place, byte[] asked, CancellationToken stop)
    {
        var (grain, run) = (grains.GetGrain<IReplicationGrain>(place), Guid.NewGuid());
        try
        {
            if (!await grain.Begin(run, asked))
            {
                throw new RunLostException($"{place} takes nothing");
            }

            while (!stop.IsCancellationRequested)
            {
                var news = await grain.Ask(run).WaitAsync(stop);
                if (news is not { IsKnown: true, Answer: null, Problem: null })
                {
                    return Read(news, place);
                }
            }
        }
        catch (Exception gone) when (gone is TimeoutException or OrleansException)
        {
            throw new RunLostException($"{place} does not answer: {gone.Message}", gone);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It is told below, as where the wish came between two questions.
        }

        await Stop(grain, run);
        return null;
    }

    private static byte[] Read(RunNews news, string place) => news switch
    {
        { Problem: { } problem } => throw new InvalidOperationException($"{place}: {problem}"),
        { Answer: { } answer } => answer,
        _ => throw new RunLostException($"{place} knows nothing of it any more"),
    };

    // A place that cannot be told forgets by itself what nobody asks for.
    private static async Task Stop(IReplicationGrain grain, Guid run)
    {
        try
        {
            await grain.Stop(run).WaitAsync(MostWait);
        }
        catch (Exception gone) when (gone is TimeoutException or OrleansException)
        {
            return;
        }
    }

    private async Task<IEnumerable<(int Number, string Place)>> PlacesOf(SiloAddress silo)
    {
        try
        {
            var first = SiloPlacementDirector.Key(silo, 0);
            var count = await grains.GetGrain<IReplicationGrain>(first).Places().WaitAsync(MostWait);
            return Enumerable.Range(0, count).Select(number => (number, SiloPlacementDirector.Key(silo, number)));
        }
        catch (Exception gone) when (gone is TimeoutException or OrleansException)
        {
            return [];
        }
    }
}
