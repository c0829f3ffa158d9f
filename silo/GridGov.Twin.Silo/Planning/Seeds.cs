using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Silo.Planning;

/// <summary>Seeds as people name them: a number below 2^63, and whether every draw is mirrored.</summary>
internal static class Seeds
{
    public static ulong Plain(ulong seed) => IsMirrored(seed) ? ChanceStream.MirrorOf(seed) : seed;

    public static bool IsMirrored(ulong seed) => ChanceStream.MirrorOf(seed) < seed;

    public static ulong Whole(ulong seed, bool isMirrored) => isMirrored ? ChanceStream.MirrorOf(Plain(seed)) : seed;
}
