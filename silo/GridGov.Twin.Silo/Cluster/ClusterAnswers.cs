using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Silo.Worlds;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>
/// What the cluster said to the commands of late, whichever silo took them in, and those who wait to hear it: an answer may come several
/// messages after the command was handled, and a command that was taken in by a process that died is answered by another.
/// </summary>
internal sealed class ClusterAnswers(Setting setting)
{
    private const int Most = 50_000;

    // An answer is a few messages away, each at its grain's own moment; what has said nothing after so long has nothing to say.
    private static readonly Duration Silence = Duration.Seconds(5);

    private readonly List<Waiting> _waiting = [];
    private AnswerDesk _before = new(setting);
    private AnswerDesk _now = new(setting);

    /// <summary>Whether anybody waits.</summary>
    public bool AreAwaited => _waiting.Count > 0;

    /// <summary>Whether a command was handled and its answer is still to come.</summary>
    public bool AreOutstanding => _waiting.Exists(one => one.HandledAt is not null);

    /// <summary>Lets an order wait for what is said to the input of a number; what it is to be answered, where that is known already.</summary>
    public void Await(WorldOrder order, long input, in Body message, StoredAnswer? known) => _waiting.Add(new Waiting(order, input, message, known));

    /// <summary>It is about to be asked what is still under way: commands handled so far have nothing to say if nothing is.</summary>
    public void Ask() => _waiting.ForEach(one => one.IsAskedFor = one.HandledAt is not null);

    /// <summary>Hears a turn.</summary>
    public void Hear(GrainTurn turn)
    {
        foreach (var e in turn.Events)
        {
            Read(e);
        }

        if (turn.Handled.Id.Sender.IsNone && _waiting.Find(one => turn.Handled.Id == MessageId.OfInput(one.Input)) is { } handled)
        {
            handled.HandledAt = turn.At;
        }
    }

    /// <summary>
    /// The answers that have come, each with its order and its input; they stay until they are <see cref="Done"/>. Nothing due before
    /// <paramref name="allHandledBefore"/> was under way when it was asked, and what was handled until then has been heard.
    /// </summary>
    public IReadOnlyList<(WorldOrder Order, long Input, StoredAnswer Answer)> Come(Instant allHandledBefore)
    {
        var come = new List<(WorldOrder, long, StoredAnswer)>();
        foreach (var one in _waiting)
        {
            var said = one.Known ?? _now.Find(one.Input, one.Message) ?? _before.Find(one.Input, one.Message);
            if (said is null && one is { IsAskedFor: true, HandledAt: { } at } && at + Silence < allHandledBefore)
            {
                said = AnswerDesk.Nothing with { AtMs = at.Milliseconds };
            }

            if (said is not null)
            {
                come.Add((one.Order, one.Input, said with { Input = one.Input }));
            }
        }

        return come;
    }

    /// <summary>An order has its answer.</summary>
    public void Done(WorldOrder order) => _waiting.RemoveAll(one => one.Order == order);

    /// <summary>Lets go of orders whose givers have long been told to ask again; when they do, the answer may be there.</summary>
    public void Drop(DateTimeOffset enteredBefore) => Refuse(one => one.Order.Entered < enteredBefore, WorldRefusedException.Late);

    /// <summary>Refuses whoever waits.</summary>
    public void Refuse(Func<Exception> why) => Refuse(_ => true, why);

    private void Refuse(Predicate<Waiting> whom, Func<Exception> why)
    {
        _waiting.FindAll(whom).ForEach(one => one.Order.Refuse(why()));
        _waiting.RemoveAll(whom);
    }

    private void Read(in Event e)
    {
        if (_now.Count >= Most)
        {
            (_before, _now) = (_now, new AnswerDesk(setting));
        }

        _now.Read(e);
    }

    private sealed class Waiting(WorldOrder order, long input, Body message, StoredAnswer? known)
    {
        public WorldOrder Order { get; } = order;

        public long Input { get; } = input;

        public Body Message { get; } = message;

        public StoredAnswer? Known { get; } = known;

        public Instant? HandledAt { get; set; }

        public bool IsAskedFor { get; set; }
    }
}
