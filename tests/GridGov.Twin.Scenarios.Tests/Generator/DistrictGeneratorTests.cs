using System.Xml.Linq;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Scenarios.Generator;

namespace GridGov.Twin.Scenarios.Tests.Generator;

public class DistrictGeneratorTests
{
    public static TheoryData<int> Plans => [.. Enumerable.Range(0, Districts.Several.Length)];

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_same_plan_gives_the_same_district_and_another_seed_another(int plan)
    {
        var asked = Districts.Several[plan];
        var first = Districts.HashOf(Districts.Of(plan));

        Districts.HashOf(DistrictGenerator.Generate(asked with { })).ShouldBe(first);
        Districts.HashOf(DistrictGenerator.Generate(asked with { Seed = asked.Seed + 1_000 })).ShouldNotBe(first);
    }

    [Fact]
    public void Fifty_seeds_of_small_districts_are_all_whole()
    {
        for (var seed = 100UL; seed < 150; seed++)
        {
            var plan = Districts.Plan(20 + (int)(seed * 7 % 140), seed) with { River = seed % 4 != 0 };
            var city = DistrictGenerator.Generate(plan);
            city.Cells.Length.ShouldBe(plan.Cells, Districts.Names(plan));
            Should.NotThrow(() => new Travel(city), Districts.Names(plan));
            Shapes.Of(city.Boundary).IsValid.ShouldBeTrue(Districts.Names(plan));
        }
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_cell_can_be_travelled_to_from_a_node_on_or_near_its_edge(int plan)
    {
        var city = Districts.Of(plan);
        var travel = new Travel(city);

        foreach (var cell in city.Cells)
        {
            Shapes.Of(cell.Outline).Distance(Shapes.Of(city.Streets.Nodes[cell.Node])).ShouldBeLessThan(60, Districts.Names(Districts.Several[plan]));
            travel.Metres(city.Cells[0].Node, cell.Node).ShouldBeGreaterThanOrEqualTo(
                (int)city.Streets.Nodes[city.Cells[0].Node].MetresTo(city.Streets.Nodes[cell.Node]));
        }
    }

    [Fact]
    public void Homes_hold_about_the_people_their_floors_allow()
    {
        var city = DistrictGenerator.Generate(Districts.Plan(420, 3));
        var households = city.Buildings.Sum(building => building.Households);

        (households / (double)city.Cells.Length).ShouldBeInRange(40, 160);
        (city.Buildings.Sum(building => building.Residents) / (double)households).ShouldBe(2.6, 0.05);
        city.Buildings.Where(building => building.Use == LandUse.Works).ShouldAllBe(building => building.Households == 0);
    }

    [Fact]
    public void A_faulty_plan_is_refused_with_every_fault_named()
    {
        var plan = Districts.Plan(12, 1) with { DivisionCode = "12a", Density = 9, Shares = LandShares.Usual with { Mixed = -0.1 } };
        var message = Should.Throw<ArgumentException>(() => DistrictGenerator.Generate(plan)).Message;

        message.ShouldContain("cells is 12; expected a number from 20 to 16000");
        message.ShouldContain("divisionCode is 12a; expected six digits");
        message.ShouldContain("density is 9; expected 0.5 to 1.5");
        message.ShouldContain("share of Mixed is -0.1; expected 0 to 1");
        message.ShouldContain("sum of shares");
    }

    [Fact]
    public void The_picture_is_well_formed_and_draws_every_building()
    {
        var city = DistrictGenerator.Generate(Districts.Plan(60, 5) with { Name = "甲 & 乙 <区>" });
        using var written = new StringWriter();
        DistrictPicture.Write(city, written);

        var svg = XDocument.Parse(written.ToString());
        svg.Descendants().Count(element => element.Name.LocalName == "path").ShouldBeGreaterThan(city.Buildings.Length + city.Cells.Length);
    }
}
