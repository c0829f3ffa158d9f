using System.Text.Json;
using GridGov.Twin.Contracts;
using GridGov.Twin.Orleans.Shell;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>
/// What lives whole on the other silos of the cluster, for lists that are the same at every silo. A silo that does not answer soon is left out; one
/// that asks for its own list is told of what is here only.
/// </summary>
internal sealed class WorldsElsewhere(IWorldPlaces? places = null) : IDisposable
{
    private readonly HttpClient _silos = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(3) };

    /// <summary>This silo's name; null where there is no cluster.</summary>
    public string? Here => places?.Here;

    /// <summary>The worlds that live whole on other silos, by name.</summary>
    public async Task<WorldView[]> Worlds(HttpRequest asked)
    {
        var told = await Ask<WorldView[]>(asked, "api/v1/worlds");
        return [.. told.SelectMany(one => one.Told.Where(world => one.Silo.Worlds.Contains(world.Id))).OrderBy(world => world.Id, StringComparer.Ordinal)];
    }

    /// <summary>The drills that are up on other silos, by their worlds' names.</summary>
    public async Task<Dictionary<string, DrillWorldCard>> Drills(HttpRequest asked)
    {
        var told = await Ask<DrillsView>(asked, "api/v1/drills");
        return told.SelectMany(one => one.Told.Opened.Where(drill => drill.Silo is not null)).DistinctBy(drill => drill.World).ToDictionary(drill => drill.World);
    }

    /// <summary>Whether it is another silo that asks.</summary>
    public static bool IsSilo(HttpRequest asked) => asked.Headers.ContainsKey(WorldForwarding.Mark);

    public void Dispose() => _silos.Dispose();

    private async Task<(SiloWorlds Silo, T Told)[]> Ask<T>(HttpRequest asked, string path)
        where T : class
    {
        if (places is null || IsSilo(asked))
        {
            return [];
        }

        var stop = asked.HttpContext.RequestAborted;
        var silos = (await places.Look(stop)).Where(silo => !silo.Place.IsHere && silo.Worlds.Count > 0);
        var all = await Task.WhenAll(silos.Select(async silo => (silo, Told: await Ask<T>(silo, path, stop))));
        return [.. all.Where(one => one.Told is not null).Select(one => (one.silo, one.Told!))];
    }

    private async Task<T?> Ask<T>(SiloWorlds silo, string path, CancellationToken stop)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(silo.Place.Http, path));
        request.Headers.Add(WorldForwarding.Mark, "1");
        try
        {
            using var answer = await _silos.SendAsync(request, stop);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, stop) : null;
        }
        catch (Exception gone) when (gone is HttpRequestException or JsonException || (gone is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return null;
        }
    }
}
