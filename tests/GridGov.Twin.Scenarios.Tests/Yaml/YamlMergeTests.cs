using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Tests.Yaml;

public class YamlMergeTests
{
    [Fact]
    public void Mappings_join_and_everything_else_is_replaced()
    {
        var below = YamlFile.Parse("below.yaml", "a: {x: 1, y: 2}\nb: [1, 2]\nc: 3\n");
        var above = YamlFile.Parse("above.yaml", "d: 4\na: {y: 5, z: 6}\nb: [7]\n");
        Written(YamlMerge.Over(below, above, DistributionReading.IsDistribution)).ShouldBe("{a: {x: 1, y: 5, z: 6}, b: [7], c: 3, d: 4}");
    }

    [Fact]
    public void Nothing_takes_a_key_away()
    {
        var below = YamlFile.Parse("below.yaml", "a: {x: 1, y: 2}\nb: 3\n");
        var above = YamlFile.Parse("above.yaml", "a: {x: ~}\nb: ~\n");
        Written(YamlMerge.Over(below, above, DistributionReading.IsDistribution)).ShouldBe("{a: {y: 2}}");
    }

    [Fact]
    public void A_distribution_replaces_a_distribution()
    {
        var below = YamlFile.Parse("below.yaml", "work: {lognormal: {mean: 2 h, cv: 1}}\n");
        var above = YamlFile.Parse("above.yaml", "work: {exponential: {mean: 1 h}}\n");
        Written(YamlMerge.Over(below, above, DistributionReading.IsDistribution)).ShouldBe("{work: {exponential: {mean: 1 h}}}");
    }

    [Fact]
    public void Values_keep_the_file_they_came_from()
    {
        var merged = (YamlMap)YamlMerge.Over(YamlFile.Parse("below.yaml", "a: 1\nb: 2\n"), YamlFile.Parse("above.yaml", "\nb: 3\n"), DistributionReading.IsDistribution);
        merged.Entries.Select(entry => entry.Value.Mark).ShouldBe([new Mark("below.yaml", 1), new Mark("above.yaml", 2)]);
    }

    private static string Written(YamlNode node) => node switch
    {
        YamlText text => text.Text,
        YamlList list => $"[{string.Join(", ", list.Items.Select(Written))}]",
        YamlMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Written(entry.Value)}"))}}}",
        _ => "?",
    };
}
