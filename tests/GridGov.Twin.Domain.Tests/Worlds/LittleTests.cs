using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Tests.Build;
using GridGov.Twin.Domain.Tests.Desks;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Worlds;

/// <summary>Little's law, L = λW: on every desk of a lively town and on the whole district.</summary>
public class LittleTests
{
    private static readonly Instant End = Instant.Start + Duration.Days(20);

    [Fact]
    public void At_every_desk_the_waits_of_its_jobs_add_up_to_the_time_its_line_was_long()
    {
        // Exact, not in the mean: every millisecond of the line belongs to somebody's wait.
        foreach (var (name, build) in Towns.All)
        {
            var world = build().World(31);
            var lines = new Lines();
            world.Listen(lines);
            world.RunUntil(End);
            for (var desk = 0; desk < world.Model.Desks.Length; desk++)
            {
                var stillWaiting = world.Model.Desks[desk].Line.Jobs.ToArray().Sum(job => (world.Now - job.Since).Milliseconds);
                var (area, waits) = lines.Of(Grain.DeskOf(desk), world.Now);
                (waits + stillWaiting).ShouldBe(area, $"'{name}', desk {desk}");
            }
        }
    }

    [Fact]
    public void At_every_desk_the_work_done_and_broken_off_adds_up_to_the_time_its_people_were_busy()
    {
        var brokenOff = 0;
        foreach (var (name, build) in Towns.All)
        {
            var world = build().World(31);
            var work = new Work();
            world.Listen(work);
            var controls = new Controls(world, 31);
            for (var at = Instant.Start + Duration.Hours(6); at < Instant.Start + Duration.Days(6); at += Duration.Minutes(50))
            {
                controls.TryAnything(at, 3);
            }

            brokenOff += work.BrokenOff;
            for (var desk = 0; desk < world.Model.Desks.Length; desk++)
            {
                var (area, told) = work.Of(Grain.DeskOf(desk), world.Now);
                told.ShouldBe(area, $"'{name}', desk {desk}");
            }
        }

        brokenOff.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void On_the_whole_district_the_open_cases_are_the_rate_times_the_time_they_are_open()
    {
        // Here in the mean: what is open at the end has not told how long; over many seeds the difference is nothing but chance.
        const int seeds = 20;
        var (open, product) = (new double[seeds], new double[seeds]);
        Parallel.For(0, seeds, seed =>
        {
            var world = Towns.Lively().Patrols(4).World((ulong)seed + 1);
            var district = new District(Instant.Start + Duration.Days(3));
            world.Listen(district);
            world.RunUntil(End);
            (open[seed], product[seed]) = district.Law(world.Now);
        });
        var difference = Estimate.OfMean([.. open.Zip(product, (l, lw) => l - lw)]);
        difference.Holds(0).ShouldBeTrue($"L − λW is {difference.Value} ± {difference.HalfWidth}");
        difference.HalfWidth.ShouldBeLessThan(0.1 * open.Average());
    }

    // The time people were busy, and what the events say of it: work that ended, and the time since the rest was started.
    private sealed class Work : IEventListener
    {
        private readonly Dictionary<GrainId, (long AtMs, int Busy, long AreaMs, long WorkMs, long StartsMs)> _desks = [];

        public int BrokenOff { get; private set; }

        public void On(in Event e)
        {
            var (by, workMs) = e.Body.Kind switch
            {
                JobStarted.Kind => (1, 0L),
                JobFinished.Kind => (-1, e.Body.As<JobFinished>().Work.Milliseconds),
                JobBrokenOff.Kind => (-1, e.Body.As<JobBrokenOff>().Worked.Milliseconds),
                _ => (0, 0L),
            };
            if (by != 0)
            {
                BrokenOff += e.Body.Kind == JobBrokenOff.Kind ? 1 : 0;
                var now = e.At.Milliseconds;
                var desk = _desks.GetValueOrDefault(e.Source);
                _desks[e.Source] = (
                    now, desk.Busy + by, desk.AreaMs + (desk.Busy * (now - desk.AtMs)), desk.WorkMs + workMs, desk.StartsMs + (by * (now - workMs)));
            }
        }

        public (long AreaMs, long ToldMs) Of(GrainId desk, Instant now)
        {
            var (atMs, busy, areaMs, workMs, startsMs) = _desks.GetValueOrDefault(desk);
            return (areaMs + (busy * (now.Milliseconds - atMs)), workMs + (busy * now.Milliseconds) - startsMs);
        }
    }

    private sealed class Lines : IEventListener
    {
        private readonly Dictionary<GrainId, (long AtMs, int Waiting, long AreaMs, long WaitsMs)> _desks = [];

        public void On(in Event e)
        {
            var (by, waitedMs) = e.Body.Kind switch
            {
                JobArrived.Kind => (1, 0L),
                JobStarted.Kind => (-1, e.Body.As<JobStarted>().Waited.Milliseconds),
                JobLeft.Kind => (-1, e.Body.As<JobLeft>().Waited.Milliseconds),
                _ => (0, 0L),
            };
            if (by != 0)
            {
                var (atMs, waiting, areaMs, waitsMs) = _desks.GetValueOrDefault(e.Source);
                _desks[e.Source] = (e.At.Milliseconds, waiting + by, areaMs + (waiting * (e.At.Milliseconds - atMs)), waitsMs + waitedMs);
            }
        }

        public (long AreaMs, long WaitsMs) Of(GrainId desk, Instant now)
        {
            var (atMs, waiting, areaMs, waitsMs) = _desks.GetValueOrDefault(desk);
            return (areaMs + (waiting * (now.Milliseconds - atMs)), waitsMs);
        }
    }

    // Counts from a moment on at which the district has filled up.
    private sealed class District(Instant from) : IEventListener
    {
        private long _open;
        private double _areaMs;
        private long _atMs = from.Milliseconds;
        private long _opened;
        private long _ended;
        private double _openMs;

        public void On(in Event e)
        {
            var by = e.Body.Kind == CaseOpened.Kind ? 1 : e.Body.Kind == CaseEnded.Kind ? -1 : 0;
            if (by == 0)
            {
                return;
            }

            Pass(e.At);
            _open += by;
            if (e.At >= from)
            {
                _opened += by > 0 ? 1 : 0;
                _ended += by < 0 ? 1 : 0;
                _openMs += by < 0 ? e.Body.As<CaseEnded>().Open.Milliseconds : 0;
            }
        }

        public (double Open, double RateTimesOpen) Law(Instant now)
        {
            Pass(now);
            var length = (now - from).Milliseconds;
            return (_areaMs / length, (double)_opened / length * (_openMs / _ended));
        }

        private void Pass(Instant now)
        {
            if (now >= from)
            {
                _areaMs += (double)_open * (now.Milliseconds - _atMs);
                _atMs = now.Milliseconds;
            }
        }
    }
}
