using System.Security.Cryptography;

namespace GridGov.Twin.Web.Hosting;

/// <summary>
/// The headers every answer carries: a strict content security policy without <c>unsafe-eval</c>, and those that keep a browser from
/// guessing types, telling other sites where it was, or offering devices to the page.
/// </summary>
public static class SecurityHeaders
{
    private const string NonceKey = "csp-nonce";

    // The one <style> element CesiumJS 1.145 makes, for the credits it would show with ion.
    private const string CesiumCreditStyle = "'sha256-gM2CWYHXIHTu7Ts6ncwv0GMWZ9LXGrz2qqqjyuDojl8='";

    // Where terrain and imagery of Cesium ion come from, reached only with a token of the operator's own. Its world imagery is Bing's, whose tiles
    // come by the scheme the page itself came by.
    private const string IonHosts = " https://api.cesium.com https://assets.ion.cesium.com https://dev.virtualearth.net *.tiles.virtualearth.net";

    /// <summary>Adds the headers; <paramref name="ionToken"/> is the Cesium ion token, or null where no request may leave the host.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, string? ionToken) => app.Use((context, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[NonceKey] = nonce;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(nonce, string.IsNullOrWhiteSpace(ionToken) ? "" : IonHosts);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });

    /// <summary>The nonce that scripts of this answer carry.</summary>
    public static string? Nonce(this HttpContext context) => context.Items[NonceKey] as string;

    private static string Policy(string nonce, string ion) =>
        "default-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; font-src 'self'; "
        + $"script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; style-src-elem 'self' {CesiumCreditStyle}; "
        + $"style-src-attr 'unsafe-inline'; img-src 'self' data: blob:{ion}; connect-src 'self'{ion}; worker-src 'self'; frame-src 'self'; manifest-src 'self'";
}
