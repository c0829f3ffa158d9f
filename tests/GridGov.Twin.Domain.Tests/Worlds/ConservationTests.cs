using System.Globalization;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
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
        var controls = new Controls(world, seed);
        foreach (var moment in Enumerable.Range(0, Moments).Select(_ => new Instant(random.NextInt64(End.Milliseconds))).Order().Distinct())
        {
            // A person tries anything on anybody, so that what nobody plans for happens too; what the rules forbid is refused.
            controls.TryAnything(moment, 4);
            Checked(world, audit, $"'{Towns.All[town].Name}', seed {seed}");
        }

        audit.Accepted.ShouldBeGreaterThan(30);
        audit.Ended.ShouldBeGreaterThan(10);
        controls.Heard[ActDone.Kind].ShouldBeGreaterThan(5);
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
