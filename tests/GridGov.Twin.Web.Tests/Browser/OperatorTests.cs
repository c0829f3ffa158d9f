using System.Globalization;
using GridGov.Twin.Contracts;
using Xunit.Abstractions;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>What an operator does through the page, and what the host holds of it afterwards.</summary>
[Collection(InBrowser.Name)]
public class OperatorTests(TwinInBrowser twin, ITestOutputHelper output)
{
    [Fact]
    public async Task A_report_becomes_a_case_that_is_opened_at_once()
    {
        if (NoBrowser())
            return;
        var cell = (await twin.CaseToActOn()).Case.Row.Cell;
        var kind = (await twin.Twin.Kinds(TwinInBrowser.World))[3].Key;
        await using var sight = await twin.Open("/");
        await sight.Page.ClickAsync("button.report");
        await sight.Page.FillAsync(".report-sheet input[inputmode=numeric]", cell);
        await sight.Page.SelectOptionAsync(".report-sheet select", kind);
        await sight.Page.ClickAsync(".report-sheet button[type=submit]:enabled");
        await sight.Sees(".toast.good");
        await sight.Until("new URL(location.href).searchParams.get('sel')?.startsWith('case/')");
        var number = long.Parse((await sight.Page.EvaluateAsync<string>("new URL(location.href).searchParams.get('sel')")).Split('/')[1], CultureInfo.InvariantCulture);
        await sight.Sees(".sheet .titles", $"#{number}");
        var reported = (await twin.Twin.Case(TwinInBrowser.World, number))!.Row;
        (reported.Cell, reported.Kind).ShouldBe((cell, kind));
    }

