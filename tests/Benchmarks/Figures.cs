namespace GridGov.Twin.Benchmarks;

/// <summary>Figures that tables need.</summary>
internal static class Figures
{
    private const string LoadFile = "/proc/loadavg";

    /// <summary>The value that a share of all values does not exceed.</summary>
    /// <param name="sorted">At least one value, ascending.</param>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(double[] sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];

    /// <summary>The middle one of at least one value, which it puts in order.</summary>
    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    /// <summary>How busy the machine is as a whole: the load average of a minute and the processors it is shared among.</summary>
    public static string Load() =>
        $"load average {(File.Exists(LoadFile) ? File.ReadAllText(LoadFile).Split(' ')[0] : "unknown")} on {Environment.ProcessorCount} processors";
}
