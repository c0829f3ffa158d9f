using GridGov.Twin.Domain.Catalogue;

namespace GridGov.Twin.Domain.Workflows;

/// <summary>
/// Proves a workflow sound before any case enters it, or says what is wrong and shows a case it happens to. Weights never change during a
/// case, so each is examined on its own; the moves open to a case depend on its state and its uses of bounded moves, never on its clock.
/// </summary>
public static class WorkflowProof
{
    /// <summary>What is wrong, in a fixed order; nothing when the workflow is sound. One that cannot be walked as written is not walked.</summary>
    public static IReadOnlyList<WorkflowFinding> Findings(Workflow workflow)
    {
        WorkflowFinding[] written = [.. ShapeProof.Findings(workflow)];
        if (written.Length > 0)
        {
            return written;
        }

        var plan = new WorkflowPlan(workflow);
        var weights = Enum.GetValues<Weight>();
        ReachableStates[] byWeight = [.. weights.Select(weight => ReachableStates.Of(plan, weight)).OfType<ReachableStates>()];
        if (byWeight.Length < weights.Length)
        {
            return [TooManyWays()];
        }

        var ofCases = byWeight.SelectMany(reachable =>
            WayOutProof.Findings(reachable).Concat(BounceProof.Findings(reachable)).Concat(CaseClockProof.Findings(reachable)));
        return [.. StaffProof.Findings(plan, byWeight), .. OncePerFinding(workflow, ofCases)];
    }

    private static WorkflowFinding TooManyWays() => new(
        FindingKind.Unproved, [], [], "无法证明：案件可走的路径过多，请减少限次操作",
        "no proof: too many ways for a case to go; expected fewer bounded moves");

    // The same thing found for several weights is told once, as it happens to the lightest.
    private static IEnumerable<WorkflowFinding> OncePerFinding(Workflow workflow, IEnumerable<CaseFinding> findings) =>
        findings.GroupBy(finding => (finding.Kind, finding.Zh, finding.En)).Select(same => new WorkflowFinding(
            same.Key.Kind,
            [.. same.Select(finding => finding.Weight).Distinct()],
            same.First().Path.Trace(workflow),
            same.Key.Zh,
            same.Key.En));
}

/// <summary>Something that happens to a case of one weight on one path.</summary>
internal sealed record CaseFinding(FindingKind Kind, Weight Weight, CasePath Path, string Zh, string En);
