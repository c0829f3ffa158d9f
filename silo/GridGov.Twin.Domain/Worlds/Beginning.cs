using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>To every grain that has something of its own to do: the world begins.</summary>
public readonly record struct Begin : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 1;

    static ushort IBody.Kind => Kind;
}

/// <summary>How a district comes to life: every grain that acts of itself is told to begin, in a fixed order, at the world's start.</summary>
public static class Beginning
{
    // Before everything else at the first instant, shift changes included.
    private const byte First = 0;

    /// <summary>A world of the setting at its start.</summary>
    public static World<DistrictModel> NewWorld(Setting setting, ulong seed)
    {
        var world = new World<DistrictModel>(new DistrictModel(setting), seed);
        foreach (var message in Messages(setting.Plan))
        {
            world.Post(message.To, message.Message, message.Due, message.Priority);
        }

        return world;
    }

    /// <summary>The messages a world of the plan begins with, in the order they are sent.</summary>
    public static IReadOnlyList<Sent> Messages(WorldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var messages = new List<Sent>();
        Tell(messages, Grain.Team, plan.Teams.Length);
        Tell(messages, Grain.Desk, plan.Desks.Length);
        Tell(messages, Grain.Officer, plan.Officers.Length);
        Tell(messages, Grain.Device, plan.City.Devices.Length);
        Tell(messages, Grain.CallStream, plan.Calls.Length);
        Tell(messages, Grain.Scene, plan.City.Cells.Length);
        for (var line = 0; line < plan.Script.Length; line++)
        {
            var (cell, at) = (plan.Script[line].Cell, plan.Script[line].At);
            messages.Add(new Sent { To = Grain.SceneOf(cell), Due = at, Priority = Turn.OrdinaryPriority, Message = Body.Of(new ScriptRuns(line)) });
        }

        if (plan.Exercise is { } exercise)
        {
            messages.Add(new Sent { To = Grain.TheExercise, Due = exercise.Begins, Priority = First, Message = Body.Of(new Begin()) });
        }

        return messages;
    }

    internal static void Begin(GrainId grain, IGrainState state, Turn turn, Setting setting)
    {
        switch (state)
        {
            case TeamState team:
                team.Members = new Member[setting.Plan.Teams[grain.Number].Officers.Length];
                break;
            case DeskState desk:
                DeskGrain.ChangeRoster(desk, turn, setting);
                break;
            case OfficerState officer:
                OfficerGrain.Begin(officer, turn, setting);
                break;
            case DeviceState device:
                DeviceGrain.Begin(device, turn, setting);
                break;
            case CallStreamState calls:
                calls.Chance = ChanceStream.For(turn.Seed, grain, Purpose.CallArrivals);
                CallStreamGrain.Schedule(calls, turn, setting);
                break;
            case ExerciseState exercise:
                ExerciseGrain.Begin(exercise, turn, setting);
                break;
            case SceneState scene:
                scene.Arrivals = ChanceStream.For(turn.Seed, grain, Purpose.Arrivals);
                SceneGrain.ScheduleNext(scene, turn, setting);
                break;
        }
    }

    private static void Tell(List<Sent> messages, byte kind, int count)
    {
        for (var number = 0; number < count; number++)
        {
            messages.Add(new Sent { To = new GrainId(kind, number), Due = Instant.Start, Priority = First, Message = Body.Of(new Begin()) });
        }
    }
}
