using System.Runtime.InteropServices;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Engine.Tests.Grains;

public class BodyTests
{
    [Fact]
    public void A_body_gives_back_what_was_packed_and_zeros_beyond()
    {
        RoundTrip(new One(0xFE));
        RoundTrip(new Three(0xABCD, 0xEF));
        RoundTrip(new Seven(0x1234_5678, 0x9ABC, 0xDE));
        RoundTrip(new Thirteen(ulong.MaxValue, 0x8000_0001, 0xFF));
        RoundTrip(new Full(1, ulong.MaxValue, 3, 0x8000_0000_0000_0004));
    }

    [Fact]
    public void A_body_that_is_too_large_is_refused_by_name()
    {
        Should.Throw<InvalidOperationException>(() => Body.Of(default(TooLarge))).Message.ShouldBe("TooLarge is 33 bytes; a body holds 32");
    }

    private static void RoundTrip<T>(T value)
        where T : unmanaged, IBody
    {
        var body = Body.Of(value);
        body.As<T>().ShouldBe(value);
        body.Kind.ShouldBe(T.Kind);
        var bytes = MemoryMarshal.AsBytes<ulong>(new[] { body.W0, body.W1, body.W2, body.W3 });
        bytes[..Marshal.SizeOf<T>()].SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value))).ShouldBeTrue();
        bytes[Marshal.SizeOf<T>()..].ContainsAnyExcept((byte)0).ShouldBeFalse();
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private record struct One(byte A) : IMessage
    {
        public static ushort Kind => 1;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private record struct Three(ushort A, byte B) : IMessage
    {
        public static ushort Kind => 2;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private record struct Seven(uint A, ushort B, byte C) : IMessage
    {
        public static ushort Kind => 3;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private record struct Thirteen(ulong A, uint B, byte C) : IMessage
    {
        public static ushort Kind => 4;
    }

    private record struct Full(ulong A, ulong B, ulong C, ulong D) : IMessage
    {
        public static ushort Kind => 5;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private record struct TooLarge(ulong A, ulong B, ulong C, ulong D, byte E) : IMessage
    {
        public static ushort Kind => 6;
    }
}
