namespace GridGov.Twin.Scenarios.Tests.Building;

/// <summary>Every mistake is told with file, line, value and what was expected. The sketch's own lines end with line 9.</summary>
public class BadScenarioTests
{
    [Fact]
    public void The_sketch_itself_is_right() => ScenarioSketch.Build(ScenarioSketch.Lines()).Plan.Officers.Length.ShouldBe(6);

    [Fact]
    public void A_misspelt_and_a_missing_key_are_found_together() =>
        ScenarioSketch.Rejected("extends: defaults", "scenario: x", "tilte: {zh: 试, en: x}", "starts: 2025-06-09", "seed: 1").ShouldBe(
        [
            "scenario.yaml:3: unknown key (found 'tilte', expected perhaps title)",
            "scenario.yaml:1: the key title is missing (expected the key title)",
            "scenario.yaml:1: the key days is missing (expected the key days)",
        ]);

    [Theory]
    [InlineData("demand: {incidents-per-day: -5}", "scenario.yaml:10: demand.incidents-per-day: the number must not be negative (found '-5', expected a number from 0 to 10000000)")]
    [InlineData("kinds: {\"E01*\": {calls: -1 per hour}}", "scenario.yaml:10: kinds.E01*.calls: the value cannot be read (found '-1 per hour', expected a rate such as 12 per hour (per second, minute, hour or day), not negative)")]
    [InlineData("kinds: {\"E01*\": {handling: {constant: 5 minutes}}}", "scenario.yaml:10: kinds.E01*.handling.constant: the value cannot be read (found '5 minutes', expected a length of time with its unit: ms, s, min, h or d, such as 15 min)")]
    [InlineData("warm-up: 2 d", "scenario.yaml:10: warm-up: the run ends before anything is counted (found '2 d', expected less than the days of the run)")]
    [InlineData("pace: fast", "scenario.yaml:10: pace: the value cannot be read (found 'fast', expected max, or a number from 0.001 to 1000000)")]
    [InlineData("calls: {x: {rate: 3 per week, desk: hotline, work: {constant: 1 s}}}", "scenario.yaml:10: calls.x.rate: the value cannot be read (found '3 per week', expected a rate such as 12 per hour (per second, minute, hour or day), not negative)")]
    [InlineData("devices: {notices: 1.5}", "scenario.yaml:10: devices.notices: the number is out of range (found '1.5', expected a number from 0 to 1)")]
    [InlineData("climate: {rain: [1, 2]}", "scenario.yaml:10: climate.rain: there are 2 (expected 12 numbers)")]
    [InlineData("conduct: {handling: {chances: {retrun: 0.1}}}", "scenario.yaml:10: conduct.handling.chances: an unknown action (found 'retrun', expected perhaps return)")]
    [InlineData("conduct: {handling: {chances: {return: 0.9, suspend: 0.9}}}", "scenario.yaml:10: conduct.handling.chances: the chances sum to 1.814 (expected chances that sum to at most 1)")]
    [InlineData("desks: {acceptor: {staff: []}}", "scenario.yaml:10: desks.acceptor.staff: nobody would ever be on duty (expected at least one shift)")]
    [InlineData("hotline: {patience: short}", "scenario.yaml:10: hotline.patience: an unknown word (found 'short', expected a distribution, or endless)")]
    [InlineData("calendar: {hours: [\"13:00-08:00\"]}", "scenario.yaml:10: calendar.hours[1]: working hours cannot pass midnight (found '13:00-08:00', expected a window that ends by 24:00)")]
    [InlineData("calendar: {hours: [\"08:00-12:00\", \"11:00-18:00\"]}", "scenario.yaml:10: calendar.hours[2]: two working windows overlap (found '11:00-18:00', expected a window that begins when the one before has ended, at 12:00 or later)")]
    [InlineData("calendar: {holidays-of: china-2052}", "scenario.yaml:10: calendar.holidays-of: nothing of this name ships (found 'china-2052', expected perhaps china-2025, or the path of a .yaml file)")]
    [InlineData("workflow: xintain", "scenario.yaml:10: workflow: nothing of this name ships (found 'xintain', expected perhaps xintian, or the path of a .yaml file)")]
    [InlineData("catalogue: my.yaml", "scenario.yaml:10: catalogue: the file is not there (found 'my.yaml', expected an existing file")]
    public void A_wrong_value_says_what_was_expected(string line, string finding) =>
        ScenarioSketch.Rejected(ScenarioSketch.Lines(line)).ShouldHaveSingleItem().ShouldStartWith(finding);

