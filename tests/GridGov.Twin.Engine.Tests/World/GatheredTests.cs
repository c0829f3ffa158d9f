using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Tests.Models;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.World;

/// <summary>Grains that were handed their messages one by one, without an engine, made a world of.</summary>
public class GatheredTests
{
    private static readonly Instant Parting = Instant.Start + Duration.Hours(8);
    private static readonly Instant End = Instant.Start + Duration.Days(2);

    [Theory]
    [InlineData(5)]
    [InlineData(77)]
    public void They_go_on_in_an_engine_as_they_would_have_gone_on_in_one_from_the_start(ulong seed)
    {
        var whole = Chatter.World(12, seed);
        whole.RunUntil(Parting);
        var gathered = Chatter.World(3, 1);
        gathered.Restore(LivedByThemselves(seed).Save());
        (gathered.Now, gathered.Handled, gathered.EventCount, gathered.Pending).ShouldBe((Parting, whole.Handled, whole.EventCount, whole.Pending));
        var (expected, heard) = (Rest(whole), Rest(gathered));
        expected.Count.ShouldBeGreaterThan(1000);
        heard.ShouldBe(expected);
    }

    [Fact]
    public void What_is_late_is_due_now_before_what_is_due_now_and_what_an_ended_timer_sent_is_not_there()
    {
        var timers = new Timers();
        var ended = timers.Start();
        timers.End(ended);
        Sent[] underWay =
        [
            Say(3, 100), Say(1, 40), Say(2, 100), Say(4, 70, ended), Say(0, 99),
        ];
        var world = Chatter.World(5, 1);
        world.Restore(new Gathered(1, new Instant(100), 9, 0, timers, new long[256], underWay).Save(new Chatter(5)));
        var ear = new Ear();
        world.Listen(ear);
        world.RunUntil(new Instant(101));
        ear.Heard.Select(e => (e.Source.Number, e.At.Milliseconds)).ShouldBe([(1, 100), (0, 100), (3, 100), (2, 100)]);
    }

    private static Sent Say(int to, long dueMs, TimerId timer = default) => new()
    {
        To = Chatter.Id(to),
        Due = new Instant(dueMs),
        Timer = timer,
        Priority = Turn.OrdinaryPriority,
        Message = Body.Of(new Chat(0, to)),
    };

    private static List<Event> Rest(World<Chatter> world)
    {
        var ear = new Ear();
        world.Listen(ear);
        world.RunUntil(End);
        return ear.Heard;
    }

    private static Lived LivedByThemselves(ulong seed)
    {
        var lived = new Lived(new Chatter(12), seed);
        // Only to wire them; it never runs.
        lived.Model.Wire(new World<Chatter>(new Chatter(12), seed));
        for (var i = 0; i < 12; i++)
        {
            lived.Send([new Sent { To = Chatter.Id(i), Due = new Instant(i * 37L), Priority = Turn.OrdinaryPriority, Message = Body.Of(new Wake(0)) }]);
        }

        lived.RunUntil(Parting);
        return lived;
    }

    private sealed class Lived(Chatter model, ulong seed)
    {
        private readonly SortedDictionary<(Instant Due, byte Priority, long Nth), Sent> _underWay = [];
        private readonly Timers _timers = new();
        private readonly long[] _numbers = new long[256];
        private long _sent;
        private long _handled;
        private long _announced;

        public Chatter Model => model;

        public void Send(ReadOnlySpan<Sent> messages)
        {
            foreach (var message in messages)
            {
                _underWay.Add((message.Due, message.Priority, _sent++), message);
            }
        }

        public void RunUntil(Instant end)
        {
            var turn = new Turn(seed, _timers, _numbers);
            while (_underWay.First() is var (place, message) && place.Due < end)
            {
                _underWay.Remove(place);
                if (!message.Timer.IsNone && !_timers.End(message.Timer))
                {
                    continue;
                }

                turn.Begin(place.Due, message.To);
                model.Handle(message.To, message.Message, turn);
                (_handled, _announced) = (_handled + 1, _announced + turn.Events.Length);
                Send(turn.Sends);
            }
        }

        public Snapshot Save() => new Gathered(
            seed, Parting, _handled, _announced, _timers, _numbers, [.. _underWay.OrderBy(one => one.Key.Nth).Select(one => one.Value)]).Save(model);
    }

    private sealed class Ear : IEventListener
    {
        public List<Event> Heard { get; } = [];

        public void On(in Event e) => Heard.Add(e);
    }
}
