using System.Globalization;
using System.Security.Cryptography;
using GridGov.Twin.Contracts;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Silo.Api;
using GridGov.Twin.Silo.Hosting;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Drills;

/// <summary>
/// Replays of drills: worlds beside them that are fed by their journals. Nothing of them is kept; a few are open at once, and they are gone when
/// the host stops. What is looked at in them, and what is done with their clocks, is in the audit log of the drill.
/// </summary>
internal sealed class DrillReplays(TwinHost host, DrillWorlds drills, LiveWorldLimits limits, TimeProvider clock, ILoggerFactory logs) : IHostedService, IDisposable
{
    /// <summary>What the audit log calls that a replay was opened.</summary>
    public const string Opened = "replay-drill";

    /// <summary>What comes in the audit log before an action in a replay.</summary>
    public const string Mark = "replay: ";

    private const int Most = 3;
    private const int NameBytes = 6;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<(LiveWorld World, string Drill)> _opened = [];

    /// <summary>Opens a replay of a drill; of a replay, another one of the same drill. Who did is in the audit log first.</summary>
    /// <exception cref="WorldRefusedException">The world is no drill, or the drill has not come so far.</exception>
    public async Task<OpenedWorld> Open(LiveWorld asked, ReplayOrder order, string actor, CancellationToken stop)
    {
        var pace = Given.Pace(order.Pace);
        await _gate.WaitAsync(stop);
        try
        {
            var world = _opened.Find(one => one.World == asked) is { World: not null } replayed ? replayed.Drill : asked.Id;
            return new OpenedWorld(await Task.Run(() => Open(world, asked, order.AtMs, pace, actor), stop));
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        while (_opened.Count > 0)
        {
            CloseOldest();
        }

        return Task.CompletedTask;
    }

    public void Dispose() => _gate.Dispose();

    private string Open(string drill, LiveWorld asked, long atMs, Pace? pace, string actor)
    {
        var plan = asked.Settings.Drill ?? throw DrillDesks.NotOne();
        var history = host.Beside.Read(drill) ?? throw DrillDesks.NotOne();
        try
        {
            RequireOnTheWay(atMs, history.Head.Now.Milliseconds);
            drills.Note(drill, actor, Opened, drill, "done");
            var title = DrillViews.TitleOf(plan, drill);
            var settings = new WorldSettings(
                $"replay-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes))}", asked.Settings.Scenario, WorldSettings.Replay, plan.File.Pace,
                Title: new Name($"回放 · {title.Zh}", $"Replay · {title.En}"), Drill: plan);
            var replay = new LiveWorld(settings, asked.Scenario, limits, (live, door) => new ReplayLife(
                live, history, new Instant(atMs), pace, door, NoteOf(drill), limits, clock, logs.CreateLogger<ReplayLife>()));
            MakeRoom();
            _opened.Add((replay, drill));
            host.Add(replay);
            return replay.Id;
        }
        catch
        {
            history.Dispose();
            throw;
        }
    }

    private Action<string, string, string, string> NoteOf(string drill) =>
        (actor, action, target, outcome) => drills.Note(drill, actor, Mark + action, target, outcome);

    private void MakeRoom()
    {
        while (_opened.Count >= Most)
        {
            CloseOldest();
        }
    }

    private void CloseOldest()
    {
        var (world, _) = _opened[0];
        _opened.RemoveAt(0);
        host.Remove(world);
    }

    private static void RequireOnTheWay(long atMs, long endMs)
    {
        if (atMs < 0 || atMs > endMs)
        {
            var end = endMs.ToString(CultureInfo.InvariantCulture);
            throw Problems.Unusable(
                "bad-moment", $"atMs 为 {atMs}，演练目前到 {end}；应为 0 至 {end}", $"atMs is {atMs}, and the drill has come to {end}: expected 0 to {end}");
        }
    }
}
