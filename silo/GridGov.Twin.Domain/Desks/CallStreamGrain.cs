using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Desks;

/// <summary>To a call stream, from itself: the next call comes now.</summary>
public readonly record struct NextCall : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 521;

    static ushort IBody.Kind => Kind;
}

/// <summary>The state of a stream of calls.</summary>
public sealed class CallStreamState : IGrainState
{
    /// <summary>When calls come and how long they take.</summary>
    public ChanceStream Chance;

    /// <summary>Calls made so far.</summary>
    public long Calls;

    /// <summary>Writes the state.</summary>
    public void Write(SnapshotWriter writer)
    {
        writer.Value(Chance);
        writer.Value(Calls);
    }

    /// <summary>Reads the state back.</summary>
    public void Read(SnapshotReader reader)
    {
        Chance = reader.Value<ChanceStream>();
        Calls = reader.Value<long>();
    }
}

/// <summary>A Poisson stream of calls to one desk that concern no incident.</summary>
public static class CallStreamGrain
{
    private const double HourMs = 3_600_000;

    /// <summary>Handles one message.</summary>
    public static void Handle(CallStreamState state, in Body message, Turn turn, Setting setting)
    {
        if (message.Kind != NextCall.Kind)
        {
            return;
        }

        var stream = setting.Plan.Calls[turn.Self.Number];
        var work = stream.Work.Sample(ref state.Chance);
        var patience = JobArrives.PatienceOf(stream.Patience, ref state.Chance);
        state.Calls++;
        turn.Send(Grain.DeskOf(stream.Desk), new JobArrives(turn.Self, work, patience, (int)state.Calls, stream.Priority, JobArrives.Silent));
        Schedule(state, turn, setting);
    }

    /// <summary>Waits for the next call.</summary>
    public static void Schedule(CallStreamState state, Turn turn, Setting setting)
    {
        var perHour = setting.Plan.Calls[turn.Self.Number].PerHour;
        if (perHour > 0)
        {
            var waitMs = -Exact.Log(state.Chance.UnitAboveZero()) * HourMs / perHour;
            turn.SendAfter(new Duration((long)(waitMs + 0.5)), turn.Self, new NextCall());
        }
    }
}
