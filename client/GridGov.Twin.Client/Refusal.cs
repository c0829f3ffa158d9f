using System.Net.Http.Json;
using System.Text.Json;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Client;

/// <summary>A host's "no" (RFC 9457 problem details with a machine word and both languages) as an exception.</summary>
internal static class Refusal
{
    /// <summary>The host has no world of that name.</summary>
    public const string NoSuchWorld = "no-such-world";

    private sealed record Problem(string? Title, string? Detail, string? Code, string? Zh, string? En);

    public static async Task ThrowIfRefused(HttpResponseMessage answer, CancellationToken stop)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        var problem = await Read(answer, stop);
        var en = problem?.En ?? problem?.Detail ?? problem?.Title ?? answer.ReasonPhrase ?? "refused";
        throw new TwinRefusedException((int)answer.StatusCode, problem?.Code ?? "refused", new Name(problem?.Zh ?? en, en));
    }

    // Something in between, such as a proxy, may answer in its own words.
    private static async Task<Problem?> Read(HttpResponseMessage answer, CancellationToken stop)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return null;
        }

        try
        {
            return await answer.Content.ReadFromJsonAsync<Problem>(TwinJson.Options, stop);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
