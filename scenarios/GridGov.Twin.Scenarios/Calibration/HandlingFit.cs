namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>
/// How long one kind's cases were open, in hours, fitted to cases opened in the fitted days as they stood on the day of the cut: what closed later
/// was still open then.
/// </summary>
/// <param name="Kind">The filing condition's index.</param>
/// <param name="Curve">The Kaplan–Meier estimate.</param>
/// <param name="Laws">The fitted laws, the best by Akaike's criterion first; none where too few have closed.</param>
/// <param name="HeldOut">The same estimate for the cases opened in the held-out days.</param>
public sealed record HandlingFit(int Kind, SurvivalCurve Curve, FittedLaw[] Laws, SurvivalCurve HeldOut)
{
    /// <summary>With fewer closed cases nothing is fitted.</summary>
    public const int FewestClosed = 20;

    /// <summary>Shares of the day's length below this are rounded up to it: one minute, the resolution of most logs.</summary>
    public const double ShortestHours = 1.0 / 60;

    /// <summary>A law that is farther than this from the estimate is not written; the estimate itself is.</summary>
    public const double LargestDistance = 0.1;

    /// <summary>The longest a scenario can state, a little under a hundred years: a mean beyond it is no handling time.</summary>
    public const double LongestHours = 99.0 * 365 * 24;

    /// <summary>The chosen law; null where nothing was fitted.</summary>
    public LengthLaw? Law => Laws.Length > 0 ? Laws[0].Law : null;

    /// <summary>The largest distance of the law to the estimate. The parameters were fitted to the same cases, so the usual tables of p-values do not hold.</summary>
    public double? Distance => Law is { } law ? Curve.Distance(law.Cumulated) : null;

    /// <summary>The largest distance of the law to the held-out estimate, which was not fitted to.</summary>
    public double? HeldOutDistance => Law is { } law && HeldOut.Closed > 0 ? HeldOut.Distance(law.Cumulated) : null;

    /// <summary>Whether the law is good enough to be written, and a scenario can state it.</summary>
    public bool WritesLaw => Law is { } law && law.Family != LawFamily.Weibull && Distance <= LargestDistance && law.Variation is >= 0.001 and <= 100
        && law.Mean <= LongestHours;
}

/// <summary>How long after it began a matter was reported, in hours, where the log knows both times.</summary>
/// <param name="Kind">The filing condition's index.</param>
/// <param name="Curve">The observed delays.</param>
/// <param name="MeanHours">The mean of the fitted exponential delay, the only shape a scenario's calls can have.</param>
/// <param name="Distance">Its distance to the observed delays.</param>
public sealed record DelayFit(int Kind, SurvivalCurve Curve, double MeanHours, double Distance);
