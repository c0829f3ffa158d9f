using GridGov.Twin.Silo.Planning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridGov.Twin.Silo.Api;

/// <summary>Sends a file of a report: a page is shown under its own policy, everything else is saved under a name.</summary>
internal static class ReportFile
{
    public const string ExperimentPage = "report.html";
    public const string ProofPage = "proof.html";

    /// <summary>Sends the file at <paramref name="path"/>.</summary>
    /// <exception cref="Worlds.WorldRefusedException">It is null: there is no such file.</exception>
    public static PhysicalFileHttpResult Send(string? path, string savedAs, HttpContext context)
    {
        var file = path ?? throw Problems.NotFound("no-such-report", "尚无此报告", "there is no such report yet");
        var isPage = IsPage(file);
        using var page = isPage ? new StreamReader(file) : null;
        Set(context.Response.Headers, page);
        return TypedResults.PhysicalFile(file, KindOf(file), isPage ? null : savedAs, lastModified: File.GetLastWriteTimeUtc(file));
    }

    /// <summary>Sends a file of a report that was made just now.</summary>
    public static FileContentHttpResult Send(byte[] content, string name, string savedAs, HttpContext context)
    {
        using var page = IsPage(name) ? new StreamReader(new MemoryStream(content)) : null;
        Set(context.Response.Headers, page);
        return TypedResults.Bytes(content, KindOf(name), IsPage(name) ? null : savedAs);
    }

    private static void Set(IHeaderDictionary headers, StreamReader? page)
    {
        headers.CacheControl = "no-cache";
        if (page is not null)
        {
            ReportPolicy.Set(headers, page);
        }
    }

    private static bool IsPage(string file) => Path.GetFileName(file) is ExperimentPage or ProofPage;

    private static string KindOf(string file) =>
        Path.GetExtension(file) switch { ".html" => "text/html; charset=utf-8", ".json" => "application/json", _ => "text/csv; charset=utf-8" };
}
