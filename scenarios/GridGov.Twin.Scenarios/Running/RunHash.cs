using System.Globalization;
using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.Running;

/// <summary>
/// The proof that two runs are the same: 64 bits over the whole history (every message and event, in order), the whole final state, the
/// simulated length and the seed. Equal at every pace and on every machine; printed as 16 hexadecimal digits.
/// </summary>
/// <param name="History">The world's event hash.</param>
/// <param name="State">The world's state hash at the end.</param>
/// <param name="Whole">Both, the length in milliseconds and the seed folded together.</param>
public sealed record RunHash(ulong History, ulong State, ulong Whole)
{
    /// <summary>The hash of a run.</summary>
    public static RunHash Of(ulong history, ulong state, Duration length, ulong seed)
    {
        var hash = new RunningHash(seed);
        hash.Fold(history, state);
        hash.Fold((ulong)length.Milliseconds, seed);
        return new RunHash(history, state, hash.Value);
    }

    /// <summary>The whole hash as people compare it: 16 hexadecimal digits.</summary>
    public override string ToString() => Text(Whole);

    /// <summary>A hash as 16 hexadecimal digits.</summary>
    public static string Text(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);
}
