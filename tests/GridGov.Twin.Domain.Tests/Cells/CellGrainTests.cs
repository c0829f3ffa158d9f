using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Tests.Cells;

/// <summary>Reports of a kind within 50 m and a day of the last are one case.</summary>
public class CellGrainTests
{
    private const double DayMinutes = 24 * 60;

    [Fact]
    public void A_first_report_opens_a_case()
    {
        var cell = Cell().When(Report(eastM: 50));
        var opened = cell.Says<ReportAccepted>().Single().Case;
        cell.SendsTo<CaseOpens>().Single().To.ShouldBe(opened);
        cell.Model.Cells[0].Open.Single().Case.ShouldBe(opened);
    }

    [Fact]
    public void The_same_thing_near_by_and_soon_is_joined_to_the_case()
    {
        var cell = Cell().When(Report(eastM: 50));
        var opened = cell.Says<ReportAccepted>().Single().Case;
        cell.Minutes = DayMinutes;
        cell.When(Report(eastM: 100)).Says<ReportMerged>().Single().Case.ShouldBe(opened);
        cell.SendsTo<ReportJoins>().Single().To.ShouldBe(opened);
        (cell.Model.Cells[0].Reports, cell.Model.Cells[0].Merged).ShouldBe((2, 1));
    }

    [Theory]
    [InlineData(Rules.BurstMain, 50, 0, "another kind")]
    [InlineData(Rules.Rubbish, 100.5f, 0, "too far")]
    [InlineData(Rules.Rubbish, 50, DayMinutes + 0.1, "too late")]
    public void Anything_else_is_a_case_of_its_own(int what, float eastM, double minutes, string why)
    {
        var cell = Cell().When(Report(eastM: 50));
        cell.Minutes = minutes;
        cell.When(Report(eastM, what)).Says<ReportAccepted>().Length.ShouldBe(1, why);
    }

    [Fact]
    public void Every_report_joined_lets_the_next_come_a_day_later()
    {
        var cell = Cell();
        for (var day = 0; day < 5; day++)
        {
            cell.Minutes = day * DayMinutes;
            cell.When(Report(eastM: 50));
        }

        cell.Model.Cells[0].Merged.ShouldBe(4);
    }

    [Fact]
    public void Nothing_is_joined_to_a_case_that_has_ended_until_it_is_opened_again()
    {
        var cell = Cell().When(Report(eastM: 50));
        var opened = cell.Says<ReportAccepted>().Single().Case;
        cell.When(new CaseLeaves(opened)).When(Report(eastM: 50));
        var second = cell.Says<ReportAccepted>().Single().Case;
        second.ShouldNotBe(opened);
        cell.When(new CaseLeaves(second)).When(new CaseReopens(opened, new Spot(50, -50), Rules.Rubbish));
        cell.When(Report(eastM: 50)).Says<ReportMerged>().Single().Case.ShouldBe(opened);
    }

    [Fact]
    public void It_remembers_when_an_officer_last_looked()
    {
        var cell = Cell();
        cell.Minutes = 77;
        cell.When(new PatrolVisits(3)).Says<CellPatrolled>().Single().Officer.ShouldBe(3);
        cell.Model.Cells[0].LastPatrol.ShouldBe(cell.Now);
    }

    private static OneGrain Cell() => new(new Town(1, 1), Grain.CellOf(0), begins: false);

    private static ReportArrives Report(float eastM, int what = Rules.Rubbish) =>
        new(new GrainId(Grain.Incident, 1), 1, new Spot(eastM, -50), ushort.MaxValue, 0, (ushort)what, Channel.Hotline, 0);
}
