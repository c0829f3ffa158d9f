using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Web.Language;
using Microsoft.AspNetCore.Components;

namespace GridGov.Twin.Web.Live;

/// <summary>
/// A panel that shows something of a world and reads it again when it changes: soon after the first change, and under a flood of changes
/// not more often than about once a second. While the host is away it asks again every now and then.
/// </summary>
public abstract class LivePanel : ComponentBase, IDisposable
{
    private const long SoonMs = 120;
    private const long PauseMs = 800;
    private const long AwayMs = 2_000;
    private const long ClocksAgeMs = 60_000;
    private long _loadedTick = long.MinValue / 2;
    private long _loadedNowMs;
    private long _lastNote = -1;
    private bool _loading;
    private bool _again;
    private bool _gone;
    private WorldScreen? _followed;

    /// <summary>The world.</summary>
    [CascadingParameter]
    public WorldScreen Screen { get; set; } = null!;

    /// <summary>The host.</summary>
    [Inject]
    protected ITwin Twin { get; set; } = null!;

    /// <summary>The person looking.</summary>
    [Inject]
    protected Viewer Viewer { get; set; } = null!;

    /// <summary>Whether the host could not be asked the last time; what is shown is old then.</summary>
    protected bool IsStale { get; private set; }

    /// <summary>Whether it was read at all.</summary>
    protected bool IsLoaded { get; private set; }

    /// <summary>The world's name in addresses.</summary>
    protected string World => Screen.World.Id;

    /// <inheritdoc />
    public void Dispose()
    {
        _gone = true;
        if (_followed is not null)
        {
            _followed.Noted -= OnNoted;
            _followed.Renewed -= OnRenewed;
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The text in the viewer's language.</summary>
    protected string Say(Name name) => Viewer[name];

    /// <summary>The text in the viewer's language as it begins a line.</summary>
    protected string Head(Name name) => Viewer.Head(name);

    /// <summary>Reads what is shown.</summary>
    protected abstract Task Load(CancellationToken stop);

    /// <summary>Whether a change makes what is shown old. Clocks that only run on are looked after without it.</summary>
    protected virtual bool Concerns(ChangeNote note) => note.Cases.Length > 0 || note.Devices.Length > 0 || note.Alarms;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _followed = Screen;
        Screen.Noted += OnNoted;
        Screen.Renewed += OnRenewed;
    }

    /// <summary>Reads again at once, whatever was read last: what is shown is to be something else.</summary>
    protected Task LoadNow()
    {
        _loadedTick = long.MinValue / 2;
        return LoadSoon(0);
    }

    private void OnRenewed() => _ = InvokeAsync(() => LoadSoon(0));

    private void OnNoted(ChangeNote note)
    {
        var missed = _lastNote >= 0 && note.Sequence != _lastNote + 1;
        _lastNote = note.Sequence;
        if (missed || Concerns(note) || note.NowMs - _loadedNowMs >= ClocksAgeMs)
            _ = InvokeAsync(() => LoadSoon(SoonMs));
    }

    private async Task LoadSoon(long afterMs)
    {
        if (_loading)
        {
            _again = true;
            return;
        }

        _loading = true;
        do
        {
            _again = false;
            await Pause(afterMs);
            if (_gone)
                return;
            var isAway = await LoadOnce();
            _again |= isAway;
            afterMs = isAway ? AwayMs : SoonMs;
        }
        while (_again && !_gone);
        _loading = false;
    }

    private async Task Pause(long afterMs)
    {
        var since = Environment.TickCount64 - _loadedTick;
        var wait = afterMs == 0 ? 0 : Math.Max(afterMs, PauseMs - since);
        if (wait > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(wait));
    }

    // True when the host is away and may come back.
    private async Task<bool> LoadOnce()
    {
        var isAway = false;
        try
        {
            _loadedNowMs = Screen.Clock.NowMs;
            await Load(Screen.Closed);
            IsStale = false;
            IsLoaded = true;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TwinRefusedException)
        {
            IsStale = true;
            isAway = trouble is HttpRequestException or TwinRefusedException { Status: >= 500 };
        }
        catch (Exception gone) when (gone is OperationCanceledException or ObjectDisposedException)
        {
            _gone = true;
            return false;
        }

        _loadedTick = Environment.TickCount64;
        StateHasChanged();
        return isAway;
    }
}
