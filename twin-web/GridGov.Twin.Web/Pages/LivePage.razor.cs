using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Web.Language;
using GridGov.Twin.Web.Live;
using GridGov.Twin.Web.Map;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GridGov.Twin.Web.Pages;

/// <summary>A live world: map, lists, inspector, clock. Everything it shows is in its address.</summary>
public sealed partial class LivePage(
    ITwin twin, ChangeFeed feed, NavigationManager navigation, Viewer viewer, Toasts toasts, IConfiguration configuration, IJSRuntime browser) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private WorldScreen? _screen;
    private TwinMap? _map;
    private Name? _trouble;
    private Name? _hint;
    private bool _reporting;
    private MapPoint? _point;
    private string? _opening;
    private bool _left;
    private string? _seen;
    private string? _picked;

    /// <summary>The world; the first live one where none is named.</summary>
    [Parameter]
    public string? World { get; set; }

    [SupplyParameterFromQuery]
    private string? Sel { get; set; }

    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    [SupplyParameterFromQuery]
    private string? View { get; set; }

    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    [SupplyParameterFromQuery]
    private string? Stage { get; set; }

    [SupplyParameterFromQuery]
    private string? Urgency { get; set; }

    [SupplyParameterFromQuery]
    private string? Open { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private string? Hide { get; set; }

    [SupplyParameterFromQuery]
    private string? Of { get; set; }

    [SupplyParameterFromQuery]
    private string? Part { get; set; }

    private Viewer Viewer => viewer;

    private string? IonToken => configuration["Cesium:IonToken"];

    private string Title => _screen is null ? Viewer[ScreenWords.Product] : $"{Viewer[_screen.World.Title]} · {Viewer[ScreenWords.Product]}";

    private HashSet<string> Layers => [.. TwinMap.AllLayers.Except(_screen!.Address.Hidden)];

    /// <inheritdoc />
    public void Dispose()
    {
        _left = true;
        viewer.Changed -= Show;
        _screen?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized() => viewer.Changed += Show;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        // The first answer to a browser is the page's frame; the world is read once its circuit is up.
        if (!RendererInfo.IsInteractive)
            return;
        var wanted = World ?? "";
        if (_opening != wanted)
        {
            _opening = wanted;
            _screen?.Dispose();
            _screen = null;
            await OpenWorld(wanted);
        }

        if (_screen is not null)
            await Show(_screen, new ScreenAddress(Sel, Tab, View, Q, Stage, Urgency, Open, Sort, Hide));
    }

    // What was chosen anywhere but on the map is brought into view there.
    private async Task Show(WorldScreen screen, ScreenAddress address)
    {
        var chosen = address.Sel is { } sel && sel != _seen ? sel : null;
        (_seen, screen.Address) = (address.Sel, address);
        if (chosen is not null && chosen != _picked)
            await FlyTo(chosen);
        _picked = null;
    }

    // A world that is still starting, or a host that does, is asked for again until it is there.
    private async Task OpenWorld(string wanted)
    {
        while (!_left && _screen is null && _opening == wanted)
        {
            var screen = new WorldScreen(twin, feed, navigation, viewer, toasts, browser);
            try
            {
                if (await Ready(wanted) is not { } world)
                    return;
                await screen.Open(world, Of);
                if (Part is DrillSeat.Control && screen.Seat is { } seat)
                    await seat.Sit(DrillSeat.Control).KeepIn(browser);
                if (!_left && _opening == wanted)
                    _screen = screen;
            }
            catch (TwinRefusedException refused) when (refused.Status == 404)
            {
                (_trouble, _hint) = (ScreenWords.NoWorld, ScreenWords.NoWorldHint);
                return;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TwinRefusedException or IOException)
            {
                _trouble = notYet is HttpRequestException ? ScreenWords.Unreachable : ScreenWords.Starting;
                StateHasChanged();
                await Task.Delay(Patience);
            }
            finally
            {
                if (_screen != screen)
                    screen.Dispose();
            }
        }
    }

    // The world's name once it runs; null when it never will.
    private async Task<string?> Ready(string wanted)
    {
        var worlds = await twin.Worlds();
        var world = wanted.Length > 0 ? await twin.World(wanted) : worlds.FirstOrDefault(world => world.Kind == "live") ?? worlds.FirstOrDefault();
        if (world is null or { State: "starting" })
            throw new IOException("no world is up yet");
        if (world.State != "failed")
            return world.Id;
        (_trouble, _hint) = (ScreenWords.Failed, new Name(world.Problem ?? "", world.Problem ?? ""));
        return null;
    }

    private void Show() => _ = InvokeAsync(StateHasChanged);

    private string Here(string anchor) => new Uri(navigation.Uri).PathAndQuery + anchor;

    private void Report(bool begin) => (_reporting, _point) = (begin, null);

    private void Picked(string? thing)
    {
        _picked = thing;
        _screen?.Select(thing);
    }

    private void Moved(string view) => _screen?.Go(_screen.Address with { View = view }, replace: true);

    private Task FlyTo(string thing) => _map?.FlyTo(thing) ?? Task.CompletedTask;
}
