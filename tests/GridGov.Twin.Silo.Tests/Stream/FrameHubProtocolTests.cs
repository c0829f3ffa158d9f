using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using GridGov.Twin.Silo.Stream;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace GridGov.Twin.Silo.Tests.Stream;

public class FrameHubProtocolTests
{
    private readonly FrameHubProtocol _protocol = new();

    [Fact]
    public void A_frame_goes_as_its_bytes_behind_the_streams_id() =>
        _protocol.GetMessageBytes(new StreamItemMessage("12", new byte[] { 0, 255, 128 })).ToArray().ShouldBe(new byte[] { 7, 2, 2, 0x31, 0x32, 0, 255, 128 });

    [Theory]
    [InlineData("an id that is not ASCII: 世界")]
    [InlineData(0)]
    public void What_is_no_frame_for_a_plain_id_goes_as_json(object what)
    {
        object item = what is string ? new byte[] { 1 } : 5;
        var bytes = _protocol.GetMessageBytes(new StreamItemMessage(what as string ?? "1", item)).ToArray();
        bytes[0].ShouldBe((byte)(bytes.Length - 1));
        bytes[1].ShouldBe((byte)'{');
    }

    [Fact]
    public void A_call_that_comes_in_pieces_is_understood_once_it_is_whole()
    {
        var call = new InvocationMessage("Look", [new string('x', 300)]);
        byte[] bytes = [.. _protocol.GetMessageBytes(call).Span, .. _protocol.GetMessageBytes(PingMessage.Instance).Span];
        var first = _protocol.GetMessageBytes(call).Length;
        for (var length = 0; length < first; length++)
        {
            var part = new ReadOnlySequence<byte>(bytes, 0, length);
            _protocol.TryParseMessage(ref part, new Strings(), out _).ShouldBeFalse();
            part.Length.ShouldBe(length, "nothing is taken of what is not whole");
        }

        var all = new ReadOnlySequence<byte>(bytes);
        _protocol.TryParseMessage(ref all, new Strings(), out var message).ShouldBeTrue();
        message.ShouldBeOfType<InvocationMessage>().Arguments.ShouldBe(call.Arguments);
        _protocol.TryParseMessage(ref all, new Strings(), out message).ShouldBeTrue();
        message.ShouldBeOfType<PingMessage>();
        all.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80, 1 })]
    [InlineData(new byte[] { 3, (byte)'{', (byte)'x', 0x1E })]
    public void Bytes_no_client_sends_are_refused(byte[] bytes) => Should.Throw<InvalidDataException>(() =>
    {
        var input = new ReadOnlySequence<byte>(bytes);
        _protocol.TryParseMessage(ref input, new Strings(), out _);
    });

    /// <summary>Asks for a view in this protocol over a raw socket, and returns the first frame.</summary>
    internal static async Task<byte[]> FirstFrame(Uri host, string world, ViewRect view)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{host.Authority}/hubs/twin"), patience.Token);
        await Send(socket, Encoding.UTF8.GetBytes("""{"protocol":"twin-frames","version":1}""" + '\u001e'), patience.Token);
        await Send(socket, new FrameHubProtocol().GetMessageBytes(new StreamInvocationMessage("0", "View", [world, view])), patience.Token);
        var buffer = new byte[1 << 20];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
                length += received.Count;
            }
            while (!received.EndOfMessage);
            received.MessageType.ShouldNotBe(WebSocketMessageType.Close);

            // A length of one to three bytes, 2, the id's length and the id: a frame. All else is text.
            var at = Array.FindIndex(buffer, 0, Math.Min(3, length), part => part < 0x80) + 1;
            if (received.MessageType == WebSocketMessageType.Binary && buffer.AsSpan(at, 3).SequenceEqual("\u0002\u00010"u8))
            {
                return buffer[(at + 3)..length];
            }
        }
    }

    private static Task Send(ClientWebSocket socket, ReadOnlyMemory<byte> bytes, CancellationToken stop) =>
        socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, stop).AsTask();

    private sealed class Strings : IInvocationBinder
    {
        public IReadOnlyList<Type> GetParameterTypes(string methodName) => [typeof(string)];

        public Type GetReturnType(string invocationId) => typeof(object);

        public Type GetStreamItemType(string streamId) => typeof(byte[]);
    }
}
