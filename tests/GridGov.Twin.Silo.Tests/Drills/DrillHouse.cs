using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Silo.Tests.Api;
using Microsoft.AspNetCore.Builder;

namespace GridGov.Twin.Silo.Tests.Drills;

/// <summary>
/// A host with a paused village and a folder of drills: <c>tree</c> is an hour, <c>short</c> five minutes of the village, <c>bent</c> is none.
/// </summary>
internal sealed class DrillHouse : IAsyncDisposable
{
    public const long Begins = 9 * 3_600_000;
    public const long Minute = 60_000;
    public const string Trainer = "王芳";

    private const string Players = "players:\n  acceptor: {title: {zh: 受理席, en: acceptor}, role: town-acceptor}\n";
    private const string Objectives = "objectives:\n  loop: {title: {zh: 走通流程, en: Take it through}}\n  talk: {title: {zh: 通报, en: Tell}}\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("gridgov-drills-").FullName;
    private readonly string? _db;

    private DrillHouse(string? db)
    {
        _db = db;
        Directory.CreateDirectory(Files);
        Write("tree", 60);
        Write("short", 5);
        File.WriteAllText(Path.Combine(Files, "bent.yaml"), "drill: bent\nlasts: never\n");
    }

    public string Files => Path.Combine(_folder, "drills");

    public HttpClient Http { get; private set; } = null!;

    public ITwin Twin => new TwinClient(Http);

    private WebApplication App { get; set; } = null!;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>A host; its journal in SQLite, or where a database is given there.</summary>
    public static async Task<DrillHouse> Open(string? db = null)
    {
        var house = new DrillHouse(db);
        Directory.CreateDirectory(house.Data);
        await File.WriteAllTextAsync(Path.Combine(house.Data, "live.pace.json"), """{"Pace":"1","Paused":true}""");
        await house.Start();
        return house;
    }

    /// <summary>Opens a drill, and waits until it holds still at StartEx.</summary>
    public async Task<string> Opened(string drill, ulong? seed = null)
    {
        var world = (await Twin.OpenDrill(drill, new DrillOrder(seed), Trainer)).World;
        await Until(world, view => view.Clock is { JumpTo: null, NowMs: Begins });
        return world;
    }

    /// <summary>Opens a drill and brings it so many minutes behind StartEx, where it holds still.</summary>
    public async Task<string> Played(string drill, int minutes)
    {
        var world = await Opened(drill);
        await JumpTo(world, minutes);
        return world;
    }

    /// <summary>Brings a drill that holds still so many minutes behind StartEx.</summary>
    public async Task JumpTo(string world, double minutes)
    {
        var to = Begins + (long)(minutes * Minute);
        await Twin.Order(world, new ClockOrder(JumpToMs: to), Trainer);
        await Until(world, view => view.Clock.JumpTo is null && view.Clock.NowMs >= to);
    }

    /// <summary>Goes as fast as possible to EndEx.</summary>
    public async Task<DrillScriptView> End(string world, string pace = "max")
    {
        await Twin.Order(world, new ClockOrder(Pace: pace), Trainer);
        await Twin.Order(world, new ClockOrder(Paused: false), Trainer);
        await Until(world, view => view.Clock.Paused);
        return await Script(world);
    }

    public Task<DrillScriptView> Script(string world) => Twin.DrillScript(world, Trainer);

    /// <summary>What an order of a controller was answered.</summary>
    public async Task<string> Give(string world, Command command)
    {
        try
        {
            return (await Twin.Give(world, command)).Outcome;
        }
        catch (TwinRefusedException refused)
        {
            return $"{(int?)refused.Status} {refused.Code}";
        }
    }

    /// <summary>The acceptor files the case of the inject.</summary>
    public async Task<CommandAnswer> FileIt(string world, string actor)
    {
        var number = (await Script(world)).Injects.Single(inject => inject.Id == "call").Cases[0];
        var row = (await Twin.Case(world, number))!.Row;
        return await Twin.Give(world, new Command("act", actor, "town-acceptor", row.Number, "file", row.Version));
    }

    public async Task<WorldView> Until(string world, Func<WorldView, bool> isSo)
    {
        var view = await Twin.World(world);
        for (; !isSo(view); view = await Twin.World(world))
        {
            view.State.ShouldNotBe("failed", view.Problem);
            await Task.Delay(20);
        }

        return view;
    }

    /// <summary>Ends the host and starts another on the same data.</summary>
    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    /// <summary>Writes a drill of so many minutes.</summary>
    public void Write(string id, int minutes, string title = "A tree fell")
    {
        var scenario = Path.Combine(AppContext.BaseDirectory, "scenarios", "quiet-village", "scenario.yaml");
        File.WriteAllText(Path.Combine(Files, $"{id}.yaml"), $$$"""
            drill: {{{id}}}
            title: {zh: 树倒了, en: {{{title}}}}
            aim: {zh: 试, en: A trial}
            scenario: {{{scenario}}}
            day: 1
            at: "09:00"
            lasts: {{{minutes}}} min
            pace: 60
            {{{Players}}}{{{Objectives}}}injects:
              call: {title: {zh: 来电, en: A call}, at: 1 min, to: [acceptor], says: {zh: 树倒了, en: A TREE FELL}, brings: [{kind: E0112.1, where: {cell-kind: village, share: 0.01}, by: hotline}]}
              reminder: {title: {zh: 催办, en: A reminder}, unless: file, after: 1 min, says: {zh: 请处理, en: PLEASE ACT}}
              thanks: {title: {zh: 致谢, en: Thanks}, once: file, after: 1 min, says: {zh: 谢谢, en: THANK YOU}}
              question: {title: {zh: 询问, en: A question}, says: {zh: 情况如何, en: HOW IS IT}, guide: {zh: 看时机, en: when it fits}}
            expected:
              file: {title: {zh: 立案, en: File it}, inject: call, player: acceptor, does: file, within: {{{minutes / 2}}} min, objective: loop, points: 2}
              answer: {title: {zh: 答复, en: Answer}, inject: question, player: acceptor, does: observed, within: 2 min, objective: talk}

            """);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Start()
    {
        App = TwinHouse.Build(Data, [("GridGov:Drills", Files), .. _db is null ? Array.Empty<(string, string)>() : [("GridGov:Db", _db)]]);
        await App.StartAsync();
        Http = new HttpClient { BaseAddress = new Uri(App.Urls.First()) };
        await Until("live", world => world.State is "running" or "paused");
    }

    private async Task Stop()
    {
        Http.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }
}
