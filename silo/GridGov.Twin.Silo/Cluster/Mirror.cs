using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Journal.Turns;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>
/// The grains of a cluster's world as they stand after the turns of its feed: every message is handled again, and what is announced must be what
/// the feed says. The world has no messages under way; its clock is moved from outside, and turns may lie behind it.
/// </summary>
internal sealed class Mirror
{
    private const int TurnsPerTimers = 65_536;
    private readonly Dictionary<GrainId, long[]> _numbersOf = [];
    private readonly long[] _numbers = new long[256];
    private readonly int _turnsPerTimers;
    private Turn _turn;
    private RunningHash _hash;
    private int _turns;

    /// <summary>The mirror of a world before its first turn.</summary>
    /// <param name="setting">What its grains read.</param>
    /// <param name="seed">What its chance is keyed by.</param>
    /// <param name="turnsPerTimers">No timer ever runs here, so that their names only pile up: after so many turns they are thrown away.</param>
    public Mirror(Setting setting, ulong seed, int turnsPerTimers = TurnsPerTimers)
    {
        _turnsPerTimers = turnsPerTimers;
        World = new World<DistrictModel>(new DistrictModel(setting), seed);
        _turn = new Turn(seed, new Timers(), _numbers);
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
        if (++_turns % _turnsPerTimers == 0)
        {
            _turn = new Turn(World.Seed, new Timers(), _numbers);
        }
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
