using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Journal;
using GridGov.Twin.Journal.Turns;
using Microsoft.Extensions.Logging;

namespace GridGov.Twin.Orleans.Shell;

/// <summary>What all grains of a world share on one silo: the plan, the journal and who keeps turns in it, the clock, and the way to other grains.</summary>
public sealed partial class WorldHome : IDisposable
{
    private static readonly TimeSpan ClockGlance = TimeSpan.FromMilliseconds(500);
    private readonly ILogger _log;

    /// <summary>A world's home on this silo.</summary>
    public WorldHome(Setting setting, ITurnJournal journal, IGrainDoor door, TimeProvider wall, ILogger log)
    {
        ArgumentNullException.ThrowIfNull(journal);
        (Setting, Journal, Door, Wall, _log) = (setting, journal, door, wall, log);
        Clock = new SharedClock(journal.Time(), wall);
        Keeper = new TurnKeeper(journal);
        Readers = new JournalReaders(journal);
        Wakes = new Wakes(World, door, Clock);
    }

    /// <summary>The world's name.</summary>
    public string World => Journal.Genesis.World;

    /// <summary>What its chance is keyed by.</summary>
    public ulong Seed => Journal.Genesis.Seed;

    /// <summary>What its grains read.</summary>
    public Setting Setting { get; }

    /// <summary>Its turns and the messages under way.</summary>
    public ITurnJournal Journal { get; }

    /// <summary>Who asks the journal on behalf of grains.</summary>
    public JournalReaders Readers { get; }

    /// <summary>Who keeps this silo's turns.</summary>
    public TurnKeeper Keeper { get; }

    /// <summary>The world's clock.</summary>
    public SharedClock Clock { get; }

    /// <summary>Who wakes this silo's grains when something is due.</summary>
    public Wakes Wakes { get; }

    /// <summary>The way to other grains.</summary>
    public IGrainDoor Door { get; }

    /// <summary>The wall clock, for waiting.</summary>
    public TimeProvider Wall { get; }

    /// <summary>Follows the clock as somebody sets it, until it is told to stop.</summary>
    public void FollowClock(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var record = Journal.Head.Records;
                Clock.Time = Journal.Time();
                Journal.WaitForNews(record, ClockGlance, stop);
            }
            catch (JournalException fault) when (fault.Problem == JournalProblem.Unavailable)
            {
                LogAway(World, fault.Message);
                stop.WaitHandle.WaitOne(ClockGlance);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Wakes.Dispose();
        Keeper.Dispose();
        Readers.Dispose();
    }

    internal void Undelivered(int messages, Exception fault) => LogUndelivered(World, messages, fault);

    internal void Unreadable(GrainId grain, Exception fault) => LogUnreadable(World, grain.ToString(), fault);

    internal void Poisoned(string problem, Exception fault) => LogPoisoned(World, problem, fault);

    [LoggerMessage(LogLevel.Warning, "World {World}: {Messages} messages did not reach their grains at once; they will be handed out again")]
    private partial void LogUndelivered(string world, int messages, Exception fault);

    [LoggerMessage(LogLevel.Warning, "World {World}: the state of grain {Grain} cannot be read and is made again from its turns")]
    private partial void LogUnreadable(string world, string grain, Exception fault);

    [LoggerMessage(LogLevel.Error, "World {World}: a message was set aside: {Problem}")]
    private partial void LogPoisoned(string world, string problem, Exception fault);

    [LoggerMessage(LogLevel.Warning, "World {World}: the database cannot be asked for the clock: {Problem}")]
    private partial void LogAway(string world, string problem);
}
