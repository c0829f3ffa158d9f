using System.Runtime.CompilerServices;

namespace GridGov.Twin.Engine.Grains;

/// <summary>
/// A typed record of at most <see cref="Body.Capacity"/> bytes that travels between grains or out to the journal.
/// It must be unmanaged and without padding, for its bytes are hashed and stored.
/// </summary>
public interface IBody
{
    /// <summary>The number that tells this type from every other of its model; a storage format, never reused.</summary>
    static abstract ushort Kind { get; }
}

/// <summary>A message from one grain to another.</summary>
public interface IMessage : IBody;

/// <summary>A fact a grain announces; what the journal keeps and projections follow.</summary>
public interface IEvent : IBody;

/// <summary>Any <see cref="IBody"/>, boxed in place: its kind and its bytes, without allocation.</summary>
public struct Body
{
    /// <summary>The largest body in bytes.</summary>
    public const int Capacity = 32;

    /// <summary>The body's bytes as four words; the unused ones are zero.</summary>
    public ulong W0, W1, W2, W3;

    /// <summary>Which type <see cref="As{T}"/> gives back.</summary>
    public ulong Kind;

    /// <summary>Packs a typed body.</summary>
    /// <exception cref="InvalidOperationException">The type is larger than <see cref="Capacity"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Body Of<T>(in T value)
        where T : unmanaged, IBody
    {
        Unsafe.SkipInit(out Body body);
        body.Pack(value);
        return body;
    }

    /// <summary>Packs a typed body in place.</summary>
    // Word by word, here and in Copy: a processor that has just stored single words stalls when it is to load them as one wide value.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Pack<T>(in T value)
        where T : unmanaged, IBody
    {
        if (Unsafe.SizeOf<T>() > Capacity)
        {
            throw new InvalidOperationException($"{typeof(T).Name} is {Unsafe.SizeOf<T>()} bytes; a body holds {Capacity}");
        }

        W0 = Word(value, 0);
        W1 = Word(value, 8);
        W2 = Word(value, 16);
        W3 = Word(value, 24);
        Kind = T.Kind;
    }

    /// <summary>Becomes like <paramref name="other"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Copy(in Body other)
    {
        W0 = other.W0;
        W1 = other.W1;
        W2 = other.W2;
        W3 = other.W3;
        Kind = other.Kind;
    }

    /// <summary>Reads the typed body back. The caller has looked at <see cref="Kind"/> first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T As<T>()
        where T : unmanaged, IBody =>
        Unsafe.ReadUnaligned<T>(ref Unsafe.As<ulong, byte>(ref Unsafe.AsRef(in W0)));

    // The eight bytes from this offset on, zeros beyond the end. All branches are decided when the method is compiled.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word<T>(in T value, int offset)
        where T : unmanaged
    {
        var bytes = Unsafe.SizeOf<T>() - offset;
        if (bytes <= 0)
        {
            return 0;
        }

        ref var at = ref Unsafe.AddByteOffset(ref Unsafe.As<T, byte>(ref Unsafe.AsRef(in value)), offset);
        if (bytes >= 8)
        {
            return Unsafe.ReadUnaligned<ulong>(ref at);
        }

        var four = (bytes & 4) != 0 ? Unsafe.ReadUnaligned<uint>(ref at) : 0UL;
        var two = (bytes & 2) != 0 ? Unsafe.ReadUnaligned<ushort>(ref Unsafe.AddByteOffset(ref at, bytes & 4)) : 0UL;
        var one = (bytes & 1) != 0 ? Unsafe.AddByteOffset(ref at, bytes & 6) : 0UL;
        return four | (two << ((bytes & 4) * 8)) | (one << ((bytes & 6) * 8));
    }
}
