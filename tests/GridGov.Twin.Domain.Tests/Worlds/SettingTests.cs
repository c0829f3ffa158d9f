using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Tests.Build;

namespace GridGov.Twin.Domain.Tests.Worlds;

public class SettingTests
{
    [Fact]
    public void A_beat_that_reaches_into_another_teams_cells_names_nobody_of_that_team()
    {
        // A second street with a team of its own; the first team's third officer walks into its cell.
        var town = new Town(3, 1).Officer([0]).Officer([1]).Officer([0, 2]).Change(plan => plan with
        {
            City = plan.City with
            {
                Org =
                [
                    .. plan.City.Org, new OrgUnit(3, "370200002", "Other street", Level.Street, 0),
                    new OrgUnit(4, "370200002001", "Other community", Level.Community, 3),
                ],
                Cells = [plan.City.Cells[0], plan.City.Cells[1], plan.City.Cells[2] with { Community = 4 }],
            },
            Teams = [plan.Teams[0], new TeamPlan(1, "other team", 3, DispatchPolicy.OwnCell, [])],
        });
        var setting = town.Setting;
        setting.TeamOf(2).ShouldBe(1);
        setting.BeatMemberOf(2).ShouldBe(-1);
        setting.BeatMemberOf(0).ShouldBe(2);
    }
}
