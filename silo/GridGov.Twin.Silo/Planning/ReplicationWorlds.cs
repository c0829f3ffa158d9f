using System.Globalization;
using System.Text;
using GridGov.Twin.Contracts;
using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Silo.Api;
using GridGov.Twin.Silo.Hosting;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Planning;

/// <summary>
/// Replications opened as worlds beside the live one, to be looked at in the 3D twin. Each has a journal of its own in the data folder, and is gone
/// when the host stops or when too many others were opened after it: it can be opened again, for it is the same every time.
/// </summary>
internal sealed class ReplicationWorlds(
    IConfiguration configuration, TwinHost host, ExperimentShelf shelf, Planners planners, LiveWorldLimits limits, TimeProvider clock, ILoggerFactory logs)
    : IHostedService, IDisposable
{
    private const int Most = 3;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<Opened> _opened = [];
    private readonly string _data = Path.Combine(SiloSettings.Read(configuration).Data, "replications");

    private sealed record Opened(LiveWorld World, IJournalStore Store, string Folder);

    /// <summary>Opens a replication, or finds the world it is open as. Who did is in the audit log.</summary>
    /// <exception cref="WorldRefusedException">There is no such experiment or variant, or a file is wrong.</exception>
    public async Task<OpenedReplication> Open(string id, ReplicationOrder order, string actor, CancellationToken stop)
    {
        var source = planners.Source(id);
        var pace = Given.Pace(order.Pace);
        await _gate.WaitAsync(stop);
        try
        {
            var plan = await Task.Run(() => Load(source), stop);
            var variant = Array.Find(plan.Variants, one => one.Id == order.Variant) ?? throw Problems.NotFound("no-such-variant", "没有此方案", "there is no such variant");
            var seed = Seeds.Whole(order.Seed, order.Mirrored);
            var named = string.Create(CultureInfo.InvariantCulture, $"{id} {variant.Id} {Seeds.Plain(seed)}{(Seeds.IsMirrored(seed) ? " mirrored" : "")}");
            planners.Audit(actor, "open-replication", named);
            return new OpenedReplication(Place(id, NameOf(id, variant, seed), variant, seed, pace), shelf.Result(id)?.HashOf(variant, seed));
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Discard(_data);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        while (_opened.Count > 0)
        {
            Close(_opened[0]);
        }

        return Task.CompletedTask;
    }

    public void Dispose() => _gate.Dispose();

    private string Place(string id, string name, Variant variant, ulong seed, Pace? pace)
    {
        if (_opened.Find(one => one.World.Id == name) is { } there)
        {
            if (there.World.Status.State != WorldState.Failed)
            {
                return name;
            }

            Close(there);
        }

        if (_opened.Count == Most)
        {
            Close(_opened[0]);
        }

        try
        {
            Begin(id, name, variant, seed, pace);
            return name;
        }
        catch (Exception fault) when (fault is JournalException or StartRefusedException or IOException or UnauthorizedAccessException)
        {
            throw new WorldRefusedException(503, "journal-unavailable", new Name($"无法写入数据目录：{fault.Message}", $"the data folder cannot be written: {fault.Message}"));
        }
    }

    private void Begin(string id, string name, Variant variant, ulong seed, Pace? pace)
    {
        var folder = Path.Combine(_data, name);
        Discard(folder);
        Directory.CreateDirectory(folder);
        PaceFile.Of(folder, name, Pace.Of(1)).Write(pace ?? Pace.Of(10), isPaused: pace is null);
        var store = Journals.Open(Path.Combine(folder, "twin.db"), clock);
        var scenario = variant.Scenario with { Run = variant.Scenario.Run with { Seed = seed } };
        var settings = new WorldSettings(
            name, variant.Scenario.File.Name, WorldSettings.Run, EndsAt: Instant.Start + variant.Length, Title: TitleOf(variant, seed), Experiment: id);
        var world = new LiveWorld(settings, scenario, store, folder, limits, clock, logs.CreateLogger<LiveWorld>());
        _opened.Add(new Opened(world, store, folder));
        host.Add(world);
    }

    private void Close(Opened opened)
    {
        _opened.Remove(opened);
        host.Remove(opened.World);
        opened.Store.Dispose();
        Discard(opened.Folder);
    }

    private static ExperimentPlan Load(ExperimentSource source)
    {
        try
        {
            return ExperimentPlan.Load(source.Path);
        }
        catch (InputRejectedException wrong)
        {
            var finding = source.Told(wrong.Findings)[0];
            throw Problems.Unusable("bad-experiment", $"文件有误：{finding.File}:{finding.Line}", $"a file is wrong: {finding.File}:{finding.Line}: {finding.Message}");
        }
    }

    // The same files, variant and seed are the same world, whatever the experiment and its variants are called.
    private static string NameOf(string id, Variant variant, ulong seed)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{id}/{variant.Id}/{variant.InputHash}/{seed}");
        return $"run-{RunningHash.Of(Encoding.UTF8.GetBytes(text)):x16}";
    }

    private static Name TitleOf(Variant variant, ulong seed)
    {
        var (plain, isMirrored) = (Seeds.Plain(seed), Seeds.IsMirrored(seed));
        return new Name(
            string.Create(CultureInfo.InvariantCulture, $"{variant.Title.Zh} · 种子 {plain}{(isMirrored ? "（镜像）" : "")}"),
            string.Create(CultureInfo.InvariantCulture, $"{variant.Title.En} · seed {plain}{(isMirrored ? " (mirrored)" : "")}"));
    }

    // What cannot be deleted now is deleted at the next start.
    private static void Discard(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
