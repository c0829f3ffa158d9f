using System.Text.Json;
using System.Text.RegularExpressions;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Reports;
using GridGov.Twin.Scenarios.Tests.Experiments;

namespace GridGov.Twin.Scenarios.Tests.Reports;

public partial class ExperimentReportTests
{
    private const string Decide = "decide: {by: discovery-rate, better: higher, matters: 0.01, target: 0.9}";

    [Fact]
    public void The_page_leads_with_the_answer_in_both_languages()
    {
        using var sketch = new ExperimentSketch(Decide);
        var result = sketch.Result();
        var (page, answer) = (ExperimentReport.Html(result), Answer.Of(result));
        var lead = Heading().Match(page).Groups[1].Value;
        System.Net.WebUtility.HtmlDecode(lead).ShouldBe($"<span lang=\"zh\">{answer.Zh}</span><span lang=\"en\">{answer.En}</span>");
    }

    [Fact]
    public void The_page_points_at_nothing_outside_itself()
    {
        using var sketch = new ExperimentSketch(Decide);
        var page = ExperimentReport.Html(sketch.Result());
        page.ShouldContain("default-src 'none'");
        Outside().Matches(page).ShouldBeEmpty();

        // What is left are namespaces of XML and the notices of licences, which nothing fetches.
        var addresses = Addresses().Matches(page).Select(match => new Uri(match.Value).Host).Distinct();
        addresses.ShouldBeSubsetOf(["www.w3.org", "www.apache.org", "github.com"]);
    }

    [Fact]
    public void What_a_title_says_cannot_become_a_part_of_the_page()
    {
        const string nasty = "</script><script>alert(1)</script>{{policy}}";
        using var sketch = ExperimentSketch.Of("replications: 2", $"variants: {{few: {{title: {{zh: \"{nasty}\", en: \"{nasty}\"}}}}}}");
        var page = ExperimentReport.Html(sketch.Result());
        page.ShouldNotContain("<script>alert");
        page.ShouldContain("{{policy}}");
    }

    [Fact]
    public void The_json_has_the_same_bytes_on_any_number_of_threads()
    {
        using var sketch = new ExperimentSketch(Decide);
        var (one, three) = (ExperimentJson.Text(sketch.Result(1)), ExperimentJson.Text(sketch.Result(3)));
        three.ShouldBe(one);
        var json = JsonDocument.Parse(one).RootElement;
        json.GetProperty("decision").GetProperty("measure").GetString().ShouldBe("discovery-rate");
        json.GetProperty("variants")[1].GetProperty("runs").GetArrayLength().ShouldBe(4);
        json.GetProperty("variants")[1].GetProperty("changes")[0].GetProperty("place").GetString().ShouldBe("officers.count");
    }

    [Fact]
    public void Mirrored_runs_are_told_from_their_twins_and_a_pair_is_one_observation()
    {
        using var sketch = new ExperimentSketch("antithetic: true");
        var validity = JsonDocument.Parse(ExperimentJson.Text(sketch.Result())).RootElement;
        validity.GetProperty("validity").GetProperty("kind").GetString().ShouldBe("antithetic-pair");
        var runs = validity.GetProperty("variants")[0].GetProperty("runs").EnumerateArray().ToArray();
        runs.Select(run => (run.GetProperty("seed").GetUInt64(), run.GetProperty("isMirrored").GetBoolean())).Take(4)
            .ShouldBe([(1UL, false), (1UL, true), (2UL, false), (2UL, true)]);
        validity.GetProperty("variants")[0].GetProperty("observations").GetProperty("reports").GetArrayLength().ShouldBe(runs.Length / 2);
    }

    [Fact]
    public void Known_values_say_whether_they_were_fitted_or_held_out()
    {
        using var sketch = new ExperimentSketch(
            "expected: [{variant: few, measure: reports, value: 0, by: held-out, source: a}, {variant: more, measure: discovery-rate, value: 0.5, by: fitted, source: b}]");
        var checks = JsonDocument.Parse(ExperimentJson.Text(sketch.Result())).RootElement.GetProperty("checks").EnumerateArray().ToArray();
        checks.Select(check => check.GetProperty("by").GetString()).ShouldBe(["held-out", "fitted"]);
        checks[0].GetProperty("holds").GetBoolean().ShouldBeFalse();
    }

    [GeneratedRegex("<h1>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("(?:src|href)\\s*=\\s*[\"']?(?:https?:)?//|@import|url\\(\\s*[\"']?(?:https?:)?//")]
    private static partial Regex Outside();

    [GeneratedRegex("https?://[a-zA-Z0-9./_-]+")]
    private static partial Regex Addresses();
}
