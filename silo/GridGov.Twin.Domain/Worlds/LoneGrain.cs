using System.Runtime.InteropServices;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>
/// One grain that lives by itself, as on a cluster: its state, its timers and the numbers it gives out. The same messages at the same moments
/// make of it what they make of the grain in a <see cref="DistrictModel"/>.
/// </summary>
public sealed class LoneGrain
{
    private readonly Setting _setting;
    private readonly ulong _seed;
    private readonly long[] _numbers;
    private Timers _timers = new();
    private IGrainState? _state;

    /// <summary>The grain before its first message.</summary>
    /// <exception cref="ArgumentException">There is no such kind of grain.</exception>
    public LoneGrain(GrainId self, Setting setting, ulong seed)
    {
        (Self, _setting, _seed) = (self, setting, seed);
        _numbers = OwnNumbers.From(self);
        var state = Behaviour.NewState(self);
        _state = Behaviour.ComesAndGoes(self) ? null : state;
    }

    /// <summary>Its name.</summary>
    public GrainId Self { get; }

    /// <summary>Whether it is there: a case before it opens, and one that is over for good, is not.</summary>
    public bool IsThere => _state is not null;

    /// <summary>Its state; null when it is not there.</summary>
    public IGrainState? State => _state;

    /// <summary>Handles a message at a moment, and says what the grain wants to happen.</summary>
    public Turn Handle(in Sent sent, Instant now)
    {
        _timers.End(sent.Timer);
        var turn = new Turn(_seed, _timers, _numbers);
        turn.Begin(now, Self);
        if (Behaviour.BringsToLife(sent.Message))
        {
            _state = Behaviour.NewState(Self);
        }

        if (_state is null)
        {
            Behaviour.AnswerForGone(Self, sent.Message, turn);
        }
        else if (!Behaviour.Handle(Self, _state, sent.Message, turn, _setting))
        {
            _state = null;
        }

        return turn;
    }

    /// <summary>Whether a message is still to be handled: it has no timer, or one that runs.</summary>
    public bool Awaits(in Sent sent) => _timers.Runs(sent.Timer);

    /// <summary>Writes all that the grain holds.</summary>
    public void Write(SnapshotWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Row<long>(_numbers);
        _timers.Write(writer);
        writer.Value<byte>(_state is null ? (byte)0 : (byte)1);
        _state?.Write(writer);
        if (_state is DeskState desk)
        {
            writer.Row<BrokenOffJob>(CollectionsMarshal.AsSpan(desk.BrokenOff));
            writer.Row<JobInHand>([.. desk.InService.Select(job => new JobInHand { Item = job.Key.Item, Ticket = job.Key.Ticket, Since = job.Value })]);
        }
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are not those of a grain of this kind.</exception>
    public void Read(SnapshotReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var numbers = reader.Row<long>();
        if (numbers.Length != _numbers.Length)
        {
            throw new FormatException($"grain {Self}: {numbers.Length} counts of numbers where {_numbers.Length} were expected");
        }

        numbers.CopyTo(_numbers, 0);
        _timers = Timers.Read(reader);
        _state = reader.Value<byte>() == 0 ? null : Behaviour.NewState(Self);
        _state?.Read(reader);
        if (_state is DeskState desk)
        {
            desk.BrokenOff.AddRange(reader.Row<BrokenOffJob>());
            Array.ForEach(reader.Row<JobInHand>(), job => desk.InService[(job.Item, (int)job.Ticket)] = job.Since);
        }
    }

    private struct JobInHand
    {
        public GrainId Item;
        public Instant Since;
        public long Ticket;
    }
}
