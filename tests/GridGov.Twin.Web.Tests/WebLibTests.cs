using GridGov.Twin.Web.Map;

namespace GridGov.Twin.Web.Tests;

/// <summary>The browser libraries lie beside the host under the addresses that the pages use.</summary>
public class WebLibTests
{
    [Fact]
    public void Every_library_lies_where_its_address_says()
    {
        foreach (var address in new[] { WebLib.Cesium + "index.js", WebLib.Cesium + "LICENSE.md", WebLib.SignalR, WebLib.ECharts })
        {
            File.Exists(FileOf(address)).ShouldBeTrue(address);
        }

        Directory.GetFiles(FileOf(WebLib.Cesium + "Workers"), "*.js").Length.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Cesium_loads_without_eval_so_that_the_content_security_policy_may_forbid_it() =>
        File.ReadAllText(FileOf(WebLib.Cesium + "index.js")).ShouldNotContain("(0,eval)");

    [Fact]
    public void Map_options_are_equal_when_they_say_the_same()
    {
        var options = new MapOptions("w", "zh", "dark", null, ["cells", "cases"], null, null);
        options.ShouldBe(options with { Layers = ["cells", "cases"] });
        options.ShouldNotBe(options with { Layers = ["cells"] });
        options.ShouldNotBe(options with { Selected = "case/1" });
        options.ShouldNotBe(options with { Mark = "120.45,36.38" });
    }

    private static string FileOf(string address) => Path.Combine(AppContext.BaseDirectory, address.TrimStart('/'));
}
