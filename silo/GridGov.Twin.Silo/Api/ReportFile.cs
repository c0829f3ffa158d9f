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
        var isPage = Path.GetFileName(file) is ExperimentPage or ProofPage;
        context.Response.Headers.CacheControl = "no-cache";
        if (isPage)
        {
            ReportPolicy.Set(context.Response.Headers, file);
        }

        var kind = Path.GetExtension(file) switch { ".html" => "text/html; charset=utf-8", ".json" => "application/json", _ => "text/csv; charset=utf-8" };
        return TypedResults.PhysicalFile(file, kind, isPage ? null : savedAs, lastModified: File.GetLastWriteTimeUtc(file));
    }
}
