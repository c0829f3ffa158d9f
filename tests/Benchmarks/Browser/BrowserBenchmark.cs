using System.Globalization;
using Microsoft.Playwright;

namespace GridGov.Twin.Benchmarks.Browser;

/// <summary>
/// The project's map, its buildings baked into 3D Tiles, with every layer and with the buildings alone, against the same buildings as one Cesium
/// entity each in one plain colour: the same camera, the same pixels, a fresh browser each, graphics by software. The first view counts from the
/// beginning of the page; frames are drawn one after the other while the camera turns, each until its pixels can be read.
/// </summary>
internal sealed class BrowserBenchmark : IBenchmark
{
    private const string EveryLayer = "buildings,cells,streets,devices,officers,cases,labels";
    private const double CellsPerBuilding = 0.09;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public string Name => "browser";

    public string What => "the map in Chromium against Cesium entities, 1 k to 100 k buildings: first view, ms per frame, JS heap";

    public void Run(TextWriter output)
    {
        output.WriteLine("buildings   way                    first view s   ms per frame   JS heap MB   buffers MB   buildings loaded");
        Measure(output).GetAwaiter().GetResult();
    }

    private static async Task Measure(TextWriter output)
    {
        using var playwright = await Playwright.CreateAsync();
        foreach (var size in Sizes)
        {
            var plan = GrownDistrict.Plan((int)(size * CellsPerBuilding));
            await using var host = await CityHost.Start(plan);
            var query = $"?gl=low&scale=1&cesium={CityHost.Cesium}&view={WideView.Of(plan.City)}";
            var count = plan.City.Buildings.Length;
            Print(output, count, "our map, every layer", await Drawing.Of(playwright, $"{host.Address}/ours{query}&layers={EveryLayer}"));
            var ours = await Drawing.Of(playwright, $"{host.Address}/ours{query}&layers=buildings");
            Print(output, count, "our map, buildings", ours);
            var entities = await Drawing.Of(playwright, $"{host.Address}/entities{query}");
            Print(output, count, "entities", entities);
            if (ours is not null && entities is not null)
                PrintRatios(output, ours, entities);
        }
    }

    private static void Print(TextWriter output, int buildings, string way, Drawing? drawing) => output.WriteLine(drawing is null
        ? string.Create(CultureInfo.InvariantCulture, $"{buildings,9:#,0}   {way,-20}   not in {Drawing.Patience.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture,
            $"{buildings,9:#,0}   {way,-20} {drawing.FirstViewMs / 1000,14:0.0} {drawing.FrameMs,14:0.0} {drawing.HeapMb,12:0.0} {drawing.BuffersMb,12:0.0} {drawing.Drawn,18:#,0}"));

    private static void PrintRatios(TextWriter output, Drawing ours, Drawing entities) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"            entities / buildings   {entities.FirstViewMs / ours.FirstViewMs,12:0.00} {entities.FrameMs / ours.FrameMs,14:0.00} {entities.HeapMb / ours.HeapMb,12:0.00} "
        + $"{entities.BuffersMb / ours.BuffersMb,12:0.00}"));
}
