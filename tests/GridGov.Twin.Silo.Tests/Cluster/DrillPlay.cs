using GridGov.Twin.Client;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Tests.Cluster;

/// <summary>Plays the drill first-steps the same way every time, at whichever host is next.</summary>
internal sealed class DrillPlay(string world, params ITwin[] hosts)
{
    public const long Begins = 9 * Hour;

    private const long Hour = 3_600_000;
    private const long Minute = 60_000;
    private int _calls;

    private ITwin Next => hosts[_calls++ % hosts.Length];

    /// <summary>What was acknowledged: the inputs' numbers.</summary>
    public List<long> Inputs { get; } = [];

    /// <summary>The first half: the case is filed and a note is made, at minute 22.</summary>
    public async Task FileIt()
    {
        await JumpTo(20);
        await Act("file", "town-acceptor", null);
        await Give(new Command("note", SiloPair.Trainer, Text: "they are calm"));
        await JumpTo(22);
    }

    /// <summary>The second half: the case is dispatched, the objective rated, and time goes on to EndEx. Says the hash.</summary>
    public async Task<string> DispatchIt()
    {
        await Act("dispatch", "town-dispatcher", (await Next.Departments(world))[0].Id);
        await Give(new Command("rate", SiloPair.Trainer, Objective: "loop", As: "performed"));
        await JumpTo(61);
        while ((await Next.Drill(world))!.Hash is null)
        {
            await Task.Delay(20);
        }

        return (await Next.Drill(world))!.Hash!;
    }

    /// <summary>Waits until a world is so.</summary>
    public static async Task Until(ITwin host, string world, Func<WorldView, bool> isSo)
    {
        while (!isSo(await host.World(world)))
        {
            await Task.Delay(20);
        }
    }

    private async Task JumpTo(long minute)
    {
        // At EndEx a drill holds still by itself.
        var to = Math.Min(Begins + (minute * Minute), Begins + Hour + 1);
        await Next.Order(world, new ClockOrder(JumpToMs: to), SiloPair.Trainer);
        await Until(Next, world, view => view.Clock.JumpTo is null && view.Clock.NowMs >= to);
    }

    private async Task Act(string action, string role, string? department)
    {
        var number = (await Next.DrillScript(world, SiloPair.Trainer)).Injects.Single(inject => inject.Id == "call").Cases[0];
        var row = (await Next.Case(world, number))!.Row;
        await Give(new Command("act", SiloPair.Trainer, role, number, action, row.Version, department));
    }

    private async Task Give(Command command)
    {
        var answer = await Next.Give(world, command, Guid.NewGuid().ToString());
        answer.Outcome.ShouldBe("done");
        Inputs.Add(answer.Input);
    }
}
