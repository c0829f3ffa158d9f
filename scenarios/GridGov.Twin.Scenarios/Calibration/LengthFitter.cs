using GridGov.Twin.Scenarios.Replay;

namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>Fits how long cases were open, and how long matters lay before they were reported.</summary>
internal sealed class LengthFitter(IReadOnlyList<Observation> rows, LogSpan span)
{
    private const double HourMs = 3_600_000;
    private readonly long _cutMs = RowClock.StartOf(span.Cut);
    private readonly long _endMs = Math.Max(RowClock.StartOf(span.Last.AddDays(1)), rows.Max(row => row.ClosedMs ?? row.OpenedMs));

    /// <summary>The handling times of every kind.</summary>
    public HandlingFit[] Handling() =>
    [
        .. rows.GroupBy(row => row.Kind).OrderBy(kind => kind.Key).Select(kind =>
        {
            var fitted = kind.Where(row => row.Day < span.FitDays).Select(row => OpenFor(row, _cutMs)).ToArray();
            var curve = SurvivalCurve.Of(fitted);
            var heldOut = SurvivalCurve.Of(kind.Where(row => row.Day >= span.FitDays).Select(row => OpenFor(row, _endMs)));
            var differ = fitted.Where(one => one.IsClosed).Select(one => one.Length).Distinct().Skip(1).Any();
            return new HandlingFit(kind.Key, curve, curve.Closed >= HandlingFit.FewestClosed && differ ? LawFitter.Fit(fitted) : [], heldOut);
        }),
    ];

    /// <summary>The report delays of the kinds whose rows have both times, often enough.</summary>
    public DelayFit[] Delays() =>
    [
        .. rows.Where(row => row.Day < span.FitDays && row.HappenedMs is not null).GroupBy(row => row.Kind).OrderBy(kind => kind.Key)
            .Where(kind => kind.Count() >= HandlingFit.FewestClosed)
            .Select(kind =>
            {
                double[] delays = [.. kind.Select(row => Hours(row.OpenedMs - row.HappenedMs!.Value))];
                var (curve, mean) = (SurvivalCurve.Of(delays.Select(delay => (delay, true))), delays.Average());
                return new DelayFit(kind.Key, curve, mean, curve.Distance(new LengthLaw(LawFamily.Exponential, mean, 0).Cumulated));
            }),
    ];

    private static (double Length, bool IsClosed) OpenFor(Observation row, long untilMs) =>
        row.ClosedMs is { } closed && closed < untilMs ? (Hours(closed - row.OpenedMs), true) : (Hours(untilMs - row.OpenedMs), false);

    private static double Hours(long ms) => Math.Max(HandlingFit.ShortestHours, ms / HourMs);
}
