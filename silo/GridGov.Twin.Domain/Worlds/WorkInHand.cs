using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>
/// The work that desks have on cases at a moment from which futures part. How long it takes was drawn when it was asked for, but nobody at the
/// moment knows it: each future draws it again, for work already begun among the times longer than it has taken so far.
/// </summary>
internal static class WorkInHand
{
    // Where so many draws are all too short, the work is longer than what is usual of its kind, and ends when it was going to.
    private const int MostDraws = 1_000;

    public static void DrawAnew(World<DistrictModel> world)
    {
        var model = world.Model;
        foreach (var desk in model.Desks)
        {
            desk.Line.DrawAnew(job => TryDraw(model, job.Item, job.Ticket, Duration.Zero) ?? job.Work);
        }

        var begun = new List<(GrainId Desk, ServiceEnds Job, Instant Since)>();
        world.Withdraw((GrainId to, in Body message, Instant due) =>
        {
            var isCase = message.Kind == ServiceEnds.Kind && message.As<ServiceEnds>().Item.Kind == Grain.Case;
            if (isCase && message.As<ServiceEnds>() is var job && model.Desks[(int)to.Number].InService.ContainsKey((job.Item, job.Ticket)))
            {
                begun.Add((to, job, new Instant(due.Milliseconds - job.Work.Milliseconds)));
                return true;
            }

            return false;
        });
        foreach (var (desk, job, since) in begun)
        {
            var work = TryDraw(model, job.Item, job.Ticket, world.Now - since) ?? job.Work;
            world.Post(desk, job with { Work = work }, since + work);
        }
    }

    private static Duration? TryDraw(DistrictModel model, GrainId item, int ticket, Duration longerThan)
    {
        if (item.Kind != Grain.Case || model.Cases.Find(item.Number) is not { } state || state.Facts.Ticket != ticket)
        {
            return null;
        }

        for (var draw = 0; draw < MostDraws; draw++)
        {
            if (CaseWork.Draw(state, model.Setting) is var work && work > longerThan)
            {
                return work;
            }
        }

        return null;
    }
}
