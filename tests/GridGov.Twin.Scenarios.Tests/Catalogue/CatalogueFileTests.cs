using System.Globalization;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Scenarios.Catalogue;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Tests.Yaml;
using GridGov.Twin.Scenarios.Yaml;
using Xunit.Abstractions;

namespace GridGov.Twin.Scenarios.Tests.Catalogue;

public class CatalogueFileTests(ITestOutputHelper output)
{
    private static CaseCatalogue National => CatalogueFile.Read(ShippedFile.Read("catalogue", "national"));

    [Fact]
    public void The_national_catalogue_has_423_filing_conditions()
    {
        National.Conditions.Length.ShouldBe(423);
        National.Conditions.Count(condition => condition.Class == CaseClass.Component).ShouldBe(279);
        National.Conditions.Count(condition => condition.Class == CaseClass.Event).ShouldBe(144);
        National.Conditions.Select(condition => condition.Index).ShouldBe(Enumerable.Range(0, 423));
        National.Conditions.Select(condition => condition.Key).Distinct().Count().ShouldBe(423);
    }

    [Fact]
    public void Keys_count_the_conditions_of_a_kind()
    {
        var sunkLid = National.Conditions.Single(condition => condition.Key == "C0101.2");
        (sunkLid.SmallZh, sunkLid.SmallEn, sunkLid.Limit).ShouldBe(("上水井盖", "water-supply manhole", new Limit(4, LimitUnit.WorkingHour)));
        National.Conditions.Single(condition => condition.Key == "E0110.1").SmallEn.ShouldBe("exposed household rubbish");
    }

    [Fact]
    public void Every_kind_has_an_English_name_of_its_own()
    {
        var names = National.Conditions.Select(condition => (Key: condition.Key[..5], condition.SmallEn)).Distinct().ToArray();
        names.Length.ShouldBe(66 + 98);
        names.Select(kind => kind.SmallEn).Distinct().Count().ShouldBe(names.Length);
    }

    [Fact]
    public void It_equals_the_published_table_row_by_row()
    {
        if (Tree.RealData("standards_limits.csv") is not { } path)
        {
            output.WriteLine("not compared: ../shared/data is not here");
            return;
        }

        var published = File.ReadLines(path).Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
        National.Conditions.Select(Row).ShouldBe(published);
    }

    [Fact]
    public void Mistakes_are_found_with_line_value_and_what_was_expected() =>
        Reading.Rejected(() => CatalogueFile.Read(Reading.Parse(
            "catalogue: mine",
            "title: {zh: 目录, en: mine}",
            "components:",
            "  - {code: \"1\", zh: 甲, en: a, kinds: []}",
            "events:",
            "  - code: \"01\"",
            "    zh: 乙",
            "    en: b",
            "    kinds:",
            "      - {code: \"01\", zh: 丙, en: c, limits: [2uh, 4 h]}",
            "      - {code: \"01\", zh: 丁, en: d, limits: []}",
            "      - {code: \"02\", zh: 戊, limits: [1wd], lokal: true}"))).ShouldBe(
        [
            "f.yaml:4: components[1].code: the value cannot be read (found '1', expected two digits in quotes, such as \"01\")",
            "f.yaml:10: events[1].kinds[1].limits[2]: the value cannot be read (found '4 h', expected a count and a unit (um, uh, ud, wm, wh, wd, nd), such as 4wh for four working hours)",
            "f.yaml:11: events[1].kinds[2].code: E0101 stands on line 10 already (found '01', expected each code once)",
            "f.yaml:11: events[1].kinds[2].limits: a kind without a filing condition (expected at least one limit, such as [2uh, 4wh])",
            "f.yaml:12: events[1].kinds[3]: unknown key (found 'lokal', expected perhaps local)",
            "f.yaml:12: events[1].kinds[3]: the key en is missing (expected the key en)",
        ]);

    [Theory]
    [InlineData("*", 423)]
    [InlineData("C*", 279)]
    [InlineData("E0110.1", 1)]
    [InlineData("C0137*", 6)]
    [InlineData("E0110", 0)]
    public void Patterns_name_kinds(string pattern, int count) => KindPattern.Find(National, pattern).Length.ShouldBe(count);

    private static string Row(FilingCondition condition)
    {
        var unit = QuantityReading.LimitUnits.Single(pair => pair.Value == condition.Limit.Unit).Key;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(condition.Class == CaseClass.Component ? "component" : "event")},{condition.BigCode},{condition.BigZh},{condition.SmallCode},{condition.SmallZh},{condition.Row},{condition.Limit.Count},{unit},{(condition.IsLocal ? "local" : "base")}");
    }
}
