using GridGov.Twin.Orleans.Shell;
using GridGov.Twin.Scenarios.Experiments;

namespace GridGov.Twin.Silo.Planning;

/// <summary>Runs replications on the silos of a cluster. One whose silo goes away is given to another; its outcome is the same.</summary>
internal sealed partial class ClusterRunner(IRunPlaces places, string experiment, TimeProvider wall, ILogger log) : IReplicationRunner
{
    private readonly PlacePool _pool = new(places, wall);

    public int AtOnce => Math.Max(1, _pool.Count);

    public Outcome[]? Run(Replication replication, CancellationToken stop)
    {
        var asked = ReplicationAsked.Of(experiment, replication);
        while (_pool.Take(stop) is { } place)
        {
            var isLost = false;
            try
            {
                return places.Run(place, asked, stop).GetAwaiter().GetResult() is { } answer ? ReplicationAnswer.Read(answer) : null;
            }
            catch (RunLostException lost)
            {
                isLost = true;
                LogLost(experiment, replication.Variant.Id, replication.Seed, lost.Message);
            }
            finally
            {
                _pool.GiveBack(place, isLost);
            }
        }

        return null;
    }

    [LoggerMessage(LogLevel.Warning, "Experiment {Experiment}: the replication of {Variant} with seed {Seed} goes to another silo: {Problem}")]
    private partial void LogLost(string experiment, string variant, ulong seed, string problem);
}
