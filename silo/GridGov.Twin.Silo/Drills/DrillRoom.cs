using System.Collections.Concurrent;
using System.Globalization;
using GridGov.Twin.Contracts;
using GridGov.Twin.Journal;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Silo.Cluster;
using GridGov.Twin.Silo.Hosting;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Drills;

/// <summary>The drills as trainers and players look at them.</summary>
internal sealed class DrillRoom(
    DrillShelf shelf, DrillWorlds drills, DrillDesks desks, TwinHost host, WorldsElsewhere elsewhere, TimeProvider clock)
{
    /// <summary>What the audit log calls a look at a drill's script.</summary>
    public const string Looked = "look at script";

    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(LiveWorld World, string Actor), long> _looks = new();

    /// <summary>The files and the drills that were opened from them; another silo of a cluster is told only of those that are up here.</summary>
    public async Task<DrillsView> All(HttpRequest asked)
    {
        var files = WorldsElsewhere.IsSilo(asked) ? [] : await Task.Run(shelf.All);
        var others = await elsewhere.Drills(asked);
        var opened = new List<DrillWorldCard>();
        foreach (var drill in drills.All().Where(drill => !WorldsElsewhere.IsSilo(asked) || host.TryFind(drill.World, out _)))
        {
            opened.Add(await Card(drill, others[drill.World].FirstOrDefault()));
        }

        return new DrillsView([.. files.Select(DrillViews.Card)], [.. opened]);
    }

    /// <summary>A drill as its players see it.</summary>
    public async Task<DrillView> View(LiveWorld world) => DrillViews.Of(world.Settings.Scenario, await Debrief(world), world.Status);

    /// <summary>
    /// A drill as its controllers see it, after who looks is in the audit log. A page that reads it every second is one look: it is noted
    /// again where ten minutes have passed since.
    /// </summary>
    public async Task<DrillScriptView> Script(LiveWorld world, string actor)
    {
        var debrief = await Debrief(world);
        NoteLook(world, actor);
        return DrillViews.Script(world.Settings.Scenario, debrief, world.Status);
    }

    /// <summary>A drill as far as it has come.</summary>
    /// <exception cref="WorldRefusedException">The world is no drill, or not open.</exception>
    public Task<Debrief> Debrief(LiveWorld world) => desks.Look(world, desk => desk.Debrief());

    // A silo that does not tell in time how its drill stands has it all the same.
    private async Task<DrillWorldCard> Card(Genesis drill, (string? Silo, DrillWorldCard? Card) other) =>
        other.Card ?? (other.Silo is { } silo ? await Card(drill) with { State = "running", Silo = silo } : await Card(drill));

    private void NoteLook(LiveWorld world, string actor)
    {
        var now = clock.GetTimestamp();
        if (_looks.TryGetValue((world, actor), out var noted) && clock.GetElapsedTime(noted, now) < OneLook)
        {
            return;
        }

        world.Note(actor, Looked, world.Id, "shown");
        _looks[(world, actor)] = now;
        foreach (var old in _looks.Where(look => clock.GetElapsedTime(look.Value, now) >= OneLook))
        {
            _looks.TryRemove(old);
        }
    }

    private async Task<DrillWorldCard> Card(Genesis drill)
    {
        var source = drills.SourceOf(drill);
        var title = source?.Plan is { } plan ? DrillViews.TitleOf(plan, drill.World) : new Name(drill.World, drill.World);
        var card = new DrillWorldCard(
            drill.World, drill.Scenario, title, drill.Seed, "missing", drill.Begun.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), "", 0, 0, null);
        return host.TryFind(drill.World, out var live) ? await Card(card with { Silo = elsewhere.Here }, live) : Card(card, drills.StandingOf(drill), source is not null);
    }

    private async Task<DrillWorldCard> Card(DrillWorldCard card, LiveWorld live)
    {
        try
        {
            var debrief = await Debrief(live);
            var actor = DrillStanding.OpenedBy(live.Audit(1, 1));
            return card with { State = DrillViews.StateOf(debrief, live.Status), Actor = actor, Points = debrief.Whole.Had, Of = debrief.Whole.Of };
        }
        catch (WorldRefusedException)
        {
            return card with { State = live.Status.State == WorldState.Failed ? "failed" : "held" };
        }
    }

    private static DrillWorldCard Card(DrillWorldCard card, DrillStanding? standing, bool isThere) => card with
    {
        State = !isThere ? card.State : standing is { IsOver: true } ? "ended" : "held",
        Actor = standing?.Actor ?? "",
        Points = standing?.Points ?? 0,
        Of = standing?.Of ?? 0,
    };
}
