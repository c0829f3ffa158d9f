using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>Why levels were tried.</summary>
public enum TrialPurpose
{
    /// <summary>What the scenario has.</summary>
    Now,

    /// <summary>Every post at its most: whether the targets can be reached at all.</summary>
    Most,

    /// <summary>Levels by formula.</summary>
    Formula,

    /// <summary>People added where the work waits longest.</summary>
    Add,

    /// <summary>People taken away.</summary>
    Take,

    /// <summary>What the budget pays for.</summary>
    Budget,

    /// <summary>The proof with seeds no trial has used.</summary>
    Proof,
}

/// <summary>Levels that were tried in simulation, and what came out.</summary>
/// <param name="Number">Its place in the order of trials, from 1.</param>
/// <param name="Purpose">Why they were tried.</param>
/// <param name="Levels">The levels.</param>
/// <param name="Cost">What a week of them costs.</param>
/// <param name="FirstSeed">The seed of the first replication; the others follow by ones.</param>
/// <param name="Replications">How many replications there were.</param>
/// <param name="Confidence">The confidence of its intervals; a proof's is corrected for looking several times.</param>
/// <param name="Findings">What was found of each target, in the plan's order.</param>
/// <param name="Means">The mean of every measure that had values.</param>
/// <param name="Hash">The hash of the first replication.</param>
public sealed record Trial(
    int Number, TrialPurpose Purpose, StaffLevels Levels, double Cost, ulong FirstSeed, int Replications, double Confidence, TargetFinding[] Findings,
    IReadOnlyDictionary<string, double> Means, string Hash)
{
    /// <summary>How all targets together stand: missed where one is, open where one is, else they hold.</summary>
    public Standing Standing => Findings.Max(finding => finding.Standing);

    /// <summary>Its purpose for people.</summary>
    public Title PurposeTitle => TitleOf(Purpose);

    /// <summary>A purpose for people.</summary>
    public static Title TitleOf(TrialPurpose purpose) => purpose switch
    {
        TrialPurpose.Now => new("现状", "as it is"),
        TrialPurpose.Most => new("全部上限", "all at most"),
        TrialPurpose.Formula => new("公式建议", "by formula"),
        TrialPurpose.Add => new("增员", "add"),
        TrialPurpose.Take => new("减员", "take away"),
        TrialPurpose.Budget => new("预算内", "within budget"),
        _ => new("验证", "proof"),
    };
}
