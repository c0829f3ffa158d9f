using System.Collections.Concurrent;
using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Silo.Projections;
using GridGov.Twin.Silo.Views;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Api;

/// <summary>What the API has at hand for one world: its book, its views, its notes of change and its what-ifs.</summary>
internal sealed class WorldDesk : IWorldFollower
{
    private readonly WorldBook _book;

    public WorldDesk(LiveWorld live, ILogger<WhatIfDesk> log)
    {
        (Live, _book) = (live, new WorldBook(live.Plan));
        Views = new WorldViews(live.Setting, _book, live.Seed);
        Notes = new ChangeNotes(live, _book);
        Commands = new CommandReading(live.Plan, Views, live.Settings.Drill);
        WhatIfs = new WhatIfDesk(log);
    }

    public LiveWorld Live { get; }

    public WorldViews Views { get; }

    public ChangeNotes Notes { get; }

    public CommandReading Commands { get; }

    public WhatIfDesk WhatIfs { get; }

    public void Hear(in Event e) => _book.Hear(e);

    public void Reach(in WorldClock clock)
    {
        _book.Reach(clock);
        Notes.Pass(clock);
    }

    /// <summary>Reads views on the world's thread.</summary>
    public Task<T> Read<T>(Func<WorldViews, World<DistrictModel>, T> look) => Live.Read(world => look(Views, world));

    /// <summary>The clock as people see it.</summary>
    public ClockView Clock(WorldStatus status) => new(
        status.Clock.Now.Milliseconds, Live.Plan.Calendar.FirstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        double.IsFinite(status.Clock.Speed) ? status.Clock.Speed : null, status.Pace, status.IsPaused, Math.Round(status.Clock.RealTimeFactor, 3),
        status.Clock.WallMs, status.JumpTo?.Milliseconds, status.Events, status.Hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The world as people see it.</summary>
    public WorldView World()
    {
        var status = Live.Status;
        return new WorldView(
            Live.Id, Live.Settings.Kind, Live.Settings.Title ?? new Name(Live.Scenario.File.Title.Zh, Live.Scenario.File.Title.En),
            Live.Settings.Scenario, Live.Seed, status.State.ToString().ToLowerInvariant(), status.Problem, Clock(status),
            Live.Settings is { Experiment: { } experiment, EndsAt: { } end } ? new RunEnd(experiment, end.Milliseconds, status.EndHash?.ToString()) : null);
    }
}

/// <summary>The desks of all worlds.</summary>
internal sealed class WorldDesks(ILogger<WhatIfDesk> log) : IWorldFollowing
{
    private readonly ConcurrentDictionary<string, WorldDesk> _desks = new(StringComparer.Ordinal);

    public IWorldFollower Follow(LiveWorld world) => _desks[world.Id] = new WorldDesk(world, log);

    public void Leave(LiveWorld world)
    {
        if (_desks.TryRemove(world.Id, out var desk))
        {
            desk.Notes.End();
        }
    }

    /// <summary>The desk of a world, or null.</summary>
    public WorldDesk? Find(string world) => _desks.GetValueOrDefault(world);

    /// <summary>The desk of a world.</summary>
    /// <exception cref="WorldRefusedException">There is no such world.</exception>
    public WorldDesk Of(string world) => _desks.TryGetValue(world, out var desk)
        ? desk
        : throw Problems.NotFound("no-such-world", "没有此世界", "there is no such world");
}
