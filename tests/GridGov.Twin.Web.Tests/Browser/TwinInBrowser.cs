using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using Microsoft.Playwright;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>One running twin and one browser for all tests of the pages. The world stands paused in the middle of its first morning.</summary>
public sealed class TwinInBrowser : IAsyncLifetime
{
    private const long Morning = 10 * 3_600_000;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private TwinProcess? _process;

    /// <summary>The world's name.</summary>
    public const string World = "live";

    /// <summary>Why there is no browser; null when there is one.</summary>
    public string? Missing { get; private set; }

    /// <summary>Where the twin listens.</summary>
    public string Address => _process!.Address;

    /// <summary>The twin as programs reach it.</summary>
    public ITwin Twin { get; private set; } = null!;

    internal TwinProcess Process => _process!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        try
        {
            var chromium = Chromium.Path();
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Headless = true, Args = Chromium.Flags });
        }
        catch (Exception none) when (none is InvalidOperationException or PlaywrightException)
        {
            Missing = none.Message;
            return;
        }

        _process = await TwinProcess.Start();
        Twin = new TwinClient(new HttpClient { BaseAddress = new Uri(Address) });
        await Twin.Order(World, new ClockOrder(JumpToMs: Morning), "tests");
        while ((await Twin.World(World)).Clock.NowMs < Morning)
            await Task.Delay(200);
        await Twin.Order(World, new ClockOrder(Paused: true), "tests");
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_process is not null)
            await _process.DisposeAsync();
    }

    /// <summary>Opens a page of a viewer of his own, of the twin itself or of the program at another address.</summary>
    public async Task<Sight> Open(string path, string lang = "zh", string role = "", int width = 1100, int height = 640, string? at = null, Func<IBrowserContext, Task>? before = null)
    {
        var address = at ?? Address;
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        await context.AddCookiesAsync([Keeps("gg-lang", lang, address), Keeps("gg-role", role, address)]);
        await (before?.Invoke(context) ?? Task.CompletedTask);
        var sight = new Sight(context, await context.NewPageAsync(), address);
        await sight.Page.GotoAsync(address + path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "gl=low&scale=0.5");
        return sight;
    }

    /// <summary>An open case that this role may do this to without being asked for more.</summary>
    public async Task<(CaseView Case, ActionView Action)> CaseToActOn()
    {
        foreach (var row in (await Twin.Cases(World, new CaseQuery(Take: 100))).Items)
        {
            var view = await Twin.Case(World, row.Number);
            if (view?.Actions.FirstOrDefault(action => action is { Allowed: true, Needs: null, Action: not "urge" }) is { } action)
                return (view, action);
        }

        throw new InvalidOperationException("no open case of the first morning can be acted on");
    }

    /// <summary>An open case, something to do to it that asks for more first, and something that does not.</summary>
    public async Task<(CaseView Case, ActionView Asking, ActionView Plain)> CaseForTwo()
    {
        foreach (var row in (await Twin.Cases(World, new CaseQuery(Take: 100))).Items)
        {
            var allowed = (await Twin.Case(World, row.Number))?.Actions.Where(action => action.Allowed).ToArray() ?? [];
            if (allowed.FirstOrDefault(action => action.Needs is "case" or "department") is { } asking
                && allowed.FirstOrDefault(action => action is { Needs: null, Action: not "urge" }) is { } plain)
                return ((await Twin.Case(World, row.Number))!, asking, plain);
        }

        throw new InvalidOperationException("no open case of the first morning leaves two different things to do");
    }

    /// <summary>The code of a device that is not silent.</summary>
    public async Task<string> AnyDevice()
    {
        foreach (var cell in (await Twin.Cases(World, new CaseQuery(Open: null, Take: 500))).Items.Select(row => row.Cell).Distinct())
            if ((await Twin.Cell(World, cell))?.Devices.FirstOrDefault(device => device.SilencedUntilMs is null) is { } device)
                return device.Code;
        throw new InvalidOperationException("no device stands in a cell with a case");
    }

    /// <summary>An open case and something a role may not do to it now: one that waits to be dispatched, which only the dispatcher may.</summary>
    public async Task<(CaseView Case, ActionView Action)> CaseWithSomethingForbidden()
    {
        var cell = (await Twin.Cases(World, new CaseQuery(Open: null, Take: 1))).Items.First().Cell;
        var kind = (await Twin.Kinds(World)).First().Key;
        var reported = await Twin.Give(World, new Command("report", "tests", Cell: cell, What: kind));
        for (var move = 0; move < 5; move++)
        {
            var view = (await Twin.Case(World, reported.Case!.Value))!;
            if (view.Actions.FirstOrDefault(action => !action.Allowed) is { } forbidden)
                return (view, forbidden);
            var next = view.Actions.First(action => action is { Allowed: true, Action: "confirm" or "file" });
            await Twin.Give(World, new Command("act", "tests", next.Role, view.Row.Number, next.Action, view.Row.Version));
        }

        throw new InvalidOperationException("nothing was ever forbidden");
    }

    private static Cookie Keeps(string name, string value, string address) => new() { Name = name, Value = value, Url = address };
}

/// <summary>The tests that share the running twin.</summary>
[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<TwinInBrowser>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "in browser";
}
