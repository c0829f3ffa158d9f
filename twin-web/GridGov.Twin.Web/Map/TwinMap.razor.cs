using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GridGov.Twin.Web.Map;

/// <summary>
/// The 3D map of a world, and the only seam between the pages and the map's JavaScript. Moving things never pass through here:
/// the browser gets them straight from the hub. Give the element a size with CSS (class <c>twin-map</c>).
/// </summary>
public sealed partial class TwinMap : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private ElementReference _element;
    private DotNetObjectReference<TwinMap>? _self;
    private IJSObjectReference? _map;
    private MapOptions? _shown;

    /// <summary>The world to show.</summary>
    [Parameter, EditorRequired]
    public string World { get; set; } = "";

    /// <summary>zh or en.</summary>
    [Parameter]
    public string Lang { get; set; } = "zh";

    /// <summary>dark or light.</summary>
    [Parameter]
    public string Theme { get; set; } = "dark";

    /// <summary>What is selected: <c>case/123</c>, <c>cell/CODE</c>, <c>building/45</c>, <c>device/CODE</c>, <c>officer/7</c>, or null.</summary>
    [Parameter]
    public string? Selected { get; set; }

    /// <summary>The layers to show: buildings, cells, streets, devices, officers, cases, labels.</summary>
    [Parameter]
    public IReadOnlySet<string> Layers { get; set; } = AllLayers;

    /// <summary>The camera as <c>lon,lat,height,heading,pitch</c>; null for the whole district. Only the first value is used.</summary>
    [Parameter]
    public string? View { get; set; }

    /// <summary>A Cesium ion token, or null.</summary>
    [Parameter]
    public string? IonToken { get; set; }

    /// <summary>Whether a click says where, in place of selecting something.</summary>
    [Parameter]
    public bool Placing { get; set; }

    /// <summary>A place to put a pin at, or null.</summary>
    [Parameter]
    public MapPoint? Mark { get; set; }

    /// <summary>A place was clicked while <see cref="Placing"/>.</summary>
    [Parameter]
    public EventCallback<MapPoint> OnPlaced { get; set; }

    /// <summary>Something was clicked: its name as in <see cref="Selected"/>, or null for nothing.</summary>
    [Parameter]
    public EventCallback<string?> OnPicked { get; set; }

    /// <summary>The camera came to rest: the view as in <see cref="View"/>. At most about twice a second.</summary>
    [Parameter]
    public EventCallback<string> OnViewChanged { get; set; }

    /// <summary>Every layer there is.</summary>
    public static IReadOnlySet<string> AllLayers { get; } = new HashSet<string> { "buildings", "cells", "streets", "devices", "officers", "cases", "labels" };

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <summary>Moves the camera to a thing named as in <see cref="Selected"/>. Does nothing before the map is up or for an unknown name.</summary>
    public Task FlyTo(string id) => Call("flyTo", id);

    /// <summary>From the map: something was clicked.</summary>
    [JSInvokable]
    public Task Picked(string? id) => InvokeAsync(() => OnPicked.InvokeAsync(id));

    /// <summary>From the map: a place was clicked, in a cell or outside all of them.</summary>
    [JSInvokable]
    public Task Placed(string? cell, double lon, double lat) => InvokeAsync(() => OnPlaced.InvokeAsync(new MapPoint(cell, lon, lat)));

    /// <summary>From the map: the camera came to rest.</summary>
    [JSInvokable]
    public Task ViewChanged(string view) => InvokeAsync(() => OnViewChanged.InvokeAsync(view));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await Call("dispose");
        _map = null;
        _self?.Dispose();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await Start();
        else if (_map is not null && Options() is var options && options != _shown)
        {
            _shown = options;
            await Call("update", options);
        }
    }

    private async Task Start()
    {
        try
        {
            _self = DotNetObjectReference.Create(this);
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", _gone.Token, "/twin/map.js");
            _shown = Options();
            _map = await module.InvokeAsync<IJSObjectReference>("createMap", _gone.Token, _element, _shown, _self);
            StateHasChanged();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The page was left while the map was loading; the browser has dropped it already.
        }
    }

    private async Task Call(string method, params object?[] arguments)
    {
        if (_map is null)
            return;
        try
        {
            await _map.InvokeVoidAsync(method, arguments);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser has gone, and the map with it.
        }
    }

    private MapOptions Options() =>
        new(World, Lang, Theme, Selected, [.. Layers.Order(StringComparer.Ordinal)], View, string.IsNullOrWhiteSpace(IonToken) ? null : IonToken, Placing, Mark?.Text);
}
