using Xunit.Abstractions;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>A person asks what becomes of the next hours, on the real program.</summary>
[Collection(InBrowser.Name)]
public class WhatIfPageTests(TwinInBrowser twin, ITestOutputHelper output)
{
    [Theory]
    [InlineData("en", 1100)]
    [InlineData("zh", 390)]
    public async Task A_what_if_is_asked_from_the_menu_and_answered_with_a_sentence_a_table_and_two_fans(string lang, int width)
    {
        if (NoBrowser())
            return;
        var before = (await twin.Twin.World(TwinInBrowser.World)).Clock;
        await using var sight = await twin.Open("/", lang, width: width, height: 844);
        await sight.Page.ClickAsync(".menu summary");
        await sight.Page.ClickAsync(".menu a[href$=what-if]");
        await sight.Sees(".what-if fieldset:has(select.street)");
        await sight.Page.Locator(".storm input[type=checkbox]").CheckAsync();
        await sight.Page.Locator("select.seeds").SelectOptionAsync("10");
        await sight.Page.ClickAsync("button.run");
        await sight.Sees(".result .sentence", lang == "en" ? "as it is" : "维持现状");
        await sight.Until("document.querySelectorAll('.fan-chart[data-series=\"4\"] canvas').length === 2");
        (await sight.Page.Locator(".outlooks tbody tr").CountAsync()).ShouldBe(4);
        foreach (var frame in new[] { "document.documentElement", "document.querySelector('.table-frame')" })
            (await sight.Page.EvaluateAsync<int>($"{frame}.scrollWidth - {frame}.clientWidth")).ShouldBeLessThanOrEqualTo(0, frame);
        sight.Wrong.ShouldBeEmpty();
        var after = (await twin.Twin.World(TwinInBrowser.World)).Clock;
        (after.Hash, after.Events).ShouldBe((before.Hash, before.Events));
    }

    private bool NoBrowser()
    {
        if (twin.Missing is { } why)
            output.WriteLine($"skipped: {why}");
        return twin.Missing is not null;
    }
}
