using GridGov.Twin.Contracts;

namespace GridGov.Twin.Web.Live;

/// <summary>A short message that goes by itself. <paramref name="Tone"/> is good, bad or plain.</summary>
public sealed record Toast(long Number, string Tone, Name Text);

/// <summary>The messages on one page: answers to what was done there.</summary>
public sealed class Toasts
{
    private const int Most = 4;
    private readonly List<Toast> _shown = [];
    private long _next;

    /// <summary>One came or went.</summary>
    public event Action? Changed;

    /// <summary>Those to show, the oldest first.</summary>
    public IReadOnlyList<Toast> Shown => _shown;

    /// <summary>Shows a message for some seconds; bad news stay longer.</summary>
    public void Say(string tone, Name text)
    {
        var toast = new Toast(_next++, tone, text);
        _shown.Add(toast);
        if (_shown.Count > Most)
            _shown.RemoveAt(0);
        Changed?.Invoke();
        _ = Fade(toast, TimeSpan.FromSeconds(tone == "bad" ? 12 : 6));
    }

    /// <summary>Takes a message away.</summary>
    public void Remove(Toast toast)
    {
        if (_shown.Remove(toast))
            Changed?.Invoke();
    }

    private async Task Fade(Toast toast, TimeSpan after)
    {
        await Task.Delay(after);
        Remove(toast);
    }
}
