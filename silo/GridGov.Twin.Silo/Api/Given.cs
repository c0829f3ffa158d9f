using System.Globalization;
using System.Text.Json;
using GridGov.Twin.Engine.World;
using GridGov.Twin.Silo.Worlds;
using Microsoft.AspNetCore.Http.Features;

namespace GridGov.Twin.Silo.Api;

/// <summary>Reads what a request gives, strictly, and says exactly what is wrong with it.</summary>
internal static class Given
{
    private const int MostBodyBytes = 1_000_000;
    private const int LongestActor = 64;
    private const int LongestKey = 128;

    /// <summary>The body, at most a megabyte.</summary>
    public static async Task<byte[]> Body(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > MostBodyBytes)
        {
            throw TooLarge();
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBodyBytes;
        }

        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, stop);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge();
        }

        return body.Length <= MostBodyBytes ? body.ToArray() : throw TooLarge();
    }

    /// <summary>The body as a record; what is unknown, missing or malformed is named by its place, with what was expected there.</summary>
    public static async Task<T> Json<T>(HttpRequest request, CancellationToken stop)
        where T : class
    {
        var body = await Body(request, stop);
        try
        {
            return JsonSerializer.Deserialize<T>(body, WireJson.Strict) ?? throw Problems.Malformed("malformed", "请求体为空", "the body says null; expected an object");
        }
        catch (JsonException wrong)
        {
            throw Malformed(wrong, typeof(T));
        }
    }

    public static WorldRefusedException Malformed(JsonException wrong, Type? expected = null)
    {
        var words = JsonFault.Words(wrong, expected);
        return Problems.Malformed("malformed", words.Zh, words.En);
    }

    /// <summary>Who asks, from the header <c>X-Actor</c> (percent-encoded UTF-8), 1 to 64 characters.</summary>
    public static string Actor(HttpRequest request)
    {
        var actor = Uri.UnescapeDataString(request.Headers["X-Actor"].ToString()).Trim();
        return actor.Length is >= 1 and <= LongestActor
            ? actor
            : throw Problems.Malformed("no-actor", "须用 X-Actor 头说明操作人（1至64字）", "the header X-Actor must say who asks, in 1 to 64 characters");
    }

    /// <summary>The idempotency key, or null.</summary>
    public static string? Key(HttpRequest request)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        return key.Length == 0 ? null
            : key.Length <= LongestKey && key.All(letter => letter is > ' ' and <= '~') ? key
            : throw Problems.Malformed("bad-key", "幂等键须为1至128个可见ASCII字符", "an idempotency key is 1 to 128 visible ASCII characters");
    }

    /// <summary>The version a case must have, from the header <c>If-Match</c>; null when there is none.</summary>
    public static int? IfMatch(HttpRequest request)
    {
        var text = request.Headers.IfMatch.ToString();
        return text.Length == 0 || text == "*" ? null
            : int.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
            : throw Problems.Malformed("bad-version", "If-Match 须为案件的 ETag", "If-Match must be a case's ETag");
    }

    /// <summary>A whole number of the query.</summary>
    public static long Whole(string? text, string name, long least, long most, long otherwise) =>
        string.IsNullOrEmpty(text) ? otherwise
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw Problems.Malformed("bad-number", $"{name} 须为 {least} 至 {most} 的整数", $"{name} must be a whole number from {least} to {most}");

    /// <summary>A pace as people write it; null where none is given.</summary>
    public static Pace? Pace(string? text)
    {
        try
        {
            return text is null ? null : Engine.World.Pace.Parse(text);
        }
        catch (FormatException)
        {
            throw Problems.Unusable("bad-pace", "速度应为 max 或大于0且不超过1000000的数", "a pace is max or a number above 0 and at most 1000000");
        }
    }

    /// <summary>Yes, no, or null when it is not given.</summary>
    public static bool? YesNo(string? text, string name) =>
        string.IsNullOrEmpty(text) ? null
            : bool.TryParse(text, out var yes) ? yes
            : throw Problems.Malformed("bad-flag", $"{name} 须为 true 或 false", $"{name} must be true or false");

    private static WorldRefusedException TooLarge() => new(413, "too-large", new Contracts.Name("请求体超过1 MB", "the body is larger than 1 MB"));
}
