using System.Text.Json;
using GridGov.Twin.Web.Tests.Browser;
using Microsoft.Playwright;

namespace GridGov.Twin.Benchmarks.Browser;

/// <summary>How a page drew its city.</summary>
/// <param name="FirstViewMs">From the beginning of the page until all in view was drawn.</param>
/// <param name="FrameMs">The median of frames.</param>
/// <param name="HeapMb">Live JavaScript objects after a collection.</param>
/// <param name="BuffersMb">Typed arrays of theirs.</param>
/// <param name="Drawn">Buildings that were there to be drawn.</param>
internal sealed record Drawing(double FirstViewMs, double FrameMs, double HeapMb, double BuffersMb, int Drawn)
{
    private const int Frames = 40;
    private const int FramesCapMs = 20_000;

    /// <summary>How long a page may take to its first view.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(120);

    /// <summary>Opens a page in a browser of its own and measures it; null when its first view was not there in time.</summary>
    public static async Task<Drawing?> Of(IPlaywright playwright, string url)
    {
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path(), Headless = true, Args = Chromium.Flags });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1100, Height = 640 } });
        try
        {
            await page.GotoAsync(url);
            await page.WaitForFunctionAsync("globalThis.bench?.firstViewMs", null, new() { Timeout = (float)Patience.TotalMilliseconds });
        }
        catch (Exception late) when (late is TimeoutException || late.Message.Contains("crash", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var first = await page.EvaluateAsync<double>("bench.firstViewMs");
        var frames = await page.EvaluateAsync<double[]>($"bench.frames({Frames}, {FramesCapMs})");
        Array.Sort(frames);
        var (heap, buffers) = await Heap(page);
        return new Drawing(first, frames[frames.Length / 2], heap, buffers, await page.EvaluateAsync<int>("bench.drawn()"));
    }

    /// <summary>Megabytes of live JavaScript objects and of their typed arrays, after a forced collection.</summary>
    public static async Task<(double ObjectsMb, double BuffersMb)> Heap(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("HeapProfiler.collectGarbage");
        var usage = (await tools.SendAsync("Runtime.getHeapUsage"))!.Value;
        await tools.DetachAsync();
        return (Mb(usage, "usedSize"), Mb(usage, "backingStorageSize"));
    }

    private static double Mb(JsonElement usage, string name) => usage.TryGetProperty(name, out var bytes) ? bytes.GetDouble() / 1e6 : double.NaN;
}
