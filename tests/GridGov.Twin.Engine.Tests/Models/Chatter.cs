using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Engine.Tests.Models;

/// <summary>Says something to a chatterer; when the hops are used up, only its own clock keeps it talking.</summary>
public record struct Chat(int Hops, int Word) : IMessage
{
    public static ushort Kind => 1;
}

/// <summary>A chatterer's own clock.</summary>
public record struct Wake(long Round) : IMessage
{
    public static ushort Kind => 2;
}

/// <summary>A chatterer heard a word.</summary>
public record struct Heard(int Word, int Hops) : IEvent
{
    public static ushort Kind => 1;
}

/// <summary>
/// Grains that talk at random: now, soon and much later, at several priorities, with timers they often cancel.
/// Every part of the world is used; the hash tells whether two runs were the same.
/// </summary>
public sealed class Chatter(int grains) : IModel
{
    public const byte Chatterer = 1;

    private State[] _states = new State[grains];

    public static GrainId Id(int number) => new(Chatterer, number);

    public static World<Chatter> World(int grains, ulong seed)
    {
        var world = new World<Chatter>(new Chatter(grains), seed);
        world.Model.Wire(world);
        return world;
    }

    public void Wire(World<Chatter> world)
    {
        for (var i = 0; i < _states.Length; i++)
        {
            _states[i].Chance = ChanceStream.For(world.Seed, Id(i), 1);
            world.Post(Id(i), new Wake(0), new Instant(i * 37L));
        }
    }

    public void Handle(GrainId to, in Body message, Turn turn)
    {
        ref var state = ref _states[to.Number];
        if (message.Kind == Chat.Kind)
        {
            Hear(ref state, message.As<Chat>(), turn);
        }
        else
        {
            Talk(ref state, message.As<Wake>().Round, turn);
        }
    }

    public string NameOf(GrainId grain) => $"chatterer {grain.Number}";

    public void Write(SnapshotWriter writer) => writer.Row<State>(_states);

    public void Read(SnapshotReader reader) => _states = reader.Row<State>();

    private static void Hear(ref State state, Chat chat, Turn turn)
    {
        state.Words = (state.Words * 31) + (ulong)chat.Word;
        turn.Emit(new Heard(chat.Word, chat.Hops));
        if (chat.Hops > 0)
        {
            turn.Send(turn.Self, chat with { Hops = chat.Hops - 1 }, (byte)(chat.Word % 3 == 0 ? 200 : Turn.OrdinaryPriority));
        }

        // A word cancels the chatterer's clock, and it starts another.
        turn.Cancel(ref state.Timer);
        state.Timer = turn.StartTimer(Duration.Minutes(5), new Wake(chat.Word));
    }

    private void Talk(ref State state, long round, Turn turn)
    {
        state.Timer = default;
        var word = state.Chance.Below(1000);
        var to = Id(state.Chance.Below(_states.Length));
        var delay = new Duration(state.Chance.Below(3) switch
        {
            0 => 0,
            1 => state.Chance.Below(90_000),
            _ => (long)state.Chance.Below(40) * state.Chance.Below(86_400_000),
        });
        turn.SendAfter(delay, to, new Chat(state.Chance.Below(4), word), (byte)state.Chance.Below(256));
        state.Timer = turn.StartTimer(new Duration(1 + state.Chance.Below(600_000)), new Wake(round + 1));
    }

    private struct State
    {
        public ChanceStream Chance;
        public TimerId Timer;
        public ulong Words;
    }
}
