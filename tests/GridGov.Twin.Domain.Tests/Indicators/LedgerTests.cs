using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Tests.Worlds;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using Ledger = GridGov.Twin.Domain.Indicators.Ledger;

namespace GridGov.Twin.Domain.Tests.Indicators;

/// <summary>Ledgers that follow a world while it lives, with a person at the controls.</summary>
public class LedgerTests
{
    private const int Days = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Reading_a_ledger_as_often_as_one_likes_changes_nothing_in_it(int town)
    {
        var (world, read, unread) = Followed(town);
        RunDays(world, town, at =>
        {
            read.CloseBooks(at, world.Model.Cases);
            read.CloseBooks(at, world.Model.Cases);
        });
        Figures(read, world).ShouldBe(Figures(unread, world));
        read.All.DueForClosing.ShouldBeGreaterThan(3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_ledger_begun_anew_every_midnight_counts_in_its_days_what_another_counts_in_all(int town)
    {
        var (world, daily, whole) = Followed(town);
        var (reports, ended, due, closed, finished, lost, servedMs) = (0L, 0L, 0L, 0L, 0L, 0L, 0.0);
        RunDays(world, town, at =>
        {
            daily.CloseBooks(at, world.Model.Cases);
            if (at.Milliseconds % Rules.DayMs == 0)
            {
                (reports, ended) = (reports + daily.All.Reports, ended + daily.All.Rejected + daily.All.ClosedInPeriod);
                (due, closed) = (due + daily.All.CloseDue, closed + daily.All.Closed);
                (finished, lost) = (finished + daily.Desks.Sum(desk => desk.Finished), lost + daily.Desks.Sum(desk => desk.Lost));
                servedMs += daily.Desks.Sum(desk => desk.ServedJobMs) + daily.Officers.Teams.Sum(team => team.ServedJobMs);
                daily.Restart(at);
                daily.Since.ShouldBe(at);
                daily.All.Reports.ShouldBe(0);
            }
        });
        whole.CloseBooks(world.Now, world.Model.Cases);
        reports.ShouldBe(whole.All.Reports);
        ended.ShouldBe(whole.All.Rejected + whole.All.ClosedInPeriod);
        (due, closed).ShouldBe((whole.All.CloseDue, whole.All.Closed));
        (finished, lost).ShouldBe((whole.Desks.Sum(desk => desk.Finished), whole.Desks.Sum(desk => desk.Lost)));
        servedMs.ShouldBe(whole.Desks.Sum(desk => desk.ServedJobMs) + whole.Officers.Teams.Sum(team => team.ServedJobMs));
    }

    [Fact]
    public void Who_is_served_and_waits_is_what_the_desks_hold_also_after_work_was_broken_off()
    {
        for (var town = 0; town < Towns.All.Length; town++)
        {
            var (world, ledger, _) = Followed(town);
            RunDays(world, town, _ => { });
            ledger.CloseBooks(world.Now, world.Model.Cases);
            for (var desk = 0; desk < ledger.Desks.Length; desk++)
            {
                (ledger.Desks[desk].Serving, ledger.Desks[desk].Waiting).ShouldBe((world.Model.Desks[desk].Busy, world.Model.Desks[desk].Line.Count));
            }

            var atTasks = world.Model.Officers.ToArray().Count(officer => officer.Facts.Doing is Domain.Officers.Doing.Going or Domain.Officers.Doing.Working);
            ledger.Officers.Teams.Sum(team => team.Serving).ShouldBe(atTasks, Towns.All[town].Name);
        }
    }

    private static (World<DistrictModel> World, Ledger One, Ledger Other) Followed(int town)
    {
        var built = Towns.All[town].Build();
        var world = built.World(17);
        var (one, other) = (new Ledger(built.Plan), new Ledger(built.Plan));
        world.Listen(one);
        world.Listen(other);
        return (world, one, other);
    }

    private static void RunDays(World<DistrictModel> world, int seed, Action<Instant> look)
    {
        var controls = new Controls(world, seed);
        for (var hour = 1; hour <= Days * 24; hour++)
        {
            var at = Instant.Start + Duration.Hours(hour);
            controls.TryAnything(new Instant(at.Milliseconds - 1_000_000), 2);
            world.RunUntil(at);
            look(at);
        }
    }

    private static string[] Figures(Ledger ledger, World<DistrictModel> world)
    {
        ledger.CloseBooks(world.Now, world.Model.Cases);
        return
        [
            .. ledger.ByGroup.Concat(ledger.ByStreet).Append(ledger.All).SelectMany(IndicatorTable.Of).Select(each => $"{each.Id} {each.Text}"),
            .. IndicatorTable.Of(ledger.Officers, world.Model.Officers.Length, Days).Select(each => $"{each.Id} {each.Text}"),
            .. ledger.Desks.Select(desk => $"{desk.Arrived} {desk.Started} {desk.Finished} {desk.Lost} {desk.WaitingJobMs} {desk.ServedJobMs} {desk.DutyMs}"),
        ];
    }
}
