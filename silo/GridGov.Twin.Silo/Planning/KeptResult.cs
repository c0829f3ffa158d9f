using GridGov.Twin.Contracts;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Silo.Api;

namespace GridGov.Twin.Silo.Planning;

/// <summary>What is kept of an experiment's last run besides its report.</summary>
/// <param name="Answer">What came of it.</param>
/// <param name="DecidedBy">What the replications' values are of.</param>
/// <param name="Replications">The replications, variant by variant, in order of their seeds.</param>
/// <param name="Inputs">For each variant the hash of everything its replications depended on.</param>
internal sealed record KeptResult(ExperimentAnswer Answer, MeasureName DecidedBy, ReplicationRow[] Replications, Dictionary<string, string> Inputs)
{
    public static KeptResult Of(ExperimentResult result, string actor, DateTimeOffset at, TimeSpan wall)
    {
        var plan = result.Plan;
        var measure = plan.DecidedBy ?? plan.Shown[0];
        var answer = new ExperimentAnswer(
            Wording.Of(Scenarios.Experiments.Answer.Of(result)), WireTime.Of(at),
            actor, result.Observations.Count, Math.Round(wall.TotalSeconds, 1));
        return new KeptResult(
            answer, Wording.Of(measure), [.. plan.Variants.SelectMany(variant => Rows(result, variant, measure))],
            plan.Variants.ToDictionary(variant => variant.Id, variant => variant.InputHash));
    }

    /// <summary>The hash a replication ends with, where it was one of these.</summary>
    public string? HashOf(Variant variant, ulong seed) =>
        Inputs.GetValueOrDefault(variant.Id) != variant.InputHash ? null
            : Array.Find(Replications, row => row.Variant == variant.Id && Seeds.Whole(row.Seed, row.Mirrored) == seed)?.Hash;

    // A long run cut in batches is one replication: it ends with its last batch.
    private static IEnumerable<ReplicationRow> Rows(ExperimentResult result, Variant variant, Measure measure) =>
        result.Observations.OutcomesOf(variant.Index).GroupBy(outcome => outcome.Seed).Select(batches => new ReplicationRow(
            variant.Id, Seeds.Plain(batches.Key), Seeds.IsMirrored(batches.Key),
            batches.Average(outcome => outcome.Values.GetValueOrDefault(measure.Id)), batches.Last().Hash));
}
