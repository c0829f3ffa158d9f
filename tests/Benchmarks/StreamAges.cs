using System.Diagnostics;
using System.Globalization;
using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Silo.Stream;

namespace GridGov.Twin.Benchmarks;

/// <summary>How old a thing's last change is when a viewer's frame tells of it: once for each viewer who is told, on the wall clock.</summary>
internal sealed class StreamAges(WorldPlan plan, int viewers)
{
    private const int Ticks = 100;
    private const int Slices = 10;
    private readonly StreamedCrowd _crowd = new(plan, seed: 2);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<GrainId, double> _changedAt = [];
    private readonly List<double> _ages = [];

    private double NowMs => _clock.Elapsed.TotalMilliseconds;

    public void Print(TextWriter output, int tickMs, int changesATick)
    {
        var reading = Enumerable.Range(0, viewers).Select(_ => (Viewer: _crowd.Stream.Join(_crowd.View(_crowd.Between(0.03, 0.2))), Last: default(FrameHead))).ToArray();
        _clock.Restart();
        for (var slice = 1; slice <= Ticks * Slices; slice++)
        {
            var due = slice * tickMs / (double)Slices;
            Thread.Sleep(TimeSpan.FromMilliseconds(Math.Max(0, due - NowMs)));
            Change(changesATick / Slices, tickMs * StreamedCrowd.Speed / Slices);
            if (slice % Slices == 0)
            {
                _crowd.Tick();
                Read(reading);
            }
        }

        _ages.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"age of a change when a viewer's frame tells of it: median {_ages[_ages.Count / 2]:0} ms, p99 {_ages[_ages.Count * 99 / 100]:0} ms, longest {_ages[^1]:0} ms"));
    }

    private void Change(int count, int milliseconds)
    {
        var now = NowMs;
        _crowd.Changed.Clear();
        _crowd.Change(count, milliseconds);
        foreach (var thing in _crowd.Changed)
        {
            _changedAt[thing] = now;
        }
    }

    private void Read((Viewer Viewer, FrameHead Last)[] reading)
    {
        for (var i = 0; i < reading.Length; i++)
        {
            if (!reading[i].Viewer.Frames.TryRead(out var bytes))
            {
                continue;
            }

            var frame = FramePacker.Unpack(bytes, reading[i].Last);
            reading[i].Last = frame.Head;
            if (!frame.Head.Flags.HasFlag(FrameFlags.Key))
            {
                var now = NowMs;
                _ages.AddRange(Told(frame).Where(_changedAt.ContainsKey).Select(thing => now - _changedAt[thing]));
            }
        }
    }

    private static IEnumerable<GrainId> Told(MapFrame frame) =>
    [
        .. frame.Officers.Select(leg => Grain.OfficerOf(leg.Officer)),
        .. frame.CaseStages.Select(part => new GrainId(Grain.Case, part.Case)),
        .. frame.Devices.Select(mark => Grain.DeviceOf(mark.Index)),
    ];
}
