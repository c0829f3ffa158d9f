namespace GridGov.Twin.Scenarios.WhatIf;

/// <summary>
/// Beats for newcomers: each takes over the farther half of the longest stretch that one officer has in the area. The others keep their beats and
/// walk them as before; whose task a cell's is changes for the cells taken over.
/// </summary>
internal static class BeatSharing
{
    /// <summary>One beat for each of <paramref name="count"/> newcomers, cut from the officers' beats as far as they lie in the area.</summary>
    /// <exception cref="ArgumentException">No beat reaches into the area.</exception>
    public static int[][] Share(IReadOnlyList<int[]> beats, Func<int, bool> isInArea, int count)
    {
        List<int[]> parts = [.. beats.Select(beat => beat.Where(isInArea).ToArray()).Where(part => part.Length > 0)];
        if (parts.Count == 0)
        {
            throw new ArgumentException("no officer has a beat there", nameof(beats));
        }

        var taken = new int[count][];
        for (var newcomer = 0; newcomer < count; newcomer++)
        {
            var longest = parts.IndexOf(parts.MaxBy(part => part.Length)!);
            var half = parts[longest].Length / 2;
            // A beat of one cell is shared as it is.
            taken[newcomer] = parts[longest][half..];
            parts[longest] = half == 0 ? taken[newcomer] : parts[longest][..half];
            parts.Add(taken[newcomer]);
        }

        return taken;
    }
}
