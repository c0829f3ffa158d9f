using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Geo;
using GridGov.Twin.Silo.Stream;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Benchmarks;

/// <summary>5,000 things of a large district that change (officers on their legs, cases, devices), and viewers who look at them.</summary>
internal sealed class StreamedCrowd
{
    private const long BeganAtMs = 1_764_000_000_000;
    private readonly Random _chance;
    private readonly WorldPlan _plan;
    private readonly ushort[] _openStates;
    private readonly int _caseCount;
    private Instant _now = Instant.Start;
    private long _ticks;

    public StreamedCrowd(WorldPlan plan, int seed)
    {
        (_plan, _chance) = (plan, new Random(seed));
        _caseCount = Math.Max(2_500, Things - plan.Officers.Length - plan.City.Devices.Length);
        Map = new MapProjection(plan);
        Stream = new MapStream(Map, plan.City);
        var states = plan.Workflow.Workflow.States;
        _openStates = [.. Enumerable.Range(0, states.Length).Where(state => !states[state].IsFinal).Select(state => (ushort)state)];
        for (var number = 0; number < _caseCount; number++)
        {
            Hear(new GrainId(Grain.Case, number), new CaseOpened((ulong)number, number % 100, _chance.Next(plan.City.Cells.Length), _openStates[0], number % 3, 0, 0));
        }

        foreach (var officer in plan.Officers)
        {
            Hear(Grain.OfficerOf(officer.Index), new OfficerDutyChanged(1));
        }

        Changed.Clear();
    }

    public const int Things = 5_000;

    /// <summary>World time per wall time.</summary>
    public const int Speed = 60;

    public MapProjection Map { get; }

    public MapStream Stream { get; }

    /// <summary>The things changed since it was last cleared.</summary>
    public HashSet<GrainId> Changed { get; } = [];

    /// <summary>World time passes, and so many of the things, taken by chance, change; with all of them each does once.</summary>
    public void Change(int count, int milliseconds)
    {
        _now += new Duration(milliseconds);
        for (var i = 0; i < count; i++)
        {
            var thing = count == Things ? i : _chance.Next(Things);
            var device = thing - _caseCount - _plan.Officers.Length;
            if (thing < _caseCount)
            {
                Move(thing);
            }
            else if (device < 0)
            {
                SetOut(thing - _caseCount);
            }
            else
            {
                Hear(Grain.DeviceOf(device), new DeviceAlarmChanged(1 - (Map.Devices[device].Value & 1)));
            }
        }

        Map.Reach(new WorldClock(_now, Speed, BeganAtMs + (_now.Milliseconds / Speed), Speed));
    }

    /// <summary>A tick of the stream, with a sign of life as often as the host gives one.</summary>
    public void Tick() => Stream.Tick(isBeat: _ticks++ % MapStreams.BeatEvery == 0);

    /// <summary>A view of a share of the district's length, anywhere in it.</summary>
    public ViewRect View(double size)
    {
        var (plane, bounds) = (new LocalPlane(_plan.City.Anchor), PlaneRect.Around(_plan.City.Boundary));
        var half = bounds.LongerM * size / 2;
        var (east, north) = (Between(bounds.WestM, bounds.EastM), Between(bounds.SouthM, bounds.NorthM));
        var (west, south) = plane.ToDegrees(new Place(east - half, north - half));
        var (right, top) = plane.ToDegrees(new Place(east + half, north + half));
        return new ViewRect(west, south, right, top, half);
    }

    public double Between(double from, double to) => from + (_chance.NextDouble() * (to - from));

    // Always to another stage: what stays as it is is no change, and would be spelled by nobody but the plain twin.
    private void Move(int number)
    {
        var (states, at) = (_plan.Workflow.Workflow.States, Map.Cases[number].Value.Stage);
        var others = _openStates.Where(state => (byte)states[state].Stage != at).ToArray();
        Hear(new GrainId(Grain.Case, number), new CaseMoved { To = others[_chance.Next(others.Length)] });
    }

    private void SetOut(int officer)
    {
        const int MetresPerSecond = 2;
        var beat = _plan.Officers[officer].Beat;
        var from = Map.Officers[officer].Value.Leg.Path[^1];
        var to = _plan.City.Cells[beat[_chance.Next(beat.Length)]].Node;
        var arrives = _now + Duration.Seconds(_chance.Next(60, 600));
        Hear(Grain.OfficerOf(officer), new LegStarted(arrives, from, to, (int)(arrives - _now).Milliseconds * MetresPerSecond / 1000, 0));
    }

    private void Hear<T>(GrainId source, T change)
        where T : unmanaged, IEvent
    {
        Map.Hear(new Event { At = _now, Source = source, Body = Body.Of(change) });
        Changed.Add(source);
    }
}
