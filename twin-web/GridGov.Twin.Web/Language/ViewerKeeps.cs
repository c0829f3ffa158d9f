using Microsoft.JSInterop;

namespace GridGov.Twin.Web.Language;

/// <summary>What a browser keeps of its viewer, in cookies; fields are null where it keeps nothing.</summary>
public sealed record ViewerKeeps(string? Lang, string? Theme, string? Role, string? Actor, string? Part = null)
{
    /// <summary>What the request's cookies say.</summary>
    public static ViewerKeeps Of(HttpContext? context) => context?.Request.Cookies is { } cookies
        ? new(cookies["gg-lang"], cookies["gg-theme"], cookies["gg-role"], cookies["gg-actor"], cookies["gg-part"])
        : new(null, null, null, null);

    /// <summary>Has the browser keep it.</summary>
    public async Task KeepIn(IJSRuntime browser)
    {
        foreach (var (name, value) in new[] { ("lang", Lang), ("theme", Theme), ("role", Role), ("actor", Actor), ("part", Part) })
            await browser.InvokeVoidAsync("twinPage.keep", name, value);
    }
}
