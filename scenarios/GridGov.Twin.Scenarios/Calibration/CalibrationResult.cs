using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>How far a fit can be relied on, by what it did on the held-out days.</summary>
public enum FitQuality
{
    /// <summary>
    /// The total lies in its interval and within a quarter, the daily counts lie in theirs, no simpler forecast does better, and there were weeks
    /// enough to tell.
    /// </summary>
    Good,

    /// <summary>The total is within a quarter and most daily counts lie in their intervals.</summary>
    Fair,

    /// <summary>The held-out days are not like the fitted ones.</summary>
    Poor,
}

/// <summary>
/// Everything a calibration found. What is fitted knows nothing of the held-out days; <paramref name="BackTest"/> and what is called held out is
/// the only part that does. <paramref name="Delays"/> is empty where the log does not say when matters began.
/// </summary>
public sealed record CalibrationResult(ObservedLog Log, ArrivalFit Arrivals, HandlingFit[] Handling, DelayFit[] Delays, BackTest BackTest)
{
    private const int DaysOfWeek = 7;
    private const double FairShare = 0.25;
    private const double MostInside = 0.9;
    private const double NoWorse = -0.02;

    /// <summary>What a reader must know before relying on the numbers.</summary>
    public Title[] Notes => CalibrationNotes.Of(this);

    /// <summary>How far the fit can be relied on.</summary>
    public FitQuality Quality
    {
        get
        {
            var (total, inside) = (BackTest.Total, BackTest.KindDaysInside >= MostInside);
            var noWorse = BackTest.Scores.All(score => score.Skill >= NoWorse);
            var near = Math.Abs(total.Predicted - total.Observed) <= FairShare * Math.Max(1, total.Observed);
            var weeks = Log.Span.HasWeekdays && Log.Span.HeldDays >= DaysOfWeek;
            return total.IsInside && near && inside && noWorse && weeks ? FitQuality.Good : inside && near ? FitQuality.Fair : FitQuality.Poor;
        }
    }

    /// <summary>The fit of a log.</summary>
    public static CalibrationResult Of(ObservedLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var arrivals = ArrivalFitter.Fit(log.Rows, log.Span, log.Ground.Plan.City.Cells.Length);
        var lengths = new LengthFitter(log.Rows, log.Span);
        return new CalibrationResult(
            log, arrivals, log.Mapping.Columns.Closed is null ? [] : lengths.Handling(), lengths.Delays(), BackTester.Test(arrivals, log.Rows, log.Span));
    }
}
