namespace GridGov.Twin.Scenarios.Tests.Drills;

/// <summary>Every mistake is told with file, line, value and what was expected.</summary>
public class BadDrillTests
{
    private const string Burst = "title: {zh: 爆管, en: a burst}";
    private const string Says = "says: {zh: 喂, en: hello}";

    [Theory]
    [InlineData("lasts: 8 d", "it.yaml:7: lasts: a drill lasts a minute at least and a week at most (found '8 d', expected 1 min to 7 d)")]
    [InlineData("pace: fast", "it.yaml:12: pace: the value cannot be read (found 'fast', expected max, or a number from 0.001 to 1000000)")]
    [InlineData("late: 2", "it.yaml:12: late: the number is out of range (found '2', expected a number from 0 to 1)")]
    [InlineData("objectives: {}", "it.yaml:9: objectives: there is none (expected at least one)")]
    [InlineData("scenario: elsewhere.yaml", "elsewhere.yaml: the file cannot be read")]
    public void A_wrong_line_is_found(string line, string finding) => Rejected(line).ShouldHaveSingleItem().ShouldStartWith(finding);

    [Theory]
    [InlineData("role: officer", "it.yaml:8: workflow xintian has no role of this name for a player (found 'officer', expected one of acceptor, dispatcher, shift-leader)")]
    [InlineData("role: aceptor", "it.yaml:8: workflow xintian has no role of this name for a player (found 'aceptor', expected perhaps acceptor)")]
    public void A_role_that_nobody_can_play_is_found(string role, string finding) =>
        Rejected($"players: {{acceptor: {{title: {{zh: 受理, en: a}}, {role}}}, dispatcher: {{title: {{zh: 派遣, en: d}}, role: dispatcher}}}}").ShouldContain(finding);

    [Theory]
    [InlineData("at: 1 min, once: file, " + Says, "it.yaml:10: injects.burst: an inject has one trigger (expected one of at, unless and once, or none)")]
    [InlineData("after: 1 min, " + Says, "it.yaml:10: injects.burst.after: there is nothing it comes after (found '1 min', expected after together with unless or once)")]
    [InlineData("at: 1 min", "it.yaml:10: injects.burst: an inject that does nothing (expected brings, says or both)")]
    [InlineData("at: 2 h, " + Says, "it.yaml:10: the inject falls due after EndEx (found 'burst', expected at less than the 120 min that the drill lasts)")]
    [InlineData("unless: fil, " + Says, "it.yaml:10: no such expected action (found 'fil', expected perhaps file)")]
    [InlineData("unless: file, " + Says, "it.yaml:10: the injects wait for each other (found 'file', expected an action that answers an earlier inject)")]
    [InlineData("to: [leader], " + Says, "it.yaml:10: no such player (found 'leader', expected one of acceptor, dispatcher)")]
    [InlineData("brings: [{kind: E0501.1, where: {street: 9}}]", "it.yaml:10: no street has this name (found '9', expected ")]
    [InlineData("brings: [{kind: E0501*, where: {street: 1}}]", "it.yaml:10: an incident is of one kind (found 'E0501*', expected one filing condition such as E0501.1)")]
    [InlineData("brings: [{kind: E0501.1, where: {street: 1}, by: patrol}]", "it.yaml:10: injects.burst.brings[1].by: an unknown word (found 'patrol', expected one of device, hotline, app, video, centre)")]
    [InlineData("brings: [{kind: E0501.1, where: {street: 1}, by: app, imagined: true}]", "it.yaml:10: injects.burst.brings[1].by: of what is imagined residents call the hotline (found 'app', expected no by)")]
    public void An_inject_that_cannot_be_is_found(string inject, string finding) =>
        Rejected($"injects: {{burst: {{{Burst}, {inject}}}}}").ShouldContain(said => said.StartsWith(finding, StringComparison.Ordinal));

    [Theory]
    [InlineData("inject: bust, does: file, within: 1 h, objective: loop", "it.yaml:11: no such inject (found 'bust', expected perhaps burst)")]
    [InlineData("inject: burst, does: file, within: 1 h, objective: lop", "it.yaml:11: no such objective (found 'lop', expected perhaps loop)")]
    [InlineData("inject: burst, player: leader, does: file, within: 1 h, objective: loop", "it.yaml:11: no such player (found 'leader', expected one of acceptor, dispatcher)")]
    [InlineData("inject: burst, does: shout, within: 1 h, objective: loop", "it.yaml:11: expected.file.does: an unknown word (found 'shout', expected one of ")]
    [InlineData("inject: burst, player: dispatcher, does: file, within: 1 h, objective: loop", "it.yaml:11: nobody can file as dispatcher (found 'file', expected an action that workflow xintian knows)")]
    [InlineData("inject: burst, does: dispatch, to: weather, within: 1 h, objective: loop", "it.yaml:11: no such department (found 'weather', expected ")]
    [InlineData("inject: burst, does: file, to: water, within: 1 h, objective: loop", "it.yaml:11: expected.file.to: nothing else goes to a department (found 'water', expected to together with dispatch or transfer)")]
    [InlineData("inject: burst, does: file, kind: E0501.1, within: 1 h, objective: loop", "it.yaml:11: expected.file.kind: it is known from the inject (found 'E0501.1', expected kind and where together with report)")]
    [InlineData("inject: burst, does: report, where: {street: 1}, within: 1 h, objective: loop", "it.yaml:11: the report is expected in ")]
    [InlineData("inject: burst, does: file, within: 111 min, objective: loop", "it.yaml:11: the drill is over before the time of the action is up (found 'file', expected within at most 110 min of the inject)")]
    public void An_expected_action_that_cannot_be_is_found(string action, string finding) =>
        Rejected($"expected: {{file: {{title: {{zh: 立案, en: file}}, {action}}}}}").ShouldContain(said => said.StartsWith(finding, StringComparison.Ordinal));

    [Fact]
    public void An_inject_that_floods_the_whole_town_is_found()
    {
        using var sketch = new DrillSketch(
            $"injects: {{burst: {{{Burst}, at: 1 min, brings: [{string.Join(", ", Enumerable.Repeat("{kind: E0501.1, where: {share: 1}}", 6))}]}}}}");
        sketch.Rejected().ShouldContain("it.yaml:10: the inject brings 120 incidents (found 'burst', expected at most 100 cells)");
    }

    private static string[] Rejected(string line)
    {
        using var sketch = new DrillSketch(line);
        return sketch.Rejected();
    }
}
