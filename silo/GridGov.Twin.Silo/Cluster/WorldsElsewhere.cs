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
        var told = await Ask<WorldView[]>(await Others(asked), "api/v1/worlds", asked.HttpContext.RequestAborted);
        return [.. told.SelectMany(one => one.Told.Where(world => one.Silo.Worlds.Contains(world.Id))).OrderBy(world => world.Id, StringComparer.Ordinal)];
    }

    /// <summary>The worlds that are up on other silos, the drills among them as those tell of them.</summary>
    public async Task<ILookup<string, (string Silo, DrillWorldCard? Drill)>> Drills(HttpRequest asked)
    {
        var others = await Others(asked);
        var told = await Ask<DrillsView>(others, "api/v1/drills", asked.HttpContext.RequestAborted);
        var cards = told.SelectMany(one => one.Told.Opened).DistinctBy(drill => drill.World).ToDictionary(drill => drill.World);
        return others.SelectMany(silo => silo.Worlds.Select(world => (world, silo.Place.Silo))).ToLookup(one => one.world, one => (one.Silo, cards.GetValueOrDefault(one.world)));
    }

    /// <summary>Whether it is another silo that asks.</summary>
    public static bool IsSilo(HttpRequest asked) => asked.Headers.ContainsKey(WorldForwarding.Mark);

    public void Dispose() => _silos.Dispose();

    private async Task<SiloWorlds[]> Others(HttpRequest asked) => places is null || IsSilo(asked)
        ? []
        : [.. (await places.Look(asked.HttpContext.RequestAborted)).Where(silo => !silo.Place.IsHere && silo.Worlds.Count > 0)];

    private async Task<(SiloWorlds Silo, T Told)[]> Ask<T>(SiloWorlds[] silos, string path, CancellationToken stop)
        where T : class
    {
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
