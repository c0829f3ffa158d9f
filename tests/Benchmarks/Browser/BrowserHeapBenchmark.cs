using System.Globalization;
using System.Net.Http.Json;
using GridGov.Twin.Web.Tests.Browser;
using Microsoft.Playwright;

namespace GridGov.Twin.Benchmarks.Browser;

/// <summary>The live page of the real program with officers on their ways, left open: whether the browser's memory stays flat.</summary>
internal sealed class BrowserHeapBenchmark : IBenchmark
{
    private const int Minutes = 10;
    private const long Morning = 9 * 3_600_000;
    private const string Clock = "/api/v1/worlds/live/clock";

    public string Name => "browser-heap";

    public string What => "the live page at 60 times real speed for ten minutes: JS heap after a collection, each minute";

    public void Run(TextWriter output)
    {
        output.WriteLine("minute   JS heap MB   buffers MB   world h   officers   cases   stream frames   pictures");
        Watch(output).GetAwaiter().GetResult();
    }

    private static async Task Watch(TextWriter output)
    {
        await using var twin = await TwinProcess.Start();
        using var http = new HttpClient { BaseAddress = new Uri(twin.Address) };
        await Order(http, new { jumpToMs = Morning });
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path(), Headless = true, Args = Chromium.Flags });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1100, Height = 640 } });
        await page.GotoAsync(twin.Address + "/w/live?gl=low&scale=0.5");

        // Asked from outside again and again: the page's policy forbids it to evaluate text by itself.
        while (!await page.EvaluateAsync<bool>($"globalThis.__twin?.ready === true && __twin.worldMs >= {Morning}"))
            await Task.Delay(500);
        await Order(http, new { pace = "60" });
        for (var minute = 0; minute <= Minutes; minute++)
        {
            await Print(output, page, minute);
            await Task.Delay(minute < Minutes ? TimeSpan.FromMinutes(1) : TimeSpan.Zero);
        }
    }

    private static async Task Print(TextWriter output, IPage page, int minute)
    {
        var (heap, buffers) = await Drawing.Heap(page);
        var seen = await page.EvaluateAsync<double[]>("[__twin.worldMs / 3600000, __twin.drawn.officers, __twin.drawn.cases, __twin.frames, __twin.rendered]");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{minute,6} {heap,12:0.0} {buffers,12:0.0} {seen[0],9:0.0} {seen[1],10:0} {seen[2],7:0} {seen[3],15:#,0} {seen[4],10:#,0}"));
    }

    private static async Task Order(HttpClient http, object order)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Clock) { Content = JsonContent.Create(order) };
        request.Headers.Add("X-Actor", "benchmark");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
