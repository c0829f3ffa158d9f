using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Web.Language;
using GridGov.Twin.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace GridGov.Twin.Web.Pages;

/// <summary>What becomes of the next hours under some plans, asked of the running world.</summary>
public sealed partial class WhatIfPage : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(400);
    private static readonly (string Kind, Name Words)[] Kinds =
        [("extra-officers", WhatIfWords.ExtraOfficers), ("call-in", WhatIfWords.CallIn), ("extra-staff", WhatIfWords.ExtraStaff)];

    private readonly CancellationTokenSource _left = new();
    private StreetRow[] _streets = [];
    private DeskRow[] _desks = [];
    private ClockView? _clock;
    private WhatIfForm? _form;
    private WhatIfView? _view;
    private Name? _trouble;

    /// <summary>The world.</summary>
    [Parameter]
    public string World { get; set; } = "";

    [Inject]
    private ITwin Twin { get; set; } = null!;

    [Inject]
    private Viewer Viewer { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? Try(Open) : Task.CompletedTask;

    private async Task Open()
    {
        _streets = [.. (await Twin.Streets(World, _left.Token)).Where(street => street.Officers > 0)];
        _desks = await Twin.Desks(World, _left.Token);
        _clock = (await Twin.World(World, _left.Token)).Clock;
        _form = new WhatIfForm(_clock, _streets, _desks);
        foreach (var (kind, _) in Kinds.Where(each => each.Kind == "extra-staff" ? _desks.Length > 0 : _streets.Length > 0))
            _form.Add(kind);
    }

    private Task Run() => Try(async () =>
    {
        if (_form is null || _view is { State: "running" })
            return;
        _clock = (await Twin.World(World, _left.Token)).Clock;
        _view = await Twin.Ask(World, _form.Question(_clock.NowMs), Viewer.Actor, _left.Token);
        while (_view is { State: "running" } running)
        {
            StateHasChanged();
            await Task.Delay(LookEvery, _left.Token);
            _view = await Twin.WhatIf(World, running.Id, _left.Token);
        }

        _trouble = _view?.State switch { "done" => null, "stopped" => WhatIfWords.Stopped, _ => WhatIfWords.Failed };
    });

    private Task Halt() => Try(() => _view is { } running ? Twin.StopWhatIf(World, running.Id, _left.Token) : Task.CompletedTask);

    private async Task Try(Func<Task> work)
    {
        try
        {
            _trouble = null;
            await work();
        }
        catch (TwinRefusedException refused)
        {
            _trouble = refused.Why;
        }
        catch (HttpRequestException)
        {
            _trouble = ScreenWords.Unreachable;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left; the what-if runs on and its answer is thrown away.
        }
    }

    private string Clock(long ms) => WorldTime.Clock(_clock!, ms, Viewer.IsEnglish);

    private static RenderFragment Options(int[] values, Func<int, string> words) => builder =>
    {
        foreach (var value in values)
            AddOption(builder, value, words(value));
    };

    private static void AddOption(RenderTreeBuilder builder, int value, string words)
    {
        builder.OpenElement(0, "option");
        builder.AddAttribute(1, "value", value);
        builder.AddContent(2, words);
        builder.CloseElement();
    }
}
