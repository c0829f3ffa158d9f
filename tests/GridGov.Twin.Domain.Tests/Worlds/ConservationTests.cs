using System.Globalization;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Worlds;

/// <summary>Nothing is lost and nothing is counted twice, looked at 40 random moments of four days in 60 worlds.</summary>
public class ConservationTests
{
    private const int Moments = 40;
    private const int SeedsPerTown = 12;
    private static readonly Instant End = Instant.Start + Duration.Days(4);

    public static TheoryData<int, int> TownsAndSeeds
    {
        get
        {
            var all = new TheoryData<int, int>();
            for (var seed = 1; seed <= SeedsPerTown; seed++)
            {
                for (var town = 0; town < Towns.All.Length; town++)
                {
                    all.Add(town, seed);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(TownsAndSeeds))]
    public void Every_incident_report_and_case_is_in_exactly_one_state_and_place(int town, int seed)
    {
        var world = Towns.All[town].Build().World((ulong)seed);
        var audit = new Audit();
        world.Listen(audit);
        var random = new Random((town * 1000) + seed);
        foreach (var moment in Enumerable.Range(0, Moments).Select(_ => new Instant(random.NextInt64(End.Milliseconds))).Order())
        {
            world.RunUntil(moment);
            ActByHand(world, random);
            world.RunUntil(moment + new Duration(1));
            Checked(world, audit, $"'{Towns.All[town].Name}', seed {seed}");
        }

        audit.Accepted.ShouldBeGreaterThan(30);
        audit.Ended.ShouldBeGreaterThan(10);
    }

    // A person at the controls tries anything on any case, so that moves nobody plans for happen too; what the rules forbid they refuse.
    private static void ActByHand(World<DistrictModel> world, Random random)
    {
        long[] cases = [.. world.Model.Cases.InOrder.Select(each => each.Number)];
        for (var i = 0; i < 3 && cases.Length > 0; i++)
        {
            var act = new Act(7, -1, random.Next(-1, Loop.Workflow.Roles.Length), (CaseAction)random.Next(19), 0, Act.SameDepartment, GrainId.None);
            world.Post(new GrainId(Grain.Case, cases[random.Next(cases.Length)]), act, world.Now);
        }
    }

    private static void Checked(World<DistrictModel> world, Audit audit, string where)
    {
        try
        {
            new Ledger(world, audit).Check();
        }
        catch (ShouldAssertException broken)
        {
            throw new ShouldAssertException(string.Create(CultureInfo.InvariantCulture, $"{where}, {world.Now}: {broken.Message}"));
        }
    }
}
