using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GridGov.Twin.Silo.Tests.Planning;

/// <summary>
/// A host with a paused village and a folder of experiments: <c>tiny</c> runs in a moment, <c>long</c> does not end by itself, <c>bent</c> is not
/// an experiment, and <c>odd</c> is one whose variant is wrong.
/// </summary>
internal sealed class PlanningHouse : IAsyncDisposable
{
    private const string Head = "title: {zh: 试, en: A trial}\nquestion: {zh: 几人够？, en: How many are enough?}\n";
    private const string Variants = "variants:\n  few: {title: {zh: 四人, en: four}}\n  more: {title: {zh: 六人, en: six}, with: {officers: {count: 6}}}\n";
    private readonly Action<IServiceCollection> _services;
    private readonly string _folder = Directory.CreateTempSubdirectory("gridgov-planning-").FullName;

    private PlanningHouse(Action<IServiceCollection> services)
    {
        _services = services;
        Directory.CreateDirectory(Experiments);
        Directory.CreateDirectory(Proofs);
        var scenario = $"scenario: {Path.Combine(AppContext.BaseDirectory, "scenarios", "quiet-village", "scenario.yaml")}\n";
        Write("tiny", $"experiment: tiny\n{Head}{scenario}with: {{days: 2}}\nantithetic: true\ndecide: {{by: closed, better: higher}}\nreplications: 3\n{Variants}");
        Write("long", $"experiment: long\n{Head}{scenario}with: {{days: 2000}}\nreplications: 10000\n{Variants}");
        Write(Proofs, "known", $"experiment: known\n{Head}{scenario}with: {{days: 2}}\nreplications: 3\n{Variants}"
            + "expected: [{variant: few, measure: backlog, value: 0, by: fitted, source: none}]\n");
        Write("bent", "experiment: bent\nreplications: none\n");
        Write("odd", $"experiment: odd\n{Head}{scenario}replications: 3\nvariants:\n  few:\n    title: {{zh: 少, en: few}}\n    with:\n      officers: {{count: minus}}\n");
    }

    public string Experiments => Path.Combine(_folder, "experiments");

    public string Proofs => Path.Combine(_folder, "proofs");

    public WebApplication App { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public ITwin Twin => new TwinClient(Http);

    public static Task<PlanningHouse> Open() => Open(_ => { });

    /// <summary>A house with services of its own.</summary>
    public static async Task<PlanningHouse> Open(Action<IServiceCollection> services)
    {
        var house = new PlanningHouse(services);
        Directory.CreateDirectory(house.Data);
        await File.WriteAllTextAsync(Path.Combine(house.Data, "live.pace.json"), """{"Pace":"1","Paused":true}""");
        await house.Start();
        return house;
    }

    /// <summary>Ends the host and starts another on the same data.</summary>
    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    /// <summary>Waits until an experiment does not run any more.</summary>
    public async Task<ExperimentRow> End(string id)
    {
        var row = await Twin.ExperimentProgress(id);
        for (; row.State == "running"; row = await Twin.ExperimentProgress(id))
        {
            await Task.Delay(20);
        }

        return row;
    }

    /// <summary>Waits until the proofs do not run any more.</summary>
    public async Task<ProofView> EndOfProofs()
    {
        var view = await Twin.Proofs();
        for (; view.State == "running"; view = await Twin.Proofs())
        {
            await Task.Delay(20);
        }

        return view;
    }

    /// <summary>Waits until a world is as wanted.</summary>
    public async Task<WorldView> World(string id, Func<WorldView, bool> until)
    {
        var world = await Twin.World(id);
        for (; !until(world); world = await Twin.World(id))
        {
            await Task.Delay(20);
        }

        return world;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Writes an experiment's file.</summary>
    public void Write(string id, string text) => Write(Experiments, id, text);

    private static void Write(string folder, string id, string text) => File.WriteAllText(Path.Combine(folder, $"{id}.yaml"), text);

    private async Task Start()
    {
        App = TwinHouse.Build(Data, _services, ("GridGov:Experiments", Experiments), ("GridGov:Proofs", Proofs));
        await App.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(App.Urls.First()) };
        await World("live", world => world.State is "running" or "paused");
    }

    private async Task Stop()
    {
        Http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }
}
