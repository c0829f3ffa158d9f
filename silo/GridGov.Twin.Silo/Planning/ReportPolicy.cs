using System.Text.RegularExpressions;

namespace GridGov.Twin.Silo.Planning;

/// <summary>
/// The headers of a report: the policy the page itself carries, which lets its own inline parts run and nothing else, and no more rights than a page
/// from nowhere, even when it is opened by itself. It may be shown inside the pages of this host.
/// </summary>
internal static partial class ReportPolicy
{
    private const string Rights = "frame-ancestors 'self'; sandbox allow-scripts allow-downloads allow-popups";
    private const int HeadCharacters = 4_096;

    /// <summary>Sets the headers for a page that is read from its beginning.</summary>
    public static void Set(IHeaderDictionary headers, TextReader page)
    {
        headers.ContentSecurityPolicy = $"{Own(page) ?? "default-src 'none'; style-src 'unsafe-inline'"}; {Rights}";

        // Browsers refuse a page that is both from nowhere and kept apart from its openers.
        headers.Remove("Cross-Origin-Opener-Policy");
    }

    private static string? Own(TextReader page)
    {
        var head = new char[HeadCharacters];
        var read = page.ReadBlock(head);
        return Policy().Match(new string(head, 0, read)) is { Success: true } said ? said.Groups["policy"].Value.TrimEnd(';', ' ') : null;
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"(?<policy>[^\"\r\n]+)\"")]
    private static partial Regex Policy();
}
