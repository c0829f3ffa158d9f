using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace GridGov.Twin.Silo.Tests.Stream;

/// <summary>SignalR's JSON protocol over a raw socket: just what a viewer needs.</summary>
internal sealed class HubSocket : IAsyncDisposable
{
    private const char End = '\u001e';
    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonElement> _read = new();
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromMinutes(2));

    public static async Task<HubSocket> Connect(Uri host, string? origin = null, string? world = null)
    {
        var hub = new HubSocket();
        if (origin is not null)
        {
            hub._socket.Options.SetRequestHeader("Origin", origin);
        }

        await hub._socket.ConnectAsync(new Uri($"ws://{host.Authority}/hubs/twin{(world is null ? "" : $"?world={world}")}"), hub._patience.Token);
        await hub.Send("""{"protocol":"json","version":1}""");
        (await hub.Next()).TryGetProperty("error", out _).ShouldBeFalse();
        return hub;
    }

    public Task Stream(string id, string target, params object?[] arguments) =>
        Send(JsonSerializer.Serialize(new { type = 4, invocationId = id, target, arguments }));

    public Task Invoke(string id, string target, params object?[] arguments) =>
        Send(JsonSerializer.Serialize(new { type = 1, invocationId = id, target, arguments }));

    /// <summary>The next message that is an item (2), a completion (3) or a close (7).</summary>
    public async Task<JsonElement> Next()
    {
        while (true)
        {
            while (_read.TryDequeue(out var message))
            {
                if (!message.TryGetProperty("type", out var type) || type.GetInt32() is 2 or 3 or 7)
                {
                    return message;
                }
            }

            await Read();
        }
    }

    public async Task<byte[]> Frame()
    {
        var message = await Next();
        message.GetProperty("type").GetInt32().ShouldBe(2, message.ToString());
        return message.GetProperty("item").GetBytesFromBase64();
    }

    public async Task<string> Error()
    {
        while (true)
        {
            var message = await Next();
            if (message.GetProperty("type").GetInt32() == 3)
            {
                return message.TryGetProperty("error", out var error) ? error.GetString()! : "";
            }
        }
    }

    public Task Send(string text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text + End), WebSocketMessageType.Text, endOfMessage: true, _patience.Token);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _patience.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Read()
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(buffer.AsMemory(), _patience.Token);
            text.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);
        foreach (var message in Encoding.UTF8.GetString(text.ToArray()).Split(End, StringSplitOptions.RemoveEmptyEntries))
        {
            using var parsed = JsonDocument.Parse(message);
            _read.Enqueue(parsed.RootElement.Clone());
        }
    }
}
