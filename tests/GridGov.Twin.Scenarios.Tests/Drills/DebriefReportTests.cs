using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Reports;

namespace GridGov.Twin.Scenarios.Tests.Drills;

public class DebriefReportTests
{
    [Fact]
    public void The_page_leads_with_the_points_and_tells_what_people_wrote_without_letting_it_run()
    {
        using var sketch = new DrillSketch();
        var debrief = sketch.Rehearsed(isPlayed: true).Debrief with { Notes = [new DebriefNote(Instant.Start, "<b>Li</b>", "</script><script>alert(1)</script>")] };
        var page = Text(debrief, "report.html");
        page.ShouldContain(WebUtility.HtmlEncode("得分 4 / 4（100%）：预期行动按时完成 2 项，逾时 0 项，未完成 0 项。"));
        page.ShouldContain("4 of 4 points (100 %): 2 of the expected actions done in time, 0 late, 0 not done.");
        page.ShouldNotContain("<script>alert");
        page.ShouldContain("default-src 'none'");
    }

    [Fact]
    public void A_drill_of_which_nothing_has_come_due_says_so()
    {
        using var sketch = new DrillSketch();
        var early = Debrief.Of(sketch.Plan, new ExerciseBook(sketch.Plan.Exercise), _ => null, [], null);
        DebriefReport.AnswerOf(early).En.ShouldBe("Nothing that was expected has come due yet.");
        Json(early)["isOver"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public void The_table_has_a_row_for_every_expected_action_with_who_did_it_and_when()
    {
        using var sketch = new DrillSketch();
        var rows = Text(sketch.Rehearsed(isPlayed: true).Debrief, "actions.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        rows.Length.ShouldBe(3);
        rows[0].ShouldStartWith("expected,title_zh,title_en,inject,player,objective,standing,due,done,actor,judge,case,points,of");
        rows[2].ShouldStartWith("dispatch,派遣,dispatch,burst,dispatcher,loop,met,2025-06-09 10:30:00,2025-06-09 09:");
        rows[2].ShouldEndWith(",3,3");
        rows[2].ShouldContain(",rehearsal,");
    }

    [Fact]
    public void What_programs_read_is_all_of_it()
    {
        using var sketch = new DrillSketch();
        var nobody = sketch.Rehearsed(isPlayed: false);
        var data = Json(nobody.Debrief);
        data["format"]!.GetValue<string>().ShouldBe("gridgov-debrief-1");
        data["hash"]!.GetValue<string>().ShouldBe(nobody.Hash);
        data["injects"]![0]!["cases"]!.AsArray().Count.ShouldBe(1);
        data["actions"]!.AsArray().Select(action => action!["standing"]!.GetValue<string>()).ShouldBe(["missed", "missed"]);
        data["objectives"]![0]!["suggested"]!.GetValue<string>().ShouldBe("unable");
    }

    private static JsonNode Json(Debrief debrief) => JsonNode.Parse(Text(debrief, "debrief.json"))!;

    private static string Text(Debrief debrief, string file) => Encoding.UTF8.GetString(DebriefReport.File(debrief, file));
}
