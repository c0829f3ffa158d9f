using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Tests.Worlds;

/// <summary>Grains that live by themselves, given their messages in the engine's order, do what the grains of one world do.</summary>
public class LoneGrainTests
{
    private const ulong Seed = 11;
    private static readonly Instant End = Instant.Start + Duration.Days(3);

    public static TheoryData<int> EveryTown => [.. Enumerable.Range(0, Towns.All.Length)];

    [Theory]
    [MemberData(nameof(EveryTown))]
    public void Lone_grains_announce_what_the_grains_of_a_world_announce_but_for_the_numbers_of_new_grains(int town)
    {
        var setting = new Setting(Towns.All[town].Build().Plan);
        var together = Together(setting);
        var apart = new Apart(setting, rereadEvery: int.MaxValue).Run(End);
        together.Count.ShouldBeGreaterThan(500);
        Named(apart).ShouldBe(Named(together));
    }

    [Theory]
    [MemberData(nameof(EveryTown))]
    public void A_lone_grain_that_is_read_back_from_its_bytes_goes_on_as_if_nothing_had_been(int town)
    {
        var setting = new Setting(Towns.All[town].Build().Plan);
        var whole = new Apart(setting, rereadEvery: int.MaxValue).Run(End);
        new Apart(setting, rereadEvery: 3).Run(End).Select(Text).ShouldBe(whole.Select(Text));
    }

    [Fact]
    public void No_two_grains_give_out_the_same_number()
    {
        var firsts = Enumerable.Range(0, 1_000).Select(cell => OwnNumbers.From(Grain.CellOf(cell))[Grain.Case]).ToArray();
        firsts.Zip(firsts.Skip(1), (one, next) => next - one).ShouldAllBe(range => range == 1 << OwnNumbers.Bits);
        firsts.Select((first, cell) => (OwnNumbers.GiverOf(first), OwnNumbers.GiverOf(first + (1 << OwnNumbers.Bits) - 1), cell))
            .ShouldAllBe(one => one.Item1 == one.cell && one.Item2 == one.cell);
    }

    private static List<Event> Together(Setting setting)
    {
        var (world, heard) = (Beginning.NewWorld(setting, Seed), new Heard());
        world.Listen(heard);
        world.RunUntil(End);
        return heard.Events;
    }

    // New grains by the order in which they were first heard of.
    private static string[] Named(List<Event> events)
    {
        var names = new Dictionary<ulong, ulong>();
        return [.. events.Select(e => Text(e with
        {
            Source = new GrainId(Named(e.Source.Packed, names)),
            Body = new Body
            {
                Kind = e.Body.Kind,
                W0 = Named(e.Body.W0, names),
                W1 = Named(e.Body.W1, names),
                W2 = Named(e.Body.W2, names),
                W3 = Named(e.Body.W3, names),
            },
        }))];
    }

    // A word may look like a grain's name and be none; the same words come in the same order on both sides, so that it does no harm.
    private static ulong Named(ulong word, Dictionary<ulong, ulong> names)
    {
        var grain = new GrainId(word);
        if (grain.Kind is not (Grain.Case or Grain.Incident))
        {
            return word;
        }

        names.TryAdd(word, new GrainId(grain.Kind, names.Count).Packed);
        return names[word];
    }

    private static string Text(Event e) => $"{e.At} {e.Source} {e.Body.Kind} {e.Body.W0:x} {e.Body.W1:x} {e.Body.W2:x} {e.Body.W3:x}";

    /// <summary>Every grain by itself, and one queue for all of them.</summary>
    private sealed class Apart(Setting setting, int rereadEvery)
    {
        private readonly PriorityQueue<Sent, (long DueMs, byte Priority, long Sequence)> _queue = new();
        private readonly Dictionary<GrainId, LoneGrain> _grains = [];
        private readonly List<Event> _events = [];
        private long _sequence;
        private long _handled;

        public List<Event> Run(Instant end)
        {
            foreach (var message in Beginning.Messages(setting.Plan))
            {
                Send(message);
            }

            while (_queue.TryPeek(out var next, out _) && next.Due < end)
            {
                Handle(_queue.Dequeue());
            }

            return _events;
        }

        private void Handle(Sent message)
        {
            if (!_grains.TryGetValue(message.To, out var grain))
            {
                _grains[message.To] = grain = new LoneGrain(message.To, setting, Seed);
            }

            if (!grain.Awaits(message))
            {
                return;
            }

            if (++_handled % rereadEvery == 0)
            {
                _grains[message.To] = grain = Reread(grain);
            }

            var turn = grain.Handle(message, message.Due);
            _events.AddRange(turn.Events);
            foreach (var sent in turn.Sends)
            {
                Send(sent);
            }
        }

        private LoneGrain Reread(LoneGrain grain)
        {
            var writer = new SnapshotWriter();
            grain.Write(writer);
            var again = new LoneGrain(grain.Self, setting, Seed);
            var reader = new SnapshotReader(writer.Written.ToArray());
            again.Read(reader);
            reader.AtEnd.ShouldBeTrue();
            return again;
        }

        private void Send(in Sent sent) => _queue.Enqueue(sent, (sent.Due.Milliseconds, sent.Priority, _sequence++));
    }
}
