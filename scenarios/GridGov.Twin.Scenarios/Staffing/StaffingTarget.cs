using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Statistics;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>How a target stands after some replications.</summary>
public enum Standing
{
    /// <summary>The interval lies wholly on the good side.</summary>
    Holds,

    /// <summary>The interval holds the target: nothing can be said yet.</summary>
    Open,

    /// <summary>The interval lies wholly on the bad side.</summary>
    Missed,
}

/// <summary>A target that a measure must reach, or a limit of fairness it must keep.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="IsAtLeast">Whether it must be at least the value; else at most.</param>
/// <param name="Value">The value, in the measure's unit.</param>
/// <param name="IsFairness">Whether it is a limit of fairness.</param>
public sealed record StaffingTarget(Measure Measure, bool IsAtLeast, double Value, bool IsFairness)
{
    /// <summary>The target as people read it, such as <c>≥ 95.00 %</c>.</summary>
    public string Text => $"{(IsAtLeast ? "≥" : "≤")} {MeasureText.Value(Measure, Value)}";

    /// <summary>How it stands by an estimate; open where there is none.</summary>
    public Standing StandingOf(Estimate? estimate)
    {
        if (estimate is not { HalfWidth: { } half })
        {
            return Standing.Open;
        }

        var lead = Lead(estimate.Mean);
        return lead >= half ? Standing.Holds : lead < -half ? Standing.Missed : Standing.Open;
    }

    /// <summary>How far a value lies on the good side.</summary>
    public double Lead(double value) => IsAtLeast ? value - Value : Value - value;

    /// <summary>The target of a section; null when its value does not fit the measure's unit.</summary>
    internal static StaffingTarget? Of(TargetSection section, Measure measure) => (measure.Unit, section.Time) switch
    {
        (IndicatorUnit.Minutes, { } time) => new StaffingTarget(measure, section.IsAtLeast, time.TotalMinutes, false),
        (IndicatorUnit.Hours, { } time) => new StaffingTarget(measure, section.IsAtLeast, time.TotalHours, false),
        (IndicatorUnit.Share, null) when section.Number > 1 => null,
        (IndicatorUnit.Share or IndicatorUnit.Count or IndicatorUnit.Kilometres, null) => new StaffingTarget(measure, section.IsAtLeast, section.Number, false),
        _ => null,
    };
}

/// <summary>What a trial found of a target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Estimate">The measure's estimate; null where it was never measured.</param>
/// <param name="Standing">How the target stands by it.</param>
public sealed record TargetFinding(StaffingTarget Target, Estimate? Estimate, Standing Standing);
