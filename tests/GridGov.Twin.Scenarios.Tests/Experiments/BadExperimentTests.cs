using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Tests.Experiments;

/// <summary>Every mistake is told with file, line, value and what was expected. The sketch's own lines end with line 6.</summary>
public class BadExperimentTests
{
    private const string One = "variants: {few: {title: {zh: 少, en: few}}}";

    [Theory]
    [InlineData("replications: 0", "it.yaml:5: replications: the number is out of range (found '0', expected a whole number from 2 to 10000)")]
    [InlineData("replications: {least: 9, most: 3}", "it.yaml:5: replications.most: the most replications are fewer than the least (found '3', expected at least 9)")]
    [InlineData("replications: {until-chosen: true}", "it.yaml:5: replications: until-chosen needs decide.matters (expected decide with a difference that matters)")]
    [InlineData("replications: {batches: 30, most: 4}", "it.yaml:5: replications.most: batches cut one long replication, so nothing else stops it (found '4', expected batches alone)")]
    [InlineData("replications: {half-widths: {on-time: 0.01}}", "it.yaml:5: no such measure in any variant (found 'on-time', expected ")]
    public void A_stop_rule_that_cannot_be_is_found(string line, string finding) => Rejected(line, One).ShouldHaveSingleItem().ShouldStartWith(finding);

    [Theory]
    [InlineData("measures: [on-time-closing-rat]", "it.yaml:7: no such measure in any variant (found 'on-time-closing-rat', expected perhaps on-time-closing-rate)")]
    [InlineData("decide: {by: utilisation.hotlin, better: higher}", "it.yaml:7: no such measure in any variant (found 'utilisation.hotlin', expected perhaps utilisation.hotline)")]
    [InlineData("decide: {by: backlog, better: more}", "it.yaml:7: decide.better: an unknown word (found 'more', expected one of higher, lower)")]
    [InlineData("confidence: 95", "it.yaml:7: confidence: the number is out of range (found '95', expected a number from 0.5 to 0.999)")]
    [InlineData("with: {desks: {aceptor: {staff: [{hours: \"08:00-20:00\", people: 1}]}}}", "it.yaml:7: workflow xintian has no desk role of this name (found 'aceptor', expected perhaps acceptor)")]
    [InlineData("with: [days]", "it.yaml:7: with: a mapping is expected here (expected keys and values)")]
    public void A_wrong_line_is_found(string line, string finding) => Rejected("replications: 3", One, line).ShouldHaveSingleItem().ShouldStartWith(finding);

    [Fact]
    public void A_variant_that_names_a_missing_role_is_found_where_it_says_so() =>
        Rejected("replications: 3", "variants:", "  few: {title: {zh: 少, en: few}}", "  more: {title: {zh: 多, en: more}, with: {desks: {nobody: {staff: [{hours: \"08:00-20:00\", people: 1}]}}}}")
            .ShouldHaveSingleItem().ShouldStartWith("it.yaml:8: workflow xintian has no desk role of this name (found 'nobody'");

    [Fact]
    public void A_variant_without_a_scenario_that_is_there_is_found() =>
        Rejected("replications: 3", "variants: {few: {title: {zh: 少, en: few}, scenario: city/scenario.yaml}}").ShouldHaveSingleItem().ShouldContain("the file cannot be read");

    [Fact]
    public void No_variants_are_no_experiment() => Rejected("replications: 3", "variants: {}").ShouldContain(finding => finding.Contains("there are 0"));

    [Fact]
    public void Runs_too_short_for_a_warm_up_to_be_found_are_told()
    {
        using var sketch = ExperimentSketch.Of("replications: 3", One, "warm-up: auto");
        Should.Throw<InputRejectedException>(() => sketch.Result()).Message.ShouldContain("too short to find a warm-up in");
    }

    private static string[] Rejected(params string[] lines)
    {
        using var sketch = ExperimentSketch.Of(lines);
        return sketch.Rejected();
    }
}
