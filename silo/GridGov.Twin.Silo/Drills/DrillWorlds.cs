using System.Globalization;
using GridGov.Twin.Contracts;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal;
using GridGov.Twin.Silo.Api;
using GridGov.Twin.Silo.Hosting;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Drills;

/// <summary>
/// Drills as worlds beside the live one. Their journals lie with those of the configured worlds: a drill that has not ended comes up again by
/// itself when the host starts, one that has ended when somebody asks for it.
/// </summary>
internal sealed partial class DrillWorlds(
    IConfiguration configuration, TwinHost host, DrillShelf shelf, DrillDesks desks, LiveWorldLimits limits, TimeProvider clock, ILoggerFactory logs,
    IServiceProvider services)
    : IHostedService, IDisposable
{
    /// <summary>What the audit log calls that a drill was opened.</summary>
    public const string Opened = "open-drill";

    private const int Most = 8;
    private const int MostOver = 3;
    private const int LongestName = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ILogger _log = logs.CreateLogger<DrillWorlds>();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly string _data = SiloSettings.Read(configuration).Data;

    /// <summary>The drills there are in the journals, the newest first.</summary>
    public IReadOnlyList<Genesis> All() => [.. host.Beside.Worlds().Where(IsDrill).OrderByDescending(drill => drill.Begun)];

    /// <summary>Opens a drill: begins its journal and brings its world up, which goes to StartEx and holds still there.</summary>
    /// <exception cref="WorldRefusedException">There is no such drill, a file is wrong, or too many are going on.</exception>
    public async Task<OpenedWorld> Open(string id, DrillOrder order, string actor, CancellationToken stop)
    {
        var world = await Alone(() =>
        {
            var source = shelf.Find(id) ?? throw Problems.NotFound("no-such-drill", "没有此演练", "there is no such drill");
            RequireRoom();
            return Create(source, order.Seed, actor);
        }, stop);
        await (Places is { } places ? Bring(places, world, stop) : Alone(() => BringUp(world), stop));
        return new OpenedWorld(world);
    }

    /// <summary>Brings a drill up that somebody asks for, if it is one and down, and waits a little for it.</summary>
    /// <exception cref="WorldRefusedException">Its file is missing, or its journal cannot be opened.</exception>
    public async Task ComeUp(string world, CancellationToken stop)
    {
        // On a cluster the cluster says where a drill comes up.
        if (Places is null && !host.TryFind(world, out _) && MayBe(world))
        {
            await BringHere(world, stop);
        }
    }

    /// <summary>Begins the journal of a drill under the next free name, with who opened it in its audit log.</summary>
    /// <exception cref="WorldRefusedException">The drill's file is wrong, or the journal cannot be written.</exception>
    public string Create(DrillSource source, ulong? seed, string actor)
    {
        var plan = Plan(source).Under(seed);
        return Written(() =>
        {
            for (var number = NextOf(source.Id); ; number++)
            {
                var world = NameOf(source.Id, number);
                try
                {
                    using var journal = host.Beside.Create(
                        new Genesis(world, WorldSettings.OfDrill, source.Id, source.PlanHash, plan.Seed, clock.GetUtcNow()));
                    journal.Note(actor, Opened, world, "done");
                    host.All[0].Note(actor, Opened, world, "done");
                    return world;
                }
                catch (JournalException taken) when (taken.Problem == JournalProblem.Exists)
                {
                    continue;
                }
            }
        });
    }

    /// <summary>Brings a drill up where its journal ends, unless it is up. Ended ones that nobody asked for so lately are put down for it.</summary>
    /// <exception cref="WorldRefusedException">There is no such drill, its file is missing, or its journal cannot be opened.</exception>
    public LiveWorld BringUp(string world)
    {
        if (host.TryFind(world, out var up) && up.Status.State != WorldState.Failed)
        {
            return up;
        }

        PutDown(world);
        var genesis = Find(world) ?? throw Problems.NotFound("no-such-world", "没有此世界", "there is no such world");
        var plan = SourceOf(genesis)?.Plan?.Under(genesis.Seed) ?? throw new WorldRefusedException(409, "drill-missing", new Name(
            "该演练的文件已不存在，或内容已变", "the file of this drill is not there any more, or says something else now"));
        MakeRoom();
        return Written(() =>
        {
            TakeUpClock(genesis.World, plan);
            var settings = new WorldSettings(
                world, genesis.Scenario, WorldSettings.OfDrill, plan.File.Pace, plan.Exercise.Begins, plan.Exercise.Ends + new Duration(1),
                DrillViews.TitleOf(plan, world), Drill: plan);
            var live = new LiveWorld(settings, plan.Scenario, host.Beside, _data, limits, clock, logs.CreateLogger<LiveWorld>());
            host.Add(live);
            return live;
        });
    }

    /// <summary>The drills that can be played and have not ended.</summary>
    public IEnumerable<Genesis> GoingOn() => All().Where(drill => SourceOf(drill) is not null && StandingOf(drill) is { IsOver: false });

    /// <summary>Lets go of a drill's world; its journal stays.</summary>
    public void PutDown(string world)
    {
        if (host.TryFind(world, out var live))
        {
            host.Remove(live);
        }
    }

    /// <summary>Notes something in the audit log of a drill, which is brought up for it.</summary>
    /// <exception cref="WorldRefusedException">The journal cannot be written.</exception>
    public void Note(string world, string actor, string action, string target, string outcome)
    {
        _gate.Wait();
        try
        {
            Here(world).Note(actor, action, target, outcome);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The drill's file as its journal was begun from; null where it is gone or says something else now.</summary>
    public DrillSource? SourceOf(Genesis drill) => shelf.Find(drill.Scenario) is { Plan: not null } source && source.PlanHash == drill.PlanHash ? source : null;

    /// <summary>How a drill stands that is not up; null where that cannot be known.</summary>
    public DrillStanding? StandingOf(Genesis drill)
    {
        using var history = host.Beside.Read(drill.World)!;
        return DrillStanding.Find(Path.Combine(_data, "drills", $"{drill.World}.json"), history, SourceOf(drill)?.Plan);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var drill in Places is null ? GoingOn() : [])
        {
            try
            {
                BringUp(drill.World);
            }
            catch (Exception fault) when (fault is JournalException or WorldRefusedException)
            {
                LogDown(drill.World, fault.Message);
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _gate.Dispose();

    private async Task<T> Alone<T>(Func<T> work, CancellationToken stop)
    {
        await _gate.WaitAsync(stop);
        try
        {
            return await Task.Run(work, stop);
        }
        finally
        {
            _gate.Release();
        }
    }

    private Genesis? Find(string world)
    {
        using var history = host.Beside.Read(world);
        return history?.Genesis is { } genesis && IsDrill(genesis) ? genesis : null;
    }

    private long NextOf(string id) => 1 + host.Beside.Worlds().Select(world => NumberOf(world.World, id)).DefaultIfEmpty().Max();

    private LiveWorld[] Up(bool isOver) =>
        [.. host.All.Where(world => world.Settings.Kind == WorldSettings.OfDrill && desks.IsOver(world.Id) == isOver)];

    private void RequireRoom()
    {
        if (Up(isOver: false).Length >= Most)
        {
            throw new WorldRefusedException(409, "too-many-drills", new Name(
                $"同时进行的演练最多 {Most} 场，请先结束一场", $"at most {Most} drills go on at once: end one first"));
        }
    }

    // The worlds of the host are in the order in which they came.
    private void MakeRoom()
    {
        foreach (var over in Up(isOver: true).SkipLast(MostOver - 1))
        {
            PutDown(over.Id);
        }
    }

    private static Scenarios.Drills.DrillPlan Plan(DrillSource source) => source.Plan ?? throw Problems.Unusable(
        "bad-drill", $"文件有误：{source.Findings[0].File}:{source.Findings[0].Line}",
        $"a file is wrong: {source.Findings[0].File}:{source.Findings[0].Line}: {source.Findings[0].Message.En}");

    private static T Written<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is JournalException or StartRefusedException)
        {
            throw WorldRefusedException.NoJournal(fault.Message, fault);
        }
    }

    private static string NameOf(string id, long number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"drill-{id}-{number}");
        return name.Length <= LongestName ? name : throw Problems.Unusable(
            "bad-drill", $"演练文件名过长：世界名 {name} 超过 {LongestName} 字", $"the file's name is too long: its world {name} would have a name of more than {LongestName} characters");
    }

    private static long NumberOf(string world, string id) =>
        world.StartsWith($"drill-{id}-", StringComparison.Ordinal)
        && long.TryParse(world.AsSpan(id.Length + 7), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool IsDrill(Genesis world) => world.Kind == WorldSettings.OfDrill && NumberOf(world.World, world.Scenario) > 0;

    [LoggerMessage(LogLevel.Warning, "Drill {World} does not come up: {Why}")]
    private partial void LogDown(string world, string why);
}
