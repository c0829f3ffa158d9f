using Xunit.Abstractions;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>The live page with a Cesium ion token, against a stand-in for ion.</summary>
[Collection(InBrowser.Name)]
public class IonTests(TwinInBrowser twin, ITestOutputHelper output)
{
    private const string OurToken = "a-token-of-ours";

    // How many of the map's pixels are of the imagery's orange.
    private const string OrangePixels = """
        (() => {
          const from = document.querySelector('.twin-map canvas');
          const to = Object.assign(document.createElement('canvas'), { width: from.width, height: from.height }).getContext('2d');
          to.drawImage(from, 0, 0);
          const { data } = to.getImageData(0, 0, from.width, from.height);
          let found = 0;
          for (let i = 0; i < data.length; i += 4) if (Math.abs(data[i] - 230) < 12 && Math.abs(data[i + 1] - 120) < 12 && Math.abs(data[i + 2] - 20) < 12) found++;
          return found;
        })()
        """;

    [Fact]
    public async Task With_a_token_ions_land_lies_under_the_district_and_only_ions_hosts_are_asked()
    {
        if (NoBrowser())
            return;
        await using var process = await TwinProcess.Start(settings: ["--Cesium:IonToken", OurToken]);
        var ion = new IonStandIn(OurToken);
        await using var sight = await twin.Open("/", at: process.Address, before: ion.Answer);
        await sight.Until("__twin.ready && Math.abs(__twin.groundM - 50) < 1");
        await sight.Until($"{OrangePixels} > 2000");
        await sight.Until("__twin.drawn.buildings > 0 && __twin.drawn.officers > 0");
        await sight.Sees(".twin-credits img[title='Cesium ion']");
        await sight.Sees(".twin-credits", "imagery of the stand-in");
        ion.Asked.ShouldContain(url => url.StartsWith("https://api.cesium.com/v1/assets/1/endpoint", StringComparison.Ordinal) && url.EndsWith($"access_token={OurToken}", StringComparison.Ordinal));
        ion.Asked.ShouldContain(url => url.StartsWith("http://ecn.t", StringComparison.Ordinal));
        await sight.Page.Locator(".case-line").First.ClickAsync();
        await sight.Sees(".sheet .titles");
        (await sight.Page.Locator(".twin-notice[data-final], .twin-notice[data-note]").CountAsync()).ShouldBe(0);
        sight.Wrong.ShouldAllBe(wrong => wrong.StartsWith("asks elsewhere:", StringComparison.Ordinal));
        sight.Wrong.Count.ShouldBe(ion.Asked.Count, "whatever is asked of others is asked of those that ion needs");
    }

    [Theory]
    [InlineData("zh", "拒绝了所配置的令牌")]
    [InlineData("en", "refused the configured token")]
    public async Task A_refused_token_leaves_the_map_whole_and_says_so(string lang, string said)
    {
        if (NoBrowser())
            return;
        await using var process = await TwinProcess.Start(settings: ["--Cesium:IonToken", OurToken]);
        var ion = new IonStandIn(goodToken: null);
        await using var sight = await twin.Open("/", lang, at: process.Address, before: ion.Answer);
        await sight.Sees(".twin-notice[data-note=ionRefused]", said);
        await sight.Until("__twin.ready && __twin.groundM === null && __twin.drawn.buildings > 0");
        (await sight.Page.Locator(".twin-notice[data-final]").CountAsync()).ShouldBe(0);
        (await sight.Page.Locator(".twin-credits").CountAsync()).ShouldBe(0);
        (await sight.Page.EvaluateAsync<bool>(
            "document.querySelector('.twin-notice[data-note]').getBoundingClientRect().top > document.querySelector('.kpi').getBoundingClientRect().bottom"))
            .ShouldBeTrue("nothing may cover it");
        await sight.Page.ClickAsync("button.language");
        await sight.Sees(".twin-notice[data-note=ionRefused]", lang == "zh" ? "refused the configured token" : "拒绝了所配置的令牌");
    }

    [Fact]
    public async Task The_policy_names_ions_hosts_with_a_token_and_no_host_without_one()
    {
        if (NoBrowser())
            return;
        await using var process = await TwinProcess.Start(settings: ["--Cesium:IonToken", OurToken]);
        const string ion = "https://api.cesium.com https://assets.ion.cesium.com https://dev.virtualearth.net *.tiles.virtualearth.net";
        var (with, without) = (await PolicyAt(process.Address), await PolicyAt(twin.Address));
        with.Replace(" " + ion, "", StringComparison.Ordinal).ShouldBe(without);
        with.ShouldContain($"connect-src 'self' {ion};");
        with.ShouldContain($"img-src 'self' data: blob: {ion};");
        without.ShouldNotContain("//");
    }

    // But for the nonce, which is new each time.
    private static async Task<string> PolicyAt(string address)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(address + "/about");
        return System.Text.RegularExpressions.Regex.Replace(answer.Headers.GetValues("Content-Security-Policy").Single(), "'nonce-[^']+'", "");
    }

    private bool NoBrowser()
    {
        if (twin.Missing is not null)
            output.WriteLine($"not run: {twin.Missing}");
        return twin.Missing is not null;
    }
}
