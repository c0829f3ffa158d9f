using System.Globalization;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>A handling time as a scenario can state it, with its mean and what hardly any is longer than, in hours: the chosen law, or points of the estimate where no law is near it.</summary>
public sealed record WrittenHandling(string Text, double MeanHours, double LongestHours)
{
    private const int Stretches = 40;

    // A day for the check and the desks besides.
    private const double Besides = 24;

    private const double HardlyAny = 0.995;

    // The ends of a law are beyond all bounds; a stretch begins and ends with its middle.
    private const double End = 0.5 / Stretches;

    /// <summary>How the handling times of a kind are written; null where too few have closed.</summary>
    public static WrittenHandling? Of(HandlingFit fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (fit.Law is not { } law)
        {
            return null;
        }

        if (fit.WritesLaw)
        {
            var parameters = law.Family == LawFamily.Exponential ? $"mean: {Minutes(law.Mean)}" : $"mean: {Minutes(law.Mean)}, cv: {Number(law.Variation)}";
            return new WrittenHandling($"{{{law.Family.ToString().ToLowerInvariant()}: {{{parameters}}}}}", law.Mean, Math.Min(law.Quantile(HardlyAny) + Besides, HandlingFit.LongestHours));
        }

        double[] points = fit.Distance <= HandlingFit.LargestDistance
            ? Points(law.Quantile, 1)
            : Points(share => fit.Curve.Quantile(share)!.Value, fit.Curve.Known);
        var mean = Enumerable.Range(0, Stretches).Average(i => (points[i] + points[i + 1]) / 2);
        return new WrittenHandling($"{{empirical: [{string.Join(", ", points.Select(Minutes))}]}}", mean, Math.Min(points[^1] + Besides, HandlingFit.LongestHours));
    }

    // What is not known to have ended has no length; the rest stands for all.
    private static double[] Points(Func<double, double> quantile, double known) =>
        [.. Enumerable.Range(0, Stretches + 1).Select(i => quantile(Math.Clamp((double)i / Stretches, End, 1 - End) * known))];

    private static string Minutes(double hours) => string.Create(CultureInfo.InvariantCulture, $"{Math.Min(hours, HandlingFit.LongestHours) * 60:0.##} min");

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
