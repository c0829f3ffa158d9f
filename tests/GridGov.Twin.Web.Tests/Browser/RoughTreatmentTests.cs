using System.Net;
using GridGov.Twin.Contracts;
using Xunit.Abstractions;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>What the program does when it is treated badly: killed, asked nonsense, started twice.</summary>
[Collection(InBrowser.Name)]
public class RoughTreatmentTests(TwinInBrowser twin, ITestOutputHelper output)
{
    [Fact]
    public async Task A_case_is_as_acknowledged_after_the_process_was_killed()
    {
        if (NoBrowser())
            return;
        var (view, action) = await twin.CaseToActOn();
        var number = view.Row.Number;
        await using var sight = await twin.Open($"/?sel=case/{number}", role: action.Role);
        await sight.Page.ClickAsync($".sheet button[data-action={action.Action}]:enabled");
        await sight.Sees(".toast.good");
        var acknowledged = (await twin.Twin.Case(TwinInBrowser.World, number))!;

        await sight.Page.EvaluateAsync("window.isOldPage = true");
        await twin.Process.KillAndStartAgain();

        var recovered = (await twin.Twin.Case(TwinInBrowser.World, number))!;
        recovered.Row.Version.ShouldBe(acknowledged.Row.Version);
        recovered.Row.State.ShouldBe(acknowledged.Row.State);
        // The page that was open comes back by itself.
        await sight.Until("!window.isOldPage");
        await sight.Sees($".sheet .state-chip[data-case-state={acknowledged.Row.State}]");
    }

    [Fact]
    public async Task Hub_messages_of_the_wrong_shape_leave_the_page_alive()
    {
        if (NoBrowser())
            return;
        await using var sight = await twin.Open("/");
        await sight.Sees(".twin-map canvas");
        await sight.Page.EvaluateAsync("""
            async () => {
              const rough = await new Promise(done => { const s = new WebSocket(`ws://${location.host}/hubs/twin`); s.onopen = () => done(s); s.onerror = () => done(null); });
              if (!rough) return;
              const end = String.fromCharCode(30);
              for (const text of ['{"protocol":"json","version":1}', '{"type":1,"target":"Look","arguments":[42,"x",null]}', '{"type":4,"invocationId":"1","target":"View","arguments":["live",{"west":"east"}]}', '{"type":99}', 'nonsense'])
                rough.send(text + end);
              await new Promise(done => setTimeout(done, 1500));
              rough.close();
            }
            """);
        var before = await sight.Text(".world-clock .time");
        await sight.Page.ClickAsync(".pace .step");
        await sight.Until($"document.querySelector('.world-clock .time').textContent !== '{before}'");
    }

    [Fact]
    public async Task A_missing_page_says_so_in_both_languages_and_a_missing_address_of_the_api_is_a_problem_document()
    {
        if (NoBrowser())
            return;
        using var http = new HttpClient { BaseAddress = new Uri(twin.Address) };
        var page = await http.GetAsync("/no/such/page");
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var text = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        text.ShouldContain("没有这个页面");
        text.ShouldContain("There is no such page");
        (await http.GetAsync("/api/v1/worlds/nowhere")).Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/about")]
    [InlineData("/w/live/audit")]
    public async Task HEAD_of_a_page_is_answered_like_GET_without_the_body(string path)
    {
        if (NoBrowser())
            return;
        using var http = new HttpClient { BaseAddress = new Uri(twin.Address) };
        using var answer = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_carries_the_strict_policy_without_unsafe_eval()
    {
        if (NoBrowser())
            return;
        using var http = new HttpClient { BaseAddress = new Uri(twin.Address) };
        var answer = await http.GetAsync("/about");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("'unsafe-eval'");
        policy.ShouldNotContain("https:");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        if (NoBrowser())
            return;
        var (code, said) = await twin.Process.StartSecond();
        code.ShouldBe(1);
        said.Trim().Split('\n').Length.ShouldBe(1);
        said.ShouldContain(new Uri(twin.Address).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_look_at_the_caller_is_on_the_audit_page()
    {
        if (NoBrowser())
            return;
        var row = (await twin.Twin.Cases(TwinInBrowser.World, new CaseQuery(Open: null, Take: 1))).Items.First();
        await using var sight = await twin.Open($"/?sel=case/{row.Number}");
        await sight.Page.ClickAsync(".sheet dd .thing-link >> text=查看诉求人");
        await sight.Until("![...document.querySelectorAll('.sheet dd .thing-link')].some(b => b.textContent.includes('查看诉求人'))");
        await using var audit = await twin.Open("/w/live/audit");
        await audit.Sees("table.audit tbody tr", row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private bool NoBrowser()
    {
        if (twin.Missing is { } why)
            output.WriteLine($"skipped: {why}");
        return twin.Missing is not null;
    }
}
