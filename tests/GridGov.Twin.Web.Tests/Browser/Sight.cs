using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>A page as its viewer sees it, and what went wrong behind it: requests to other hosts, breaches of the policy, errors of scripts.</summary>
public sealed class Sight : IAsyncDisposable
{
    private const float PatienceMs = 120_000;
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _wrong = new();

    internal Sight(IBrowserContext context, IPage page, string address)
    {
        (_context, Page) = (context, page);
        page.SetDefaultTimeout(PatienceMs);
        page.SetDefaultNavigationTimeout(PatienceMs);
        var host = new Uri(address).Authority;
        context.Request += (_, request) => Note(IsForeign(request.Url, host), $"asks elsewhere: {request.Url}");
        page.Console += (_, line) => Note(line.Text.Contains("Content Security Policy", StringComparison.Ordinal), line.Text);
        page.PageError += (_, error) => _wrong.Enqueue($"script error: {error}");
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>Waits for something to be seen.</summary>
    public Task Sees(string selector) => Page.Locator(selector).First.WaitForAsync();

    /// <summary>Waits for something to be seen that holds this text.</summary>
    public Task Sees(string selector, string text) => Page.Locator(selector).Filter(new() { HasText = text }).First.WaitForAsync();

    /// <summary>The text of the first such element.</summary>
    public Task<string> Text(string selector) => Page.Locator(selector).First.InnerTextAsync();

    /// <summary>Waits until an expression of the page is true.</summary>
    public Task Until(string expression) => Until(() => IsTrue(expression), expression);

    /// <summary>Tries again and again until something has come true.</summary>
    public static async Task Until(Func<Task<bool>> isTrue, string what)
    {
        // Asked again and again from outside: the page's policy forbids it to evaluate the text by itself.
        for (var until = DateTime.UtcNow.AddMilliseconds(PatienceMs); !await isTrue(); await Task.Delay(300))
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"never became true: {what}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task<bool> IsTrue(string expression)
    {
        try
        {
            return await Page.EvaluateAsync<bool>($"!!({expression})");
        }
        catch (PlaywrightException)
        {
            // The page is just being left for another one, or was not yet drawn.
            return false;
        }
    }

    private void Note(bool isWrong, string what)
    {
        if (isWrong)
            _wrong.Enqueue(what);
    }

    private static bool IsForeign(string url, string host) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "ws" or "wss" && uri!.Authority != host;
}
