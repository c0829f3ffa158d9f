using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
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
        var plan = setting.Plan;
        Tell(world, Grain.Team, plan.Teams.Length);
        Tell(world, Grain.Desk, plan.Desks.Length);
        Tell(world, Grain.Officer, plan.Officers.Length);
        Tell(world, Grain.Device, plan.City.Devices.Length);
        Tell(world, Grain.CallStream, plan.Calls.Length);
        Tell(world, Grain.Scene, plan.City.Cells.Length);
        for (var line = 0; line < plan.Script.Length; line++)
        {
            world.Post(Grain.SceneOf(plan.Script[line].Cell), new ScriptRuns(line), plan.Script[line].At);
        }

        return world;
    }

    internal static void Begin(DistrictModel model, GrainId grain, Turn turn)
    {
        var number = (int)grain.Number;
        switch (grain.Kind)
        {
            case Grain.Team:
                model.Teams[number].Members = new Member[model.Setting.Plan.Teams[number].Officers.Length];
                break;
            case Grain.Desk:
                DeskGrain.ChangeRoster(model.Desks[number], turn, model.Setting);
                break;
            case Grain.Officer:
                OfficerGrain.Begin(model.Officers[number], turn, model.Setting);
                break;
            case Grain.Device:
                DeviceGrain.Begin(model.Devices[number], turn, model.Setting);
                break;
            case Grain.CallStream:
                model.Calls[number].Chance = ChanceStream.For(turn.Seed, grain, Purpose.CallArrivals);
                CallStreamGrain.Schedule(model.Calls[number], turn, model.Setting);
                break;
            case Grain.Scene:
                model.Scenes[number].Arrivals = ChanceStream.For(turn.Seed, grain, Purpose.Arrivals);
                SceneGrain.ScheduleNext(model.Scenes[number], turn, model.Setting);
                break;
        }
    }

    private static void Tell(World<DistrictModel> world, byte kind, int count)
    {
        for (var number = 0; number < count; number++)
        {
            world.Post(new GrainId(kind, number), new Begin(), Instant.Start, First);
        }
    }
}
