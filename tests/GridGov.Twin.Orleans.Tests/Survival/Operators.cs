using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GridGov.Twin.Orleans.Tests.Survival;

/// <summary>People at the controls who give commands to any silo that answers, and send a command again with its key until somebody says what became of it.</summary>
internal sealed class Operators(IReadOnlyList<SiloProcess> silos, string[] cells, string what, int seed) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(40) };
    private readonly CancellationTokenSource _stop = new();
    private Task[] _people = [];

    /// <summary>The commands that were acknowledged: their keys and the numbers of their inputs.</summary>
    public ConcurrentDictionary<string, long> Acknowledged { get; } = new();

    public void Begin(int people) => _people = [.. Enumerable.Range(0, people).Select(person => Task.Run(() => Work(new Random(seed + person))))];

    /// <summary>Gives no new commands, and waits until every command under way has its answer.</summary>
    public async Task End()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_people).WaitAsync(TimeSpan.FromMinutes(5));
    }

    public void Dispose()
    {
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task Work(Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            var key = $"{random.NextInt64():x}";
            var command = new { kind = "report", actor = "operator", cell = cells[random.Next(cells.Length)], what };
            while (await Give(silos[random.Next(silos.Count)], key, command) is var answer && answer is null)
            {
                await Task.Delay(200);
            }

            await Task.Delay(50);
        }
    }

    private async Task<string?> Give(SiloProcess silo, string key, object command)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{silo.Address}/api/v1/worlds/live/commands") { Content = JsonContent.Create(command) };
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await _http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted)
            {
                Acknowledged[key] = JsonDocument.Parse(text).RootElement.GetProperty("input").GetInt64();
                return text;
            }

            (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError).ShouldBeTrue($"{answer.StatusCode}: {text}");
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
        {
            // It may have got in; the same key tells.
        }

        return null;
    }
}
