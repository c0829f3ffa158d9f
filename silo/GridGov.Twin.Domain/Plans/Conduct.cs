using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Domain.Plans;

/// <summary>
/// How simulated staff behave where truth does not decide: the chance of each unusual action in each stage
/// (<c>Chances[stage][action]</c>, the usual action takes the rest), the hands-on time of each stage's work (handling comes from the kind),
/// and the share of handlings that really fix the matter.
/// </summary>
public sealed record Conduct(double[][] Chances, Distribution[] StageWork, double FixedAtFirst, Distribution SettleWork, Distribution SuspendedFor, double ExtendByShare)
{
    /// <summary>The chance that staff in <paramref name="stage"/> choose <paramref name="action"/> instead of the usual one.</summary>
    public double ChanceOf(Stage stage, CaseAction action) => Chances[(int)stage][(int)action];
}
