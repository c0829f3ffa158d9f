namespace GridGov.Twin.Scenarios.Tests.Staffing;

/// <summary>Every mistake is told with file, line, value and what was expected. The sketch's own lines end with line 4.</summary>
public class BadStaffingTests
{
    [Fact]
    public void The_sketch_itself_is_right()
    {
        using var sketch = new StaffingSketch(StaffingSketch.Lines());
        sketch.Plan.Posts.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("replications: 0", "it.yaml:8: replications: the number is out of range (found '0', expected a whole number from 2 to 10000)")]
    [InlineData("replications: {least: 9, most: 3}", "it.yaml:8: replications.most: the most replications are fewer than the least (found '3', expected at least 9)")]
    [InlineData("confidence: 95", "it.yaml:8: confidence: the number is out of range (found '95', expected a number from 0.5 to 0.999)")]
    [InlineData("budget: 4199", "it.yaml:8: the budget does not pay for the fewest people (found '4199', expected at least 4200, what the fewest people of all posts cost in a week)")]
    [InlineData("fairness: {teams: 0.2}", "it.yaml:8: the scenario has no team-utilisation-spread (found '0.2', expected a scenario with several streets or teams)")]
    [InlineData("fairness: {utilization: 0.2}", "it.yaml:8: fairness: unknown key (found 'utilization', expected perhaps utilisation)")]
    public void A_wrong_line_is_found(string line, string finding) =>
        StaffingSketch.Rejected(StaffingSketch.Targets, StaffingSketch.Posts, StaffingSketch.Rest, line).ShouldHaveSingleItem().ShouldBe(finding);

    [Theory]
    [InlineData("targets: {}", "it.yaml:5: targets: there is nothing to reach (expected at least one target)")]
    [InlineData("targets: {wait.hotlin: {at-most: 5 min}}", "it.yaml:5: no such measure in the scenario (found 'wait.hotlin', expected perhaps wait.hotline)")]
    [InlineData("targets: {wait.hotline: {at-most: 5}}", "it.yaml:5: the value does not fit wait.hotline (found '5', expected a length of time with its unit, such as 5 min)")]
    [InlineData("targets: {closing-rate: {at-least: 95}}", "it.yaml:5: the value does not fit closing-rate (found '95', expected a share from 0 to 1)")]
    [InlineData("targets: {closing-rate: {at-least: 0.9, at-most: 1}}", "it.yaml:5: targets.closing-rate: a target has one bound (expected either at-least or at-most)")]
    public void A_wrong_target_is_found(string line, string finding) =>
        StaffingSketch.Rejected(line, StaffingSketch.Posts, StaffingSketch.Rest).ShouldHaveSingleItem().ShouldBe(finding);

    [Theory]
    [InlineData("posts: {}", "it.yaml:5: posts: nothing may change (expected at least one post)")]
    [InlineData("posts: {desks: {hotline: {all-day: {min: 9, max: 3, cost: 1}}}}", "it.yaml:5: posts.desks.hotline.all-day.max: the most people are fewer than the fewest (found '3', expected at least the min of 9)")]
    [InlineData("posts: {desks: {hotlin: {all-day: {min: 1, max: 3, cost: 1}}}}", "it.yaml:5: the scenario has no desk of this name, or nobody works there (found 'hotlin', expected perhaps hotline)")]
    [InlineData("posts: {desks: {hotline: {night: {min: 1, max: 3, cost: 1}}}}", "it.yaml:5: hotline has no such shift or group (found 'night', expected one of all-day)")]
    [InlineData("posts: {officers: {early: {min: 1, max: 3, cost: 1}}}", "it.yaml:5: the scenario has no officers (found 'early', expected a scenario with officers)")]
    public void A_post_that_cannot_be_is_found(string line, string finding) =>
        StaffingSketch.Rejected(line, StaffingSketch.Targets, StaffingSketch.Rest).ShouldHaveSingleItem().ShouldBe(finding);

    [Theory]
    [InlineData("rest: {longest-shift: 12 h}", "is longer than rest.longest-shift allows")]
    [InlineData("rest: {longest-shift: 24 h}", "until the next")]
    public void A_shift_that_breaks_the_limits_of_rest_is_found(string line, string message) =>
        StaffingSketch.Rejected(StaffingSketch.Targets, StaffingSketch.Posts, line).ShouldHaveSingleItem().ShouldContain(message);
}
