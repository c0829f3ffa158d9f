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
        if (Unsafe.SizeOf<T>() > Capacity)
        {
            throw new InvalidOperationException($"{typeof(T).Name} is {Unsafe.SizeOf<T>()} bytes; a body holds {Capacity}");
        }

        var body = new Body { Kind = T.Kind };
        Unsafe.WriteUnaligned(ref Unsafe.As<ulong, byte>(ref body.W0), value);
        return body;
    }

    /// <summary>Reads the typed body back. The caller has looked at <see cref="Kind"/> first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly T As<T>()
        where T : unmanaged, IBody =>
        Unsafe.ReadUnaligned<T>(ref Unsafe.As<ulong, byte>(ref Unsafe.AsRef(in W0)));
}
