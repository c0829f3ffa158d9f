namespace GridGov.Twin.Scenarios.Calibration;

/// <summary>What is calibrated from what: the log, and how its rows are read (null: a <c>cases.csv</c> of this program's own runs).</summary>
public sealed record CalibrationRequest(string Log, string? Mapping)
{
    /// <summary>The share of the days that is kept back to test the fit on, unless another is asked for.</summary>
    public const double UsualHoldOut = 0.25;

    /// <summary>The largest share that may be kept back.</summary>
    public const double LargestHoldOut = 0.9;

    /// <summary>The first day that counts; null: the first that has a row.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day that counts; null: the last that has a row.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The share of the days, the last ones, that nothing is fitted to; above 0 and at most <see cref="LargestHoldOut"/>.</summary>
    public double HoldOut { get; init; } = UsualHoldOut;

    /// <summary>The scenario the fit is laid over, a folder or a file; null: the shipped defaults with a town of their own.</summary>
    public string? Scenario { get; init; }
}
