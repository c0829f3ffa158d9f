using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Client;

/// <summary>
/// Follows a world's changes by server-sent events. When the line breaks it waits a little longer each time, up to five seconds, and goes on
/// after the last note it has; a follower sees the gap in <see cref="ChangeNote.Sequence"/>.
/// </summary>
internal sealed class ChangeFeed(HttpClient http, string path)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private string? _last;

    public async IAsyncEnumerable<ChangeNote> Follow([EnumeratorCancellation] CancellationToken stop)
    {
        var wait = FirstWait;
        while (true)
        {
            using var answer = await Connect(stop);
            if (answer is not null)
            {
                await foreach (var note in Read(answer, stop))
                {
                    wait = FirstWait;
                    yield return note;
                }
            }

            await Task.Delay(wait, stop);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    // Null when the host cannot be reached now; a host that says there is no such world is believed.
    private async Task<HttpResponseMessage?> Connect(CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (_last is not null)
        {
            request.Headers.Add("Last-Event-ID", _last);
        }

        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        }
        catch (HttpRequestException)
        {
            return null;
        }

        if ((int)answer.StatusCode is >= 400 and < 500 and not 429)
        {
            using (answer)
            {
                await Refusal.ThrowIfRefused(answer, stop);
            }
        }

        return answer;
    }

    private async IAsyncEnumerable<ChangeNote> Read(HttpResponseMessage answer, [EnumeratorCancellation] CancellationToken stop)
    {
        if (!answer.IsSuccessStatusCode)
        {
            yield break;
        }

        var parser = SseParser.Create(await answer.Content.ReadAsStreamAsync(stop), (_, data) => JsonSerializer.Deserialize<ChangeNote>(data, TwinJson.Options));
        await using var items = parser.EnumerateAsync(stop).GetAsyncEnumerator(stop);
        while (await Next(items))
        {
            _last = parser.LastEventId;
            if (items.Current.Data is { } note)
            {
                yield return note;
            }
        }
    }

    private static async Task<bool> Next(IAsyncEnumerator<SseItem<ChangeNote?>> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            return false;
        }
    }
}
