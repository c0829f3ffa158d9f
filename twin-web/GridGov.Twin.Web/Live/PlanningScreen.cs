using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Web.Language;
using Microsoft.AspNetCore.Components;

namespace GridGov.Twin.Web.Live;

/// <summary>
/// A page of the experiments: reads again and again what it shows, soon again while something runs, for another planner may start or stop what is
/// shown here.
/// </summary>
public abstract class PlanningScreen : ComponentBase, IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(4);
    private readonly CancellationTokenSource _closed = new();

    /// <summary>The host.</summary>
    [Inject]
    protected ITwin Twin { get; set; } = null!;

    /// <summary>The person looking.</summary>
    [Inject]
    protected Viewer Viewer { get; set; } = null!;

    /// <summary>The way to other pages.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>What the host last refused, or that it cannot be reached.</summary>
    protected Name? Trouble { get; private set; }

    /// <summary>Ends when the page is left.</summary>
    protected CancellationToken Closed => _closed.Token;

    /// <inheritdoc />
    public void Dispose()
    {
        Viewer.Changed -= Show;
        _closed.Cancel();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what is shown. True when it will change soon.</summary>
    protected abstract Task<bool> Load();

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Viewer.Changed += Show;
        if (RendererInfo.IsInteractive)
            _ = Follow();
    }

    /// <summary>Asks the host for something; false when it refuses or cannot be reached, which is shown.</summary>
    protected async Task<bool> Try(Func<Task> ask)
    {
        try
        {
            await ask();
            Trouble = null;
            return true;
        }
        catch (TwinRefusedException refused)
        {
            Trouble = refused.Why;
        }
        catch (HttpRequestException)
        {
            Trouble = ScreenWords.Unreachable;
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return false;
    }

    private void Show() => _ = InvokeAsync(StateHasChanged);

    private async Task Follow()
    {
        while (!Closed.IsCancellationRequested)
        {
            var isMoving = false;
            var wasRefused = Trouble;
            var isRead = await Try(async () => isMoving = await Load());
            if (isRead && wasRefused != ScreenWords.Unreachable)
                Trouble = wasRefused;
            StateHasChanged();
            await Task.Delay(isMoving ? Soon : Later, Closed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }
}
