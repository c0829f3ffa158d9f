using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using GridGov.Twin.Scenarios.Reports;
using GridGov.Twin.Scenarios.Staffing;

namespace GridGov.Twin.Scenarios.Tests.Staffing;

public partial class StaffingReportTests
{
    [Fact]
    public void The_page_leads_with_the_answer_and_holds_every_trial_of_the_search()
    {
        var result = StaffingSketch.Search(StaffingSketch.Lines());
        var page = StaffingReport.Html(result);
        page.ShouldContain(WebUtility.HtmlEncode(StaffingAnswer.Of(result).Zh));
        var data = JsonDocument.Parse(Data().Match(page).Groups[1].Value).RootElement;
        data.GetProperty("trials").GetArrayLength().ShouldBe(result.Trials.Count);
        data.GetProperty("trials")[data.GetProperty("chosen").GetInt32()].GetProperty("cost").GetDouble().ShouldBe(result.Chosen.Cost);
        data.GetProperty("posts")[0].GetProperty("chosen").GetInt32().ShouldBe(result.Chosen.Levels.People[0]);
    }

    [GeneratedRegex("id=\"staffing-data\">(.*?)</script>")]
    private static partial Regex Data();
}
