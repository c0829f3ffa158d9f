using System.Net;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>Pages that show the worlds of another host: the browser speaks to the front only, and nothing is missing.</summary>
[Collection(InBrowser.Name)]
public class OtherHostTests(TwinInBrowser twin, ITestOutputHelper output)
{
    [Fact]
    public async Task The_front_shows_the_map_passes_commands_on_and_recovers_when_the_host_behind_was_killed()
    {
        if (NoBrowser())
            return;
        await using var front = await TwinProcess.Start(shows: twin.Address);
        var (view, action) = await twin.CaseToActOn();
        var number = view.Row.Number;
        await using var sight = await twin.Open($"/?sel=case/{number}", role: action.Role, at: front.Address);
        await sight.Sees(".twin-map canvas");
        await sight.Until("!document.querySelector('.twin-notice')?.textContent");
        await sight.Page.ClickAsync($".sheet button[data-action={action.Action}]:enabled");
        await sight.Sees(".toast.good");
        var acknowledged = (await twin.Twin.Case(TwinInBrowser.World, number))!;
        acknowledged.Row.Version.ShouldBeGreaterThan(view.Row.Version);
        sight.Wrong.ShouldBeEmpty();

        await sight.Page.EvaluateAsync("window.isOldPage = true");
        await twin.Process.Kill();
        await sight.Page.SelectOptionAsync(".filters select >> nth=2", "all");
        await sight.Sees(".summary .stale");
        await twin.Process.StartAgain();
        await sight.Page.Locator(".summary .stale").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await sight.Until("!document.querySelector('.twin-notice')?.textContent");
        await twin.Twin.Order(TwinInBrowser.World, new ClockOrder(StepMs: 60_000), "tests");
        await sight.Sees($".sheet .state-chip[data-case-state={acknowledged.Row.State}]");
        await StepsAgain(sight);
        // It was never loaded anew: only the host behind it had gone.
        (await sight.Page.EvaluateAsync<bool>("window.isOldPage")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_host_that_is_away_is_a_problem_document_and_the_page_says_so()
    {
        if (NoBrowser())
            return;
        await using var front = await TwinProcess.Start(shows: "http://localhost:9", awaited: false);
        using var http = new HttpClient { BaseAddress = new Uri(front.Address) };
        using var answer = await http.GetAsync("/api/v1/worlds");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await Should.ThrowAsync<TwinRefusedException>(() => new TwinClient(http).Worlds())).Code.ShouldBe("host-away");
        await using var sight = await twin.Open("/", lang: "en", at: front.Address);
        await sight.Sees(".plate [role=status]", "cannot be reached");
    }

    [Fact]
    public async Task A_host_that_is_no_address_is_told_in_one_line()
    {
        if (NoBrowser())
            return;
        var (code, said) = await twin.Process.StartSecond("nowhere");
        code.ShouldBe(1);
        said.Trim().ShouldBe("gridgov: GridGov:Host 'nowhere': expected the address of a twin host, such as http://localhost:5200");
    }

    // An order given while the page still finds its way back is refused, and whoever gave it gives it again.
    private static async Task StepsAgain(Sight sight)
    {
        var before = await sight.Text(".world-clock .time");
        await Sight.Until(async () =>
        {
            await sight.Page.ClickAsync(".pace .step");
            return await sight.Text(".world-clock .time") != before;
        }, "the page's step button moves its clock");
    }

    private bool NoBrowser()
    {
        if (twin.Missing is { } why)
            output.WriteLine($"skipped: {why}");
        return twin.Missing is not null;
    }
}
