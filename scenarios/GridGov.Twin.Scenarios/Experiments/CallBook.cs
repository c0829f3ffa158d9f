using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Indicators;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Experiments;

/// <summary>
/// Follows the streams of calls one by one, which desks do not: how long the calls of each waited (<c>wait.calls.NAME</c>) and what share of
/// them was lost (<c>lost.calls.NAME</c>). Calls that began to wait before <paramref name="from"/> count when they are over after it.
/// </summary>
internal sealed class CallBook(WorldPlan plan, Instant from) : IEventListener
{
    private readonly Stream[] _streams = [.. plan.Calls.Select(_ => new Stream())];

    public void On(in Event e)
    {
        if (e.At < from || e.Body.Kind is not (JobStarted.Kind or JobLeft.Kind))
        {
            return;
        }

        if (e.Body.Kind == JobStarted.Kind && e.Body.As<JobStarted>() is { Item.Kind: Grain.CallStream } started)
        {
            _streams[started.Item.Number].Started++;
            _streams[started.Item.Number].WaitedMs += started.Waited.Milliseconds;
        }
        else if (e.Body.Kind == JobLeft.Kind && e.Body.As<JobLeft>().Item is { Kind: Grain.CallStream } left)
        {
            _streams[left.Number].Lost++;
        }
    }

    /// <summary>The measures of a plan's streams.</summary>
    public static IEnumerable<Measure> MeasuresOf(WorldPlan plan) => plan.Calls.SelectMany(call => new[] { Wait(call), Lost(call) });

    /// <summary>What was measured since the last time.</summary>
    public IEnumerable<(Measure Measure, double? Value)> Take()
    {
        foreach (var call in plan.Calls)
        {
            var stream = _streams[call.Index];
            _streams[call.Index] = new Stream();
            yield return (Wait(call), stream.Started > 0 ? stream.WaitedMs / 60_000 / stream.Started : null);
            yield return (Lost(call), stream.Started + stream.Lost > 0 ? (double)stream.Lost / (stream.Started + stream.Lost) : null);
        }
    }

    private static Measure Wait(CallStream call) => new($"wait.calls.{call.Id}", $"来电“{call.Id}”平均等待", $"mean wait, calls {call.Id}", IndicatorUnit.Minutes);

    private static Measure Lost(CallStream call) => new($"lost.calls.{call.Id}", $"来电“{call.Id}”放弃率", $"calls lost, {call.Id}", IndicatorUnit.Share);

    private sealed class Stream
    {
        public long Started;
        public long Lost;
        public double WaitedMs;
    }
}
