using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>To every grain that waits for chance, where a future parts from its past: what was to come next is drawn anew.</summary>
public readonly record struct DrawsAnew : IMessage
{
    /// <summary>The wire number.</summary>
    public const ushort Kind = 2;

    static ushort IBody.Kind => Kind;
}

/// <summary>
/// A future that a moment of a district may have. Everything known at the moment stays; what is still to be drawn is keyed by the future's own
/// seed, grain by grain, so that two plans have the same incidents, calls and alarms under one seed (common random numbers). Arrivals, calls and
/// false alarms on their way are drawn anew, which changes no distribution as all of them are memoryless, and so is how long desks still work on
/// the cases they have (see <see cref="WorkInHand"/>). Officers' present steps, telephone calls, breakdowns and what an incident does by itself
/// end when they were going to.
/// </summary>
public static class Future
{
    // Before everything else at the moment, shift changes included.
    private const byte First = 0;

    /// <summary>The seed of the <paramref name="nth"/> future of a world with <paramref name="seed"/>.</summary>
    public static ulong SeedOf(ulong seed, int nth)
    {
        var chance = ChanceStream.For(seed, (ulong)nth, Purpose.Futures);
        return chance.Bits() >> 1;
    }

    /// <summary>The future of a moment under a plan that continues the one it was lived under. Same moment, plan and seed: same history.</summary>
    /// <param name="moment">The whole world at the moment.</param>
    /// <param name="lived">What it was lived under.</param>
    /// <param name="planned">What it goes on under.</param>
    /// <param name="seed">What its chance is keyed by.</param>
    /// <exception cref="ArgumentException">The plan does not continue the one the moment was lived under.</exception>
    public static World<DistrictModel> Of(Snapshot moment, Setting lived, Setting planned, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(lived);
        ArgumentNullException.ThrowIfNull(planned);
        var world = new World<DistrictModel>(new DistrictModel(lived), seed);
        world.Restore(moment);
        if (world.Handled == 0)
        {
            // Where nothing has begun yet, there is nothing to draw anew.
            world.RunUntil(world.Now + new Duration(1));
        }

        world.Model.GoOnUnder(planned);
        world.Reseed(seed);
        Reseed(world.Model, seed);
        WorkInHand.DrawAnew(world);
        world.Withdraw(static (GrainId _, in Body message, Instant _) =>
            message.Kind is NextIncident.Kind or NextCall.Kind or AlarmsFalsely.Kind or ShiftChanges.Kind or RosterChanges.Kind);
        Tell(world, lived, planned);
        return world;
    }

    internal static void DrawAnew(IGrainState state, Turn turn, Setting setting)
    {
        switch (state)
        {
            case SceneState scene:
                SceneGrain.ScheduleNext(scene, turn, setting);
                break;
            case CallStreamState calls:
                CallStreamGrain.Schedule(calls, turn, setting);
                break;
            case DeviceState device:
                DeviceGrain.DrawAnew(device, turn, setting);
                break;
            case IncidentState incident:
                IncidentGrain.DrawAnew(incident, turn, setting);
                break;
        }
    }

    // As each grain would key its streams in a world of that seed.
    private static void Reseed(DistrictModel model, ulong seed)
    {
        for (var i = 0; i < model.Scenes.Length; i++)
        {
            model.Scenes[i].Arrivals = ChanceStream.For(seed, Grain.SceneOf(i), Purpose.Arrivals);
        }

        for (var i = 0; i < model.Calls.Length; i++)
        {
            model.Calls[i].Chance = ChanceStream.For(seed, Grain.CallStreamOf(i), Purpose.CallArrivals);
        }

        for (var i = 0; i < model.Devices.Length; i++)
        {
            model.Devices[i].Facts.Life = ChanceStream.For(seed, Grain.DeviceOf(i), Purpose.DeviceLife);
        }

        for (var i = 0; i < model.Officers.Length; i++)
        {
            model.Officers[i].Facts.Patrol = ChanceStream.For(seed, Grain.OfficerOf(i), Purpose.Patrol);
        }

        foreach (var (_, state) in model.Incidents.InOrder)
        {
            ref var facts = ref state.Facts;
            facts.Life = ChanceStream.For(seed, facts.Key, Purpose.IncidentLife);
            facts.Noticing = ChanceStream.For(seed, facts.Key, Purpose.Noticing);
            facts.Calling = ChanceStream.For(seed, facts.Key, Purpose.Calling);
        }

        foreach (var (_, state) in model.Cases.InOrder)
        {
            state.Facts.Work = ChanceStream.For(seed, state.Facts.Key, Purpose.CaseWork);
        }
    }

    private static void Tell(World<DistrictModel> world, Setting lived, Setting planned)
    {
        var (plan, now, known) = (planned.Plan, world.Now, lived.Plan.Officers.Length);
        for (var officer = 0; officer < plan.Officers.Length; officer++)
        {
            if (officer < known)
            {
                world.Post(Grain.OfficerOf(officer), new ShiftChanges(), now, Roster.ChangePriority);
            }
            else
            {
                world.Post(Grain.OfficerOf(officer), new Begin(), now, First);
            }
        }

        for (var desk = 0; desk < plan.Desks.Length; desk++)
        {
            world.Post(Grain.DeskOf(desk), new RosterChanges(), now, Roster.ChangePriority);
        }

        var draw = new DrawsAnew();
        Array.ForEach(plan.Calls, call => world.Post(Grain.CallStreamOf(call.Index), draw, now, First));
        Array.ForEach(plan.City.Devices, device => world.Post(Grain.DeviceOf(device.Index), draw, now, First));
        Array.ForEach(plan.City.Cells, cell => world.Post(Grain.SceneOf(cell.Index), draw, now, First));
        foreach (var (number, _) in world.Model.Incidents.InOrder)
        {
            world.Post(new GrainId(Grain.Incident, number), draw, now, First);
        }
    }
}
