using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>What a person sees on the live page, in a real browser on the real program.</summary>
[Collection(InBrowser.Name)]
public class LivePageTests(TwinInBrowser twin, ITestOutputHelper output)
{
    [Fact]
    public async Task The_page_shows_the_district_and_its_clock_moves()
    {
        if (NoBrowser())
            return;
        await using var sight = await twin.Open("/");
        await sight.Sees(".twin-map canvas");
        await sight.Sees(".case-line");
        await sight.Sees(".kpi b");
        var before = await sight.Text(".world-clock .time");
        await sight.Page.ClickAsync(".pace .step");
        await sight.Until($"document.querySelector('.world-clock .time').textContent !== '{before}'");
        (await sight.Page.Locator(".twin-notice[data-final]").CountAsync()).ShouldBe(0);
        sight.Wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Language_and_theme_change_at_a_click_and_stay()
    {
        if (NoBrowser())
            return;
        await using var sight = await twin.Open("/");
        await sight.Sees("#tab-cases", "案件");
        await sight.Page.ClickAsync("button.language");
        await sight.Sees("#tab-cases", "Cases");
        await sight.Page.ClickAsync("button.theme");
        await sight.Until("document.documentElement.dataset.theme === 'light'");
        await sight.Page.ReloadAsync();
        await sight.Sees("#tab-cases", "Cases");
        (await sight.Page.EvaluateAsync<string>("document.documentElement.lang + document.documentElement.dataset.theme")).ShouldBe("enlight");
    }

    [Fact]
    public async Task A_case_chosen_from_the_list_opens_its_inspector()
    {
        if (NoBrowser())
            return;
        await using var sight = await twin.Open("/");
        await sight.Sees(".case-line");
        var number = await sight.Page.Locator(".case-line").First.GetAttributeAsync("data-case");
        await sight.Page.Locator(".case-line").First.ClickAsync();
        await sight.Sees(".sheet .titles", $"#{number}");
        await sight.Sees(".sheet .history li");
        await sight.Sees(".sheet .code-parts li");
        new Uri(sight.Page.Url).Query.ShouldContain($"sel=case%2F{number}");
    }

    [Fact]
    public async Task A_link_brings_back_what_was_selected_and_back_leads_back()
    {
        if (NoBrowser())
            return;
        var (view, _) = await twin.CaseToActOn();
        await using var sight = await twin.Open($"/w/live?sel=case/{view.Row.Number}&tab=officers");
        await sight.Sees(".sheet .titles", $"#{view.Row.Number}");
        await sight.Sees("#tab-officers[aria-selected=true]");
        await sight.Page.Locator(".officer-line").First.ClickAsync();
        await sight.Sees(".sheet .send");
        await sight.Page.GoBackAsync();
        await sight.Sees(".sheet .titles", $"#{view.Row.Number}");
    }

    [Fact]
    public async Task What_the_map_still_says_of_a_page_that_was_left_does_not_lead_back_to_it()
    {
        if (NoBrowser())
            return;
        await using var sight = await twin.Open("/w/live");
        await sight.Sees(".case-line");
        await sight.Page.ClickAsync(".menu summary");
        await sight.Page.ClickAsync(".menu a[href=planning]");
        await sight.Until("location.pathname === '/planning'");
        var turned = new ConcurrentQueue<string>();
        sight.Page.FrameNavigated += (_, frame) => turned.Enqueue(new Uri(frame.Url).PathAndQuery);
        await sight.Page.EvaluateAsync("twinPage.turn(location.origin + '/w/live?view=1,2,3,4,5', true)");
        await sight.Page.EvaluateAsync("twinPage.turn(location.origin + '/planning?told=1', true)");
        await sight.Until("location.search.includes('told')");
        turned.ShouldBe(["/planning?told=1"]);
    }

    [Fact]
    public async Task An_action_in_one_browser_shows_in_the_other()
    {
        if (NoBrowser())
            return;
        var (view, action) = await twin.CaseToActOn();
        var number = view.Row.Number;
        await using var acting = await twin.Open($"/?sel=case/{number}", role: action.Role);
        await using var watching = await twin.Open($"/?sel=case/{number}", role: action.Role);
        await watching.Sees($".sheet .state-chip[data-case-state={view.Row.State}]");
        await acting.Page.ClickAsync($".sheet button[data-action={action.Action}]:enabled");
        await acting.Sees(".toast.good");
        var after = (await twin.Twin.Case(TwinInBrowser.World, number))!;
        after.Row.Version.ShouldBeGreaterThan(view.Row.Version);
        await watching.Until($"document.querySelectorAll('.sheet .history li').length >= {after.History.Length}");
        await watching.Sees($".sheet .state-chip[data-case-state={after.Row.State}]");
    }

    [Fact]
    public async Task A_forbidden_action_shows_why()
    {
        if (NoBrowser())
            return;
        var (view, forbidden) = await twin.CaseWithSomethingForbidden();
        await using var sight = await twin.Open($"/?sel=case/{view.Row.Number}", role: forbidden.Role);
        await sight.Sees(".sheet .refused", forbidden.WhyNot!.Zh);
        (await sight.Page.Locator($".sheet .refused button[data-action={forbidden.Action}]").First.IsDisabledAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task On_a_phone_nothing_is_wider_than_the_screen()
    {
        if (NoBrowser())
            return;
        var (view, _) = await twin.CaseToActOn();
        foreach (var path in new[] { "/", $"/?sel=case/{view.Row.Number}", $"/?sel=cell/{view.Row.Cell}&tab=desks" })
        {
            await using var sight = await twin.Open(path, lang: "en", width: 390, height: 844);
            await sight.Sees(".tabs");
            await sight.Sees(path == "/" ? ".case-line" : ".sheet .body > *");
            (await sight.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0);
            var outside = await sight.Page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('.top-bar button, .tabs button, .sheet button, .filters select')].filter(e => e.offsetParent && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)).map(e => e.outerHTML)");
            outside.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task On_a_phone_the_audit_log_fits_its_frame(string lang)
    {
        if (NoBrowser())
            return;
        await twin.CaseWithSomethingForbidden();
        await using var sight = await twin.Open("/w/live/audit", lang, width: 390, height: 844);
        await sight.Sees("table.audit tbody tr");
        (await sight.Page.EvaluateAsync<int>("(frame => frame.scrollWidth - frame.clientWidth)(document.querySelector('.table-frame'))")).ShouldBeLessThanOrEqualTo(0);
    }

    private bool NoBrowser()
    {
        if (twin.Missing is { } why)
            output.WriteLine($"skipped: {why}");
        return twin.Missing is not null;
    }
}
