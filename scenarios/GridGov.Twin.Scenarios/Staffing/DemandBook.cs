using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>Follows a pilot run: how much work comes to each pool in each hour of the day from <paramref name="from"/> on.</summary>
internal sealed class DemandBook(IReadOnlyList<StaffPool> pools, Instant from) : IEventListener
{
    private const long HourMs = 3_600_000;
    private readonly Dictionary<long, int> _poolOfDesk = pools.Index().SelectMany(pool => pool.Item.Desks.Select(desk => ((long)desk, pool.Index))).ToDictionary();
    private readonly int _officers = pools.Index().Where(pool => pool.Item.Kind == PoolKind.Officers).Select(pool => pool.Index).DefaultIfEmpty(-1).First();
    private readonly long[][] _arrived = [.. pools.Select(_ => new long[24])];
    private readonly long[] _done = new long[pools.Count];
    private readonly double[] _workMs = new double[pools.Count];

    public void On(in Event e)
    {
        if (e.At < from)
        {
            return;
        }

        switch (e.Body.Kind)
        {
            case JobArrived.Kind when _poolOfDesk.TryGetValue(e.Source.Number, out var pool):
                Arrive(pool, e.At);
                break;
            case JobFinished.Kind when _poolOfDesk.TryGetValue(e.Source.Number, out var pool):
                Finish(pool, e.Body.As<JobFinished>().Work);
                break;
            case TaskArrived.Kind when _officers >= 0:
                Arrive(_officers, e.At);
                break;
            case TaskFinished.Kind when _officers >= 0:
                Finish(_officers, e.Body.As<TaskFinished>().Busy);
                break;
        }
    }

    /// <summary>The demand on each pool, per hour of the day and place.</summary>
    public PoolDemand[] Read(Instant now)
    {
        var days = Math.Max((now - from).TotalHours / 24, 1e-9);
        return [.. pools.Select((pool, i) => new PoolDemand(
            pool, [.. _arrived[i].Select(count => count / days / pool.Places)], _done[i] == 0 ? 0 : _workMs[i] / _done[i] / HourMs))];
    }

    private void Arrive(int pool, Instant at) => _arrived[pool][at.Milliseconds / HourMs % 24]++;

    private void Finish(int pool, Duration work)
    {
        _done[pool]++;
        _workMs[pool] += work.Milliseconds;
    }
}
