using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Experiments;

namespace GridGov.Twin.Silo.Planning;

/// <summary>
/// The course of a run: how the widest half-width of the measure that stops it, or else decides, shrinks with the observations. Told by one
/// thread at a time; what is read is immutable.
/// </summary>
internal sealed class ExperimentCourse
{
    private const int MostPoints = 400;
    private readonly List<HalfWidthPoint> _points = [];

    /// <summary>How far the run has come.</summary>
    public ExperimentProgressView Now { get; private set; } = new(0, 0, 0, 0, 0, null, null, null, []);

    public void Tell(ExperimentProgress progress)
    {
        var stop = progress.Plan.File.Stop;
        var rule = stop.HalfWidths is [var first, ..] ? first : default;
        var measure = rule.Measure is { } named ? progress.Plan[named.Value] : progress.Plan.DecidedBy;
        if (measure is not null && progress.Done > (_points.Count == 0 ? 1 : _points[^1].Done) && Widest(progress, measure) is { } half)
        {
            _points.Add(new HalfWidthPoint(progress.Done, half));
            Thin();
        }

        Now = new ExperimentProgressView(
            progress.Done, progress.Wanted, progress.Replications, progress.FoundInStore, Seconds(progress.Elapsed),
            progress.Left is { } left ? Seconds(left) : null, measure is null ? null : Wording.Of(measure), rule.Measure is null ? null : rule.HalfWidth, [.. _points]);
    }

    private static double? Widest(ExperimentProgress progress, Measure measure) =>
        progress.Plan.Variants.Max(variant => progress.Observations.EstimateOf(variant.Index, measure.Id)?.HalfWidth);

    // Half of them show the same course; the newest stays.
    private void Thin()
    {
        if (_points.Count > MostPoints)
        {
            var kept = _points.Where((_, index) => (_points.Count - 1 - index) % 2 == 0).ToArray();
            _points.Clear();
            _points.AddRange(kept);
        }
    }

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 1);
}