    [Theory]
    [InlineData("kinds: {\"E77*\": {frequency: 1}}", "scenario.yaml:10: an unknown kind (found 'E77*', expected a kind of the catalogue such as E0110.1, or the beginning of some such as E01*)")]
    [InlineData("kinds: {\"E01*\": {rhythm: nights}}", "scenario.yaml:10: an unknown rhythm (found 'nights', expected perhaps night)")]
    [InlineData("departments: {water: {kinds: [E0110.9]}}", "scenario.yaml:10: an unknown kind (found 'E0110.9', expected a kind of the catalogue, perhaps E0110.1)")]
    [InlineData("desks: {aceptor: {staff: [{hours: \"08:00-20:00\", people: 1}]}}", "scenario.yaml:10: workflow xintian has no desk role of this name (found 'aceptor', expected perhaps acceptor)")]
    [InlineData("desks: {dispatcher: ~}", "scenario.yaml: a role of workflow xintian has no desk (found 'dispatcher', expected desks.dispatcher)")]
    [InlineData("calls: {x: {rate: 3 per hour, desk: helpdesk, work: {constant: 1 s}}}", "scenario.yaml:10: an unknown desk (found 'helpdesk'")]
    [InlineData("surges: [{name: late, day: 3, from: \"08:00\", lasts: 1 h, factor: 2}]", "scenario.yaml:10: the surge begins after the run's end (found 'late', expected a day from 1 to 2)")]
    [InlineData("surges: [{name: s, day: 1, from: \"08:00\", lasts: 1 h, factor: 2, where: {street: 9}}]", "scenario.yaml:10: no street has this name (found '9'")]
    [InlineData("surges: [{name: s, day: 1, from: \"08:00\", lasts: 1 h, factor: 2, where: {cells: [\"370282001001999\"]}}]", "scenario.yaml:10: no cell has this code (found '370282001001999', expected a 15-digit code from ")]
    [InlineData("script: [{day: 1, at: \"08:00\", kind: \"E05*\", where: {street: 1}}]", "scenario.yaml:10: an incident is of one kind (found 'E05*', expected one filing condition such as E0501.1)")]
    [InlineData("demand: {mix: {\"E01*\": 0.5}}", "scenario.yaml:10: the shares of the mix do not sum to 1 (found '1.018', expected 1)")]
    [InlineData("workflow: jimo", "scenario.yaml: a role of workflow jimo has no desk (found 'town-acceptor', expected desks.town-acceptor)")]
    public void A_name_or_number_that_does_not_fit_is_found(string line, string finding) =>
        ScenarioSketch.Rejected(ScenarioSketch.Lines(line)).ShouldContain(found => found.StartsWith(finding, StringComparison.Ordinal));

    [Fact]
    public void An_unknown_policy_is_found() =>
        ScenarioSketch.Rejected([.. ScenarioSketch.Lines()[..8], "officers: {count: 6, policy: nearest}"]).ShouldBe(
            ["scenario.yaml:9: officers.policy: an unknown word (found 'nearest', expected perhaps nearest-free)"]);

    [Fact]
    public void A_workflow_that_needs_officers_has_some() =>
        ScenarioSketch.Rejected([.. ScenarioSketch.Lines()[..8], "officers: {count: 0}"]).ShouldBe(
            ["scenario.yaml:9: workflow xintian needs officers (found '0', expected officers.count of at least 1)"]);

