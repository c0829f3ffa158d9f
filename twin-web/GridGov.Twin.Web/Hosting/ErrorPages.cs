namespace GridGov.Twin.Web.Hosting;

/// <summary>What people see when a page is missing or fails. Programs, under <c>/api</c> and <c>/hubs</c>, get their own answers.</summary>
public static class ErrorPages
{
    /// <summary>Shows the pages <c>/missing</c> and <c>/broken</c> in place of an empty answer or a stack trace.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app.UseWhen(IsForPeople, pages =>
    {
        pages.UseExceptionHandler("/broken");
        pages.UseStatusCodePagesWithReExecute("/missing");
    });

    private static bool IsForPeople(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);
}
