using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// SignalR's JSON protocol, but for frames, which go as the bytes they are instead of in base64. Each message is its length as LEB128, and then
/// either JSON's text or a 2, the length of the stream's id, the id, and the frame.
/// </summary>
internal sealed class FrameHubProtocol : IHubProtocol
{
    private const byte Item = 2;
    private const int LongestId = 127;
    private const int LongestLength = 5;
    private const int LongestHead = LongestLength + 2 + LongestId;
    private readonly JsonHubProtocol _json = new();

    public string Name => "twin-frames";

    public int Version => 1;

    public TransferFormat TransferFormat => TransferFormat.Binary;

    public bool IsVersionSupported(int version) => version == Version;

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        // Like JSON's own protocol, passes over messages of kinds it does not know.
        while (TryCut(ref input, out var text))
        {
            if (_json.TryParseMessage(ref text, binder, out message))
            {
                return true;
            }
        }

        message = null;
        return false;
    }

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output)
    {
        if (message is StreamItemMessage { Item: byte[] frame, InvocationId: { Length: <= LongestId } id } && Ascii.IsValid(id))
        {
            WriteFrame(id, frame, output);
        }
        else
        {
            var text = _json.GetMessageBytes(message).Span;
            output.Advance(PutLength(text.Length, output.GetSpan(LongestLength)));
            output.Write(text);
        }
    }

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message)
    {
        var output = message is StreamItemMessage { Item: byte[] frame } ? new ArrayBufferWriter<byte>(LongestHead + frame.Length) : new ArrayBufferWriter<byte>();
        WriteMessage(message, output);
        return output.WrittenMemory;
    }

    private static void WriteFrame(string id, byte[] frame, IBufferWriter<byte> output)
    {
        var to = output.GetSpan(LongestHead + frame.Length);
        // The length counts the kind and the id's own length, too.
        var at = PutLength(2 + id.Length + frame.Length, to);
        (to[at], to[at + 1]) = (Item, (byte)id.Length);
        at += 2 + Encoding.ASCII.GetBytes(id, to[(at + 2)..]);
        frame.CopyTo(to[at..]);
        output.Advance(at + frame.Length);
    }

    // Says how many bytes it took.
    private static int PutLength(int length, Span<byte> to)
    {
        var at = 0;
        for (; length >= 0x80; length >>= 7)
        {
            to[at++] = (byte)(length | 0x80);
        }

        to[at++] = (byte)length;
        return at;
    }

    // False while the rest of a message is yet to come.
    private static bool TryCut(ref ReadOnlySequence<byte> input, out ReadOnlySequence<byte> message)
    {
        const int MostBits = 28;
        var reader = new SequenceReader<byte>(input);
        var length = 0;
        for (var shift = 0; reader.TryRead(out var next); shift += 7)
        {
            length |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                var isWhole = reader.Remaining >= length;
                message = isWhole ? reader.UnreadSequence.Slice(0, length) : default;
                input = isWhole ? input.Slice(message.End) : input;
                return isWhole;
            }

            if (shift + 7 >= MostBits)
            {
                throw new InvalidDataException("a message's length has more than four bytes");
            }
        }

        message = default;
        return false;
    }
}
