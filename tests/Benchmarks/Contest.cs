using System.Diagnostics;
using System.Globalization;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// Times several ways of doing the same work, turn by turn in one process, so that a busy machine disturbs them alike.
/// The first way is what the others are compared with.
/// </summary>
internal static class Contest
{
    /// <summary>Runs every way <paramref name="rounds"/> times after warming up; prints each one's median and ratio to the first.</summary>
    /// <param name="output">Where the table goes.</param>
    /// <param name="unit">What is counted, in the plural.</param>
    /// <param name="count">How many of them one run does.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="ways">What to run, by name.</param>
    public static void Run(TextWriter output, string unit, long count, int rounds, params (string Name, Action Work)[] ways)
    {
        const int warmUps = 3;
        var seconds = ways.Select(_ => new List<double>()).ToArray();
        for (var round = -warmUps; round < rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var elapsed = CpuSeconds(ways[way].Work);
                if (round >= 0)
                {
                    seconds[way].Add(elapsed);
                }
            }
        }

        var first = Figures.Median(seconds[0]);
        for (var way = 0; way < ways.Length; way++)
        {
            var median = Figures.Median(seconds[way]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{ways[way].Name,-44} {count / median / 1e6,8:0.00} M {unit}/s  {median / count * 1e9,7:0.0} ns each  "
                + $"ratio {first / median:0.00}"));
        }
    }

    // Time of this process on the processor: other programs on the machine do not count.
    private static double CpuSeconds(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
