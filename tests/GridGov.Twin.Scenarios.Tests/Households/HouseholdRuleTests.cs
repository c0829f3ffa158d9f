using GridGov.Twin.Domain.City;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Households;

namespace GridGov.Twin.Scenarios.Tests.Households;

public class HouseholdRuleTests
{
    [Fact]
    public void Ninety_square_metres_of_home_hold_one_household_of_two_point_six_people()
    {
        var chance = ChanceStream.For(1, 0UL, 1);
        int households = 0, residents = 0, alone = 0, care = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var count = HouseholdRule.For(700, 6, LandUse.Housing, new NeedRates(0.05, 0.02), ref chance);
            households += count.Households;
            residents += count.Residents;
            alone += count.Needs.ElderlyAlone;
            care += count.Needs.DisabilityCare;
        }

        (households / 4_000.0).ShouldBe(700 * 6 / 90.0, 0.05);
        (residents / (double)households).ShouldBe(2.6, 0.02);
        (alone / (double)households).ShouldBe(0.05, 0.002);
        (care / (double)households).ShouldBe(0.02, 0.002);
    }

    [Theory]
    [InlineData(LandUse.Offices, 20)]
    [InlineData(LandUse.Works, 1)]
    [InlineData(LandUse.Civic, 5)]
    [InlineData(LandUse.Landmark, 60)]
    [InlineData(LandUse.Shops, 1)]
    [InlineData(LandUse.Shops, 12)]
    public void Nobody_lives_in_works_offices_halls_or_department_stores(LandUse use, int floors)
    {
        var chance = ChanceStream.For(1, 0UL, 1);

        HouseholdRule.For(2_000, floors, use, ref chance).Households.ShouldBe(0);
    }

    [Fact]
    public void Above_a_shop_people_live_on_the_upper_floors()
    {
        var chance = ChanceStream.For(1, 0UL, 1);

        HouseholdRule.For(90, 4, LandUse.Shops, ref chance).Households.ShouldBe(3);
    }

    [Fact]
    public void A_caller_keeps_the_same_chinese_name_and_others_differ()
    {
        SyntheticNames.CallerOf(7, 3, 2).ShouldBe(SyntheticNames.CallerOf(7, 3, 2));
        var names = Enumerable.Range(0, 50).Select(household => SyntheticNames.CallerOf(7, 3, household)).ToArray();
        names.Distinct().Count().ShouldBeGreaterThan(30);
        names.ShouldAllBe(name => name.Length >= 2 && name.Length <= 5 && name.All(letter => letter >= '\u4e00'));
    }
}
