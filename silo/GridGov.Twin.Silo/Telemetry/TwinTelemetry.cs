using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Telemetry;

/// <summary>What the host tells of itself: one trace from a command to its push, and measurements. Costs nothing while nobody listens.</summary>
public static class TwinTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "GridGov.Twin";

    private static readonly ConcurrentDictionary<LiveWorld, KeyValuePair<string, object?>> Worlds = new();

    /// <summary>Traces.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Measurements.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>Viewers of the map now; counted by the stream.</summary>
    public static UpDownCounter<long> Viewers { get; } = Meter.CreateUpDownCounter<long>("twin.viewers", "{viewer}", "Viewers of the map.");

    internal static Counter<long> Commands { get; } = Meter.CreateCounter<long>("twin.commands", "{command}", "Commands that became durable, by outcome.");

    internal static Counter<long> Inputs { get; } = Meter.CreateCounter<long>("twin.inputs", "{input}", "Inputs that became durable, readings included.");

    internal static Counter<long> Events { get; } = Meter.CreateCounter<long>("twin.events", "{event}", "Events that became durable.");

    internal static Histogram<double> CommitMs { get; } = Meter.CreateHistogram<double>("twin.journal.commit", "ms", "Time to commit a batch.");

    internal static Histogram<long> BatchEvents { get; } = Meter.CreateHistogram<long>("twin.journal.batch", "{event}", "Events in a batch.");

    internal static ObservableGauge<int> Waiting { get; } = Meter.CreateObservableGauge(
        "twin.door.waiting", () => Each(world => world.Waiting), "{input}", "Inputs that wait at the door.");

    internal static ObservableGauge<double> AgeMs { get; } = Meter.CreateObservableGauge(
        "twin.data.age", () => Each(world => (double)(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - world.Clock.WallMs)), "ms", "Age of what is seen outside.");

    internal static ObservableGauge<double> Factor { get; } = Meter.CreateObservableGauge(
        "twin.realtime.factor", () => Each(world => world.Clock.RealTimeFactor), "1", "World time that passes per wall time.");

    internal static void Watch(LiveWorld world) => Worlds[world] = new("world", world.Id);

    internal static void Leave(LiveWorld world) => Worlds.TryRemove(world, out _);

    /// <summary>Notes a stretch of work for each of the commands it was done for, as a child of the command's own trace.</summary>
    internal static void Span(string name, IEnumerable<WorldOrder> orders, DateTimeOffset from, DateTimeOffset to)
    {
        if (!Source.HasListeners())
        {
            return;
        }

        foreach (var order in orders.Where(order => order.Trace != default))
        {
            Source.StartActivity(name, ActivityKind.Internal, order.Trace, startTime: from)?.SetEndTime(to.UtcDateTime).Dispose();
        }
    }

    /// <summary>Begins work done for several commands at once: in the trace of the first, linked to those of the others. Null while nobody listens.</summary>
    internal static Activity? Begin(string name, IEnumerable<WorldOrder> orders)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        ActivityContext[] traces = [.. orders.Select(order => order.Trace).Where(trace => trace != default)];
        return traces.Length == 0 ? null : Source.StartActivity(name, ActivityKind.Internal, traces[0], links: traces.Skip(1).Select(trace => new ActivityLink(trace)));
    }

    private static IEnumerable<Measurement<T>> Each<T>(Func<LiveWorld, T> value)
        where T : struct => Worlds.Select(world => new Measurement<T>(value(world.Key), world.Value));
}
