using GridGov.Twin.Silo.Worlds;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridGov.Twin.Silo.Api;

/// <summary>
/// What HTTP asks of every address: HEAD is answered like GET without the body, and an address or method of the API that does not exist
/// is a problem, not an empty answer.
/// </summary>
public static class PlainHttp
{
    /// <summary>Adds it around the whole application, before routes are chosen. Adding it twice does no harm.</summary>
    public static IServiceCollection AddPlainHttp(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, Around>());
        return services;
    }

    // An answer that never ends has no end to leave out.
    private static bool IsEndless(PathString path) =>
        path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase) || path.Value!.EndsWith("/changes", StringComparison.OrdinalIgnoreCase);

    private static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    // The server knows the method that was asked for and sends no body.
    private static Task AnswerHead(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method) && !IsEndless(context.Request.Path))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    private static Task Explain(HttpContext context)
    {
        var (method, may) = (context.Request.Method, context.Response.Headers.Allow.ToString());
        return context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Problems.Result(
                context, Problems.NotFound("no-such-address", "没有此地址", "there is nothing at this address")).ExecuteAsync(context),
            StatusCodes.Status405MethodNotAllowed => Problems.Result(context, new WorldRefusedException(
                405, "wrong-method", new($"此地址不支持 {method}，可用 {may}", $"this address does not take {method}; it takes {may}"))).ExecuteAsync(context),
            StatusCodes.Status502BadGateway or StatusCodes.Status504GatewayTimeout => Problems.Result(
                context, new WorldRefusedException(context.Response.StatusCode, "host-away", new("后台主机暂时无法连接", "the twin's host cannot be reached now"))).ExecuteAsync(context),
            _ => Task.CompletedTask,
        };
    }

    private sealed class Around : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(AnswerHead);
            app.UseWhen(IsForPrograms, programs => programs.UseStatusCodePages(empty => Explain(empty.HttpContext)));
            next(app);
        };
    }
}
