using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>
/// The grains of a cluster's world as they stand after the turns of its feed: every message is handled again, and what is announced must be what
/// the feed says. The world hands no messages out; its clock is moved from outside, and turns may lie behind it.
/// </summary>
internal sealed class Mirror
{
    private readonly Dictionary<GrainId, long[]> _numbersOf = [];
    private readonly long[] _numbers = new long[256];
    private readonly Timers _timers = new();
    private readonly Outstanding _outstanding;
    private readonly Turn _turn;
    private RunningHash _hash;
    private long _turns;

    /// <summary>The mirror of a world before its first turn.</summary>
    /// <param name="setting">What its grains read.</param>
    /// <param name="seed">What its chance is keyed by.</param>
    public Mirror(Setting setting, ulong seed)
    {
        World = new World<DistrictModel>(new DistrictModel(setting), seed);
        _outstanding = new Outstanding(Beginning.Messages(setting.Plan), _timers);
        _turn = new Turn(seed, _timers, _numbers);
        _hash = new RunningHash(seed);
    }

    /// <summary>The grains and the clock.</summary>
    public World<DistrictModel> World { get; }

    /// <summary>The last record that was mirrored.</summary>
    public long Record { get; set; }

    /// <summary>The latest moment of a turn.</summary>
    public Instant Reached { get; private set; }

    /// <summary>How many events were announced.</summary>
    public long Events { get; private set; }

    /// <summary>The hash of every message handled and every event announced, in the feed's order: where that is the order of an engine, the engine's.</summary>
    public ulong Hash => _hash.Value;

    /// <summary>Lets the grain handle again what it handled on the cluster.</summary>
    /// <exception cref="MirrorBrokenException">Here something else comes of it.</exception>
    public void Reflect(long record, GrainTurn turn)
    {
        var message = turn.Handled.Sent.Message;
        var numbers = LendNumbers(turn.Grain);
        _outstanding.Handled(turn.Handled.Id);
        _turn.Begin(turn.At, turn.Grain);
        try
        {
            World.Model.Handle(turn.Grain, message, _turn);
        }
        catch (Exception fault)
        {
            throw MirrorBrokenException.Failed(record, turn, World.Model, fault);
        }

        TakeBack(numbers);
        Compare(record, turn);
        Fold(turn, message);
        _outstanding.Add(turn.Grain, turn.Number, _turn.Sends);
        _turns++;
    }

    /// <summary>The world at the last turn mirrored, as an engine goes on with it, where nothing more was handled.</summary>
    /// <param name="atDoor">What only the journal knows of the same moment.</param>
    public Snapshot Save(AtDoor atDoor)
    {
        var underWay = _outstanding.AllBut(atDoor.Aside.ToHashSet()).Concat(atDoor.FromOutside.Select(message => message.Sent));
        return new Gathered(World.Seed, World.Now, _turns, Events, _timers, BeyondAllNumbers(), [.. underWay]).Save(World.Model);
    }

    /// <summary>Moves the clock on; never back.</summary>
    public void MoveTo(Instant now)
    {
        if (now > World.Now)
        {
            World.RunUntil(now);
        }
    }

    private long[] LendNumbers(GrainId giver)
    {
        if (!_numbersOf.TryGetValue(giver, out var numbers))
        {
            numbers = OwnNumbers.From(giver);
            if (numbers.Length > 0)
            {
                _numbersOf.Add(giver, numbers);
            }
        }

        numbers.CopyTo(_numbers, 0);
        return numbers;
    }

    private long[] BeyondAllNumbers()
    {
        var next = new long[_numbers.Length];
        foreach (var numbers in _numbersOf.Values)
        {
            for (var kind = 0; kind < numbers.Length; kind++)
            {
                next[kind] = Math.Max(next[kind], numbers[kind]);
            }
        }

        return next;
    }

    private void TakeBack(long[] numbers) => Array.Copy(_numbers, numbers, numbers.Length);

    private void Compare(long record, GrainTurn turn)
    {
        var here = _turn.Events;
        for (var i = 0; i < Math.Max(here.Length, turn.Events.Count); i++)
        {
            if (i >= here.Length || i >= turn.Events.Count || !IsSame(here[i], turn.Events[i]))
            {
                throw MirrorBrokenException.Differs(record, turn, World.Model.Setting.Plan, i, i < here.Length ? here[i] : null);
            }
        }
    }

    private void Fold(GrainTurn turn, in Body message)
    {
        _hash.Fold(turn.At.Milliseconds, turn.Grain, message);
        foreach (var e in turn.Events)
        {
            _hash.Fold(e.At.Milliseconds, e.Source, e.Body);
        }

        Events += turn.Events.Count;
        Reached = turn.At > Reached ? turn.At : Reached;
    }

    private static bool IsSame(in Event left, in Event right) =>
        left.At == right.At && left.Source == right.Source && left.Body.Kind == right.Body.Kind
        && left.Body.W0 == right.Body.W0 && left.Body.W1 == right.Body.W1 && left.Body.W2 == right.Body.W2 && left.Body.W3 == right.Body.W3;
}
