using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GridGov.Twin.Web.Map;

/// <summary>A fan as it is drawn: what it shows, its times in words, and for each plan five quantiles at each time (null where there are none).</summary>
public sealed record Fan(string Name, bool IsShare, string[] Times, FanPlan[] Plans);

/// <summary>One plan of a fan.</summary>
public sealed record FanPlan(string Name, double[]?[] Points);

/// <summary>Draws a fan with ECharts; the only seam between the pages and that library.</summary>
public sealed partial class FanChart : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private ElementReference _element;
    private IJSObjectReference? _chart;
    private Fan? _shown;

    /// <summary>What to draw.</summary>
    [Parameter, EditorRequired]
    public Fan Fan { get; set; } = new("", false, [], []);

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await Try(async () => await (_chart?.InvokeVoidAsync("dispose") ?? ValueTask.CompletedTask));
        _chart = null;
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            return Try(Start);
        if (_chart is null || ReferenceEquals(_shown, Fan))
            return Task.CompletedTask;
        _shown = Fan;
        return Try(async () => await _chart.InvokeVoidAsync("update", _gone.Token, Fan));
    }

    private async Task Start()
    {
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", _gone.Token, "/twin/fan.js");
        _shown = Fan;
        _chart = await module.InvokeAsync<IJSObjectReference>("createFan", _gone.Token, _element, WebLib.ECharts, Fan);
    }

    private static async Task Try(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The page was left, and the chart with it.
        }
    }
}
