namespace GridGov.Twin.Web.Language;

/// <summary>What a browser keeps of its viewer, in cookies; fields are null where it keeps nothing.</summary>
public sealed record ViewerKeeps(string? Lang, string? Theme, string? Role, string? Actor)
{
    /// <summary>What the request's cookies say.</summary>
    public static ViewerKeeps Of(HttpContext? context) => context?.Request.Cookies is { } cookies
        ? new(cookies["gg-lang"], cookies["gg-theme"], cookies["gg-role"], cookies["gg-actor"])
        : new(null, null, null, null);
}