    [Fact]
    public void An_officer_with_no_cell_is_found() =>
        ScenarioSketch.Rejected([.. ScenarioSketch.Lines()[..8], "officers: {count: 41, teams: district}"]).ShouldHaveSingleItem()
            .ShouldContain("an officer with no cell: 41 officers for 20 cells");

    [Fact]
    public void Cells_without_an_officer_are_found() =>
        ScenarioSketch.Rejected([.. ScenarioSketch.Lines()[..8], "officers: {count: 1}"]).ShouldHaveSingleItem()
            .ShouldContain("has no officer of this group");

    [Fact]
    public void Groups_whose_shares_do_not_sum_to_1_are_found() =>
        ScenarioSketch.Rejected(
            [.. ScenarioSketch.Lines()[..8], "officers:", "  count: 6", "  groups: {night: {share: 0.5, shifts: [{hours: \"20:00-08:00\"}]}}"]).ShouldBe(
            ["scenario.yaml:11: officers.groups: the groups' shares sum to 1.5 (expected shares that sum to 1)"]);

    [Fact]
    public void A_kind_without_a_department_is_found() =>
        ScenarioSketch.Rejected(ScenarioSketch.Lines("departments: {city-management: {kinds: []}}")).ShouldHaveSingleItem()
            .ShouldStartWith("scenario.yaml: no department handles ");

    [Fact]
    public void Two_lines_of_the_mix_cannot_name_one_kind() =>
        ScenarioSketch.Rejected(ScenarioSketch.Lines("demand: {mix: {\"E0110*\": 0}}")).ShouldBe(
            ["scenario.yaml:10: two lines of the mix name the same kind (found 'E0110*', expected kinds that E01* does not name)"]);

    [Fact]
    public void Files_that_extend_each_other_are_found() =>
        ScenarioSketch.Rejected("extends: scenario.yaml", "scenario: x").ShouldBe(
            ["scenario.yaml:1: extends: the file extends itself (found 'scenario.yaml', expected files that do not extend each other in a circle)"]);

    [Fact]
    public void A_mistake_in_an_extended_file_names_that_file()
    {
        var findings = ScenarioSketch.In(ScenarioSketch.Lines(), folder =>
        {
            File.WriteAllLines(Path.Combine(folder, "mine.yaml"), ["extends: defaults", "devices:", "  notices: often"]);
            File.WriteAllLines(Path.Combine(folder, "scenario.yaml"), ["extends: mine.yaml", .. ScenarioSketch.Lines()[1..]]);
            return Yaml.Reading.Rejected(() => Scenarios.Building.ScenarioBuilder.Load(folder));
        });
        findings.ShouldHaveSingleItem().ShouldContain("mine.yaml:3: devices.notices: the value cannot be read (found 'often'");
    }

    [Fact]
    public void A_workflow_with_a_dead_end_is_rejected_with_a_trace()
    {
        var findings = ScenarioSketch.In(ScenarioSketch.Lines("workflow: mine.yaml"), folder =>
        {
            File.WriteAllLines(Path.Combine(folder, "mine.yaml"),
            [
                "workflow: mine",
                "title: {zh: 我的, en: mine}",
                "roles: {clerk: {zh: 员, en: clerk, performer: desk, level: district}}",
                "states:",
                "  open: {zh: 开, en: open, stage: filing, level: district, role: clerk, moves: [{does: file, by: clerk, to: stuck}, {does: reject, by: clerk, to: rejected}]}",
                "  stuck: {zh: 卡, en: stuck, stage: handling, level: district}",
                "  rejected: {zh: 拒, en: rejected, stage: ended, level: district}",
            ]);
            return Yaml.Reading.Rejected(() => Scenarios.Building.ScenarioBuilder.Load(folder));
        });
        findings.ShouldContain(finding => finding.Contains("mine.yaml:6: unsound workflow", StringComparison.Ordinal)
            && finding.Contains("open –file→ stuck", StringComparison.Ordinal));
    }
}
