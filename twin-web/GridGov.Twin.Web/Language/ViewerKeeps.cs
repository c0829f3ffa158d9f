using Microsoft.JSInterop;

namespace GridGov.Twin.Web.Language;

/// <summary>What a browser keeps of its viewer, in cookies; fields are null where it keeps nothing.</summary>
public sealed record ViewerKeeps(string? Lang, string? Theme, string? Role, string? Actor, string? Part = null)
{
    /// <summary>What the request's cookies say.</summary>
    public static ViewerKeeps Of(HttpContext? context) => context?.Request.Cookies is { } cookies
        ? new(cookies["gg-lang"], cookies["gg-theme"], cookies["gg-role"], cookies["gg-actor"], cookies["gg-part"])
        : new(null, null, null, null);

    /// <summary>Has the browser keep it, all in one call: what the page shows is then not forgotten by a reload in between.</summary>
    public ValueTask KeepIn(IJSRuntime browser) => browser.InvokeVoidAsync("twinPage.keep", this);
}