    [Fact]
    public async Task A_place_clicked_on_the_map_goes_into_the_report()
    {
        if (NoBrowser())
            return;
        var row = (await twin.CaseToActOn()).Case.Row;
        await using var sight = await twin.Open($"/?sel=cell/{row.Cell}");
        await sight.Until("Number(new URL(location.href).searchParams.get('view')?.split(',')[2] ?? Infinity) < 700");
        await sight.Page.ClickAsync("button.report");
        await sight.Sees(".twin-map.placing");
        // A little beside the middle, which is the cell's: any place of the map will do.
        var map = (await sight.Page.Locator(".twin-map canvas").BoundingBoxAsync())!;
        await sight.Page.Mouse.ClickAsync(map.X + (map.Width / 2) + 30, map.Y + (map.Height / 2) + 12);
        await sight.Sees(".report-sheet .chosen", "· 1");
        var cell = await sight.Page.InputValueAsync(".report-sheet input[inputmode=numeric]");
        await sight.Page.SelectOptionAsync(".report-sheet select", (await twin.Twin.Kinds(TwinInBrowser.World))[7].Key);
        await sight.Page.ClickAsync(".report-sheet button[type=submit]:enabled");
        await sight.Sees(".toast.good");
        var reported = (await twin.Twin.Cases(TwinInBrowser.World, new CaseQuery(Cell: cell, Sort: "-opened", Take: 1))).Items.Single();
        var middle = (await twin.Twin.Cell(TwinInBrowser.World, cell))!.Row.At;
        reported.Channel.ShouldBe("centre");
        (Math.Abs(reported.At.EastM - middle.EastM) + Math.Abs(reported.At.NorthM - middle.NorthM)).ShouldBeGreaterThan(1);
        (await sight.Page.Locator(".twin-map.placing").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_officer_is_sent_to_a_cell()
    {
        if (NoBrowser())
            return;
        var officer = (await twin.Twin.Officers(TwinInBrowser.World)).Items.First(one => one is { Doing: "patrolling", Tasks: 0 });
        var cell = (await twin.Twin.Officer(TwinInBrowser.World, officer.Index))!.Beat.First(code => code != officer.Cell);
        await using var sight = await twin.Open($"/?sel=officer/{officer.Index}&tab=officers");
        await sight.Sees(".sheet .titles", officer.Name);
        await sight.Page.CheckAsync(".send input[type=radio] >> nth=1", new() { Force = true });
        await sight.Page.FillAsync(".send input[inputmode=numeric]", cell);
        await sight.Page.ClickAsync(".send button[type=submit]");
        await sight.Sees(".toast.good");
        (await twin.Twin.Officer(TwinInBrowser.World, officer.Index))!.Row.Tasks.ShouldBe(1);
        (await Audited()).ShouldContain(line => line.Target == $"cell {cell}" && line.Action == $"send {officer.Name}" && line.Outcome == "done");
    }

    [Fact]
    public async Task An_officer_off_duty_is_not_sent_and_the_page_says_why()
    {
        if (NoBrowser())
            return;
        var officer = (await twin.Twin.Officers(TwinInBrowser.World)).Items.First(one => one.Doing == "off");
        var cell = (await twin.Twin.Officer(TwinInBrowser.World, officer.Index))!.Beat[0];
        await using var sight = await twin.Open($"/?sel=officer/{officer.Index}&tab=officers", lang: "en");
        await sight.Page.CheckAsync(".send input[type=radio] >> nth=1", new() { Force = true });
        await sight.Page.FillAsync(".send input[inputmode=numeric]", cell);
        await sight.Page.ClickAsync(".send button[type=submit]");
        await sight.Sees(".toast.bad", "the officer is off duty");
        (await twin.Twin.Officer(TwinInBrowser.World, officer.Index))!.Row.Tasks.ShouldBe(0);
    }

    [Fact]
    public async Task A_device_is_silenced_for_as_long_as_asked()
    {
        if (NoBrowser())
            return;
        const long AskedMs = 45 * 60_000;
        var code = await twin.AnyDevice();
        var before = (await twin.Twin.World(TwinInBrowser.World)).Clock.NowMs;
        await using var sight = await twin.Open($"/?sel=device/{code}");
        await sight.Page.FillAsync(".sheet input[type=number]", "45");
        await sight.Page.ClickAsync(".sheet form button[type=submit]");
        await sight.Sees(".toast.good");
        await sight.Sees(".sheet .lead .badge", "静默至");
        var after = (await twin.Twin.World(TwinInBrowser.World)).Clock.NowMs;
        (await twin.Twin.Device(TwinInBrowser.World, code))!.Row.SilencedUntilMs!.Value.ShouldBeInRange(before + AskedMs, after + AskedMs);
    }

    [Fact]
    public async Task Who_decides_on_an_old_version_is_told_and_sees_the_new_state()
    {
        if (NoBrowser())
            return;
        var (view, asking, plain) = await twin.CaseForTwo();
        var number = view.Row.Number;
        await using var slow = await twin.Open($"/?sel=case/{number}", role: asking.Role);
        await slow.Page.ClickAsync($".sheet button[data-action={asking.Action}]:enabled");
        await slow.Sees("dialog[open] form");

        await using var quick = await twin.Open($"/?sel=case/{number}", role: plain.Role);
        await quick.Page.ClickAsync($".sheet button[data-action={plain.Action}]:enabled");
        await quick.Sees(".toast.good");
        var after = (await twin.Twin.Case(TwinInBrowser.World, number))!.Row;

        await Answer(slow, asking.Needs!, view);
        await slow.Sees(".toast.bad", "案件已发生变化，请按最新状态操作");
        await slow.Sees($".sheet .state-chip[data-case-state={after.State}]");
        (await twin.Twin.Case(TwinInBrowser.World, number))!.Row.Version.ShouldBe(after.Version);
    }

    [Fact]
    public async Task A_link_that_says_what_but_not_from_where_is_looked_at_from_near()
    {
        if (NoBrowser())
            return;
        var row = (await twin.CaseToActOn()).Case.Row;
        await using var sight = await twin.Open($"/w/live?sel=case/{row.Number}");
        await sight.Until("Number(new URL(location.href).searchParams.get('view')?.split(',')[2] ?? Infinity) < 500");
        var view = (await sight.Page.EvaluateAsync<string>("new URL(location.href).searchParams.get('view')"))
            .Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        // From at most 320 m away: within a few hundredths of a degree's hundredth.
        view[0].ShouldBe(row.At.Lon, 0.005);
        view[1].ShouldBe(row.At.Lat, 0.005);
    }

    private static async Task Answer(Sight sight, string need, CaseView view)
    {
        if (need == "case")
            await sight.Page.FillAsync("dialog[open] input", (view.Row.Number + 1).ToString(CultureInfo.InvariantCulture));
        else
            await sight.Page.SelectOptionAsync("dialog[open] select", new Microsoft.Playwright.SelectOptionValue { Index = 2 });
        await sight.Page.ClickAsync("dialog[open] button[type=submit]:enabled");
    }

    private Task<AuditLine[]> Audited() => twin.Twin.Audit(TwinInBrowser.World, 0, 1000);

    private bool NoBrowser()
    {
        if (twin.Missing is { } why)
            output.WriteLine($"skipped: {why}");
        return twin.Missing is not null;
    }
}
