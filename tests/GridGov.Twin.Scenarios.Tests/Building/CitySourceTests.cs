using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.CityFiles;

namespace GridGov.Twin.Scenarios.Tests.Building;

public class CitySourceTests
{
    [Fact]
    public void A_city_is_read_from_a_folder_beside_the_scenario()
    {
        var generated = ScenarioSketch.Build(ScenarioSketch.Lines()).Plan;
        string[] lines = [.. ScenarioSketch.Lines()[..7], "  folder: city", .. ScenarioSketch.Lines()[8..]];
        var read = ScenarioSketch.In(lines, folder =>
        {
            CityFolder.Write(generated.City, Path.Combine(folder, "city"));
            return ScenarioBuilder.Load(folder).Plan;
        });
        read.City.Cells.Select(cell => cell.Code).ShouldBe(generated.City.Cells.Select(cell => cell.Code));
        read.Officers.SelectMany(officer => officer.Beat).Order().ShouldBe(Enumerable.Range(0, 20));
    }

    [Theory]
    [InlineData("  folder: nowhere", "nowhere")]
    [InlineData("  {}", "scenario.yaml:8: city: the city comes from nowhere (expected either generate or folder)")]
    [InlineData("  generate: {name: x, division-code: \"3702\", cells: 20}", "scenario.yaml:8: city.generate: district divisionCode is 3702; expected six digits")]
    [InlineData("  generate: {name: x, division-code: \"370282\", cells: 7}", "scenario.yaml:8: city.generate.cells: the number is out of range (found '7', expected a whole number from 20 to 16000)")]
    [InlineData("  generate: {name: x, division-code: \"370282\", cells: 20, land: {village: 0.5}}", "scenario.yaml:8: city.generate.land: the shares of land sum to 0.5 (expected shares that sum to 1)")]
    public void A_city_that_cannot_be_is_found(string line, string finding) =>
        ScenarioSketch.Rejected([.. ScenarioSketch.Lines()[..7], line, .. ScenarioSketch.Lines()[8..]])[0].ShouldContain(finding);

    [Fact]
    public void Incidents_need_a_city() =>
        ScenarioSketch.Rejected([.. ScenarioSketch.Lines()[..6], "officers: ~"]).ShouldContain(finding =>
            finding.EndsWith("incidents need cells to happen in (expected a city)", StringComparison.Ordinal));
}
