using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Silo.Planning;

/// <summary>
/// Runs replications on this silo for an experiment that another silo conducts, from this silo's own files. They are read once; one core is kept
/// for the worlds that live here.
/// </summary>
internal sealed class RunDesk(ExperimentShelf shelf) : IRunDesk
{
    private readonly Lock _gate = new();
    private (string Experiment, ExperimentPlan Plan)? _read;

    public int AtOnce => Job.Threads;

    public byte[]? Run(string silo, byte[] asked, CancellationToken stop)
    {
        var wanted = ReplicationAsked.Read(asked);
        try
        {
            var replication = wanted.For(Find(silo, wanted));
            return new LocalRunner(1).Run(replication, stop) is { } outcomes ? new ReplicationAnswer(outcomes).Bytes() : null;
        }
        catch (ReplicationFailedException failed)
        {
            return new ReplicationAnswer(null, Failed: failed.Message).Bytes();
        }
        catch (ExperimentFailedException refused)
        {
            return new ReplicationAnswer(null, Refused: refused.Message).Bytes();
        }
    }

    // Files that changed since they were read are read again before anybody is refused.
    private Variant Find(string silo, ReplicationAsked wanted)
    {
        lock (_gate)
        {
            if (_read is { } read && read.Experiment == wanted.Experiment && Find(read.Plan, wanted) is { } known)
            {
                return known;
            }

            var plan = Load(silo, wanted.Experiment);
            _read = (wanted.Experiment, plan);
            return Find(plan, wanted) ?? throw new ExperimentFailedException(
                $"silo {silo} has other files of experiment {wanted.Experiment}, or another program: "
                + $"variant {wanted.Variant} has {Array.Find(plan.Variants, one => one.Id == wanted.Variant)?.InputHash ?? "no"} inputs, expected {wanted.InputHash}");
        }
    }

    private static Variant? Find(ExperimentPlan plan, ReplicationAsked wanted) =>
        Array.Find(plan.Variants, one => one.Id == wanted.Variant && one.InputHash == wanted.InputHash);

    private ExperimentPlan Load(string silo, string experiment)
    {
        var source = ExperimentSource.Find(shelf.Folder, experiment)
            ?? throw new ExperimentFailedException($"silo {silo} has no experiment {experiment} in {shelf.Folder ?? "any folder (GridGov:Experiments)"}");
        try
        {
            return ExperimentPlan.Load(source.Path);
        }
        catch (InputRejectedException wrong)
        {
            throw new ExperimentFailedException($"silo {silo} cannot use its files of experiment {experiment}: {wrong.Findings[0]}");
        }
    }
}
