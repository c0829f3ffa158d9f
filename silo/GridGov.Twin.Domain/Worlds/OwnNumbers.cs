using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Worlds;

/// <summary>
/// The numbers that grains which live by themselves give to new grains: nobody counts for the whole world, so each has a range of its own.
/// Grain n gives out (n + 1) · 2²⁴ and what follows.
/// </summary>
public static class OwnNumbers
{
    /// <summary>How many numbers one grain can give out, as a power of two.</summary>
    public const int Bits = 24;

    private static readonly long[] None = [];

    /// <summary>The next number of each kind that a grain gives out, before it has given any; empty for one that gives out none.</summary>
    public static long[] From(GrainId giver)
    {
        if (giver.Kind is not (Grain.Cell or Grain.Scene))
        {
            return None;
        }

        var numbers = new long[Grain.CallStream + 1];
        Array.Fill(numbers, (giver.Number + 1) << Bits);
        return numbers;
    }

    /// <summary>The number of the grain that gave a number out.</summary>
    public static long GiverOf(long number) => (number >> Bits) - 1;
}
