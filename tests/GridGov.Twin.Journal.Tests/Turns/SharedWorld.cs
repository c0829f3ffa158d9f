using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Tests.Stores;
using GridGov.Twin.Journal.Turns;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Journal.Tests.Turns;

/// <summary>A shared world of a few grains, opened by as many silos as wanted.</summary>
internal sealed class SharedWorld : IDisposable
{
    private readonly List<IDisposable> _open = [];
    private readonly TestDatabase _database;

    private SharedWorld(TestDatabase database) => _database = database;

    public static Genesis Genesis { get; } = new("shared", "live", "somewhere", 7, 11, DateTimeOffset.UnixEpoch);

    public static WorldTime Standing { get; } = new(Instant.Start, DateTimeOffset.UnixEpoch, 0, null, "1", true);

    public TestDatabase Database => _database;

    public static SharedWorld? On(string kind, Xunit.Abstractions.ITestOutputHelper output) =>
        TestDatabase.Of(kind, output) is { } database ? new SharedWorld(database) : null;

    /// <summary>Opens the world as another process would, with messages for so many grains if it is new.</summary>
    public ITurnJournal Silo(int grains = 3)
    {
        var store = TurnStores.Open(_database.Address);
        var journal = store.Open(Genesis, [.. Enumerable.Range(1, grains).Select(number => Message(Of(number), number))], Standing);
        _open.Add(journal);
        _open.Add(store);
        return journal;
    }

    public static GrainId Of(int number) => new(3, number);

    public static Sent Message(GrainId to, long dueMs, byte priority = Turn.OrdinaryPriority) =>
        new() { To = to, Due = new Instant(dueMs), Priority = priority, Message = new Body { Kind = 9, W0 = (ulong)dueMs } };

    /// <summary>A turn in which the message's grain announces one thing and sends messages to others.</summary>
    public static GrainTurn TurnOf(UnderWay handled, long number, params Sent[] sends)
    {
        var (grain, at) = (handled.Sent.To, handled.Sent.Due);
        Event[] events = [new Event { At = at, Source = grain, Body = new Body { Kind = 40, W0 = (ulong)number } }];
        return new GrainTurn(grain, number, at, handled, events, [.. sends.Select((sent, place) => new UnderWay(new MessageId(grain, number, place), sent))], []);
    }

    public void Dispose()
    {
        _open.ForEach(one => one.Dispose());
        _database.Dispose();
    }
}
