using GridGov.Twin.Contracts;
using GridGov.Twin.Journal;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Api;

/// <summary>Refusals as problem details (RFC 9457), with a stable word <c>code</c> and the reason in both languages as extension members.</summary>
internal static class Problems
{
    public static WorldRefusedException NotFound(string code, string zh, string en) => new(404, code, new Name(zh, en));

    public static WorldRefusedException Malformed(string code, string zh, string en) => new(400, code, new Name(zh, en));

    public static WorldRefusedException Conflict(string code, string zh, string en) => new(409, code, new Name(zh, en));

    public static WorldRefusedException Unusable(string code, string zh, string en) => new(422, code, new Name(zh, en));

    /// <summary>What a world refused to do.</summary>
    public static WorldRefusedException Of(StoredAnswer refused, bool isPrecondition, int? version)
    {
        var status = refused.Code switch
        {
            "no-such-case" or "no-such-officer" or "no-such-cell" or "no-such-department" => 404,
            "moved-on" when isPrecondition => 412,
            "bad-length" or "bad-report" => 422,
            _ => 409,
        };
        return new WorldRefusedException(status, refused.Code!, refused.Why!) { Version = version };
    }

    public static IResult Result(HttpContext context, WorldRefusedException why)
    {
        if (why.RetryAfterS is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var members = new Dictionary<string, object?> { ["code"] = why.Code, ["zh"] = why.Why.Zh, ["en"] = why.Why.En };
        if (why.Version is { } version)
        {
            members["version"] = version;
        }

        return TypedResults.Problem(why.Why.En, statusCode: why.Status, extensions: members);
    }

    /// <summary>Turns what endpoints refuse into problems; anything unforeseen into one without particulars, which are logged.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (WorldRefusedException why)
        {
            return Result(context.HttpContext, why);
        }
        catch (JournalException fault) when (fault.Problem == JournalProblem.Unavailable)
        {
            return Result(context.HttpContext, WorldRefusedException.NoJournal(fault.Message));
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("GridGov.Twin.Silo.Api").Unforeseen(fault, context.HttpContext.Request.Path);
            return Result(context.HttpContext, new WorldRefusedException(500, "unforeseen", new Name("服务器内部错误", "something unforeseen went wrong; it was logged")));
        }
    }
}

/// <summary>What the API logs.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(LogLevel.Error, "{Path} failed")]
    public static partial void Unforeseen(this ILogger log, Exception fault, string path);
}
