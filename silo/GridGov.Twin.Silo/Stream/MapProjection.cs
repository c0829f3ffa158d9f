using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Domain.Buildings;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Silo.Projections;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Stream;

/// <summary>
/// What the map shows of a world, from committed events alone. Written on the world's thread and read by the stream, under
/// <see cref="Gate"/>, which nobody holds for long.
/// </summary>
public sealed class MapProjection : IWorldFollower
{
    private readonly WorldPlan _plan;
    private readonly CasePlaces _places;
    private readonly OfficerTracks _officers;
    private readonly MapCases _cases;

    /// <summary>The map of a world before its first event.</summary>
    public MapProjection(WorldPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        _places = new CasePlaces(plan.City);
        Cells = [.. plan.City.Cells.Select(_ => new Versioned<CellCounts>(default))];
        Devices = [.. plan.City.Devices.Select(_ => new Versioned<byte>(0))];
        Buildings = [.. plan.City.Buildings.Select(_ => new Versioned<byte>(0))];
        _officers = new OfficerTracks(plan, ChangeCell);
        _cases = new MapCases(ChangeCell);
    }

    internal Lock Gate { get; } = new();

    internal WorldClock Clock { get; private set; }

    /// <summary>Counts changes; each thing carries the number of its last.</summary>
    internal long Version { get; private set; }

    internal Versioned<CellCounts>[] Cells { get; }

    internal Versioned<byte>[] Devices { get; }

    internal Versioned<byte>[] Buildings { get; }

    internal IReadOnlyList<Versioned<MovingOfficer>> Officers => _officers.All;

    internal IReadOnlyDictionary<long, Versioned<CasePin>> Cases => _cases.Open;

    /// <inheritdoc/>
    public void Hear(in Event e)
    {
        lock (Gate)
        {
            _places.Hear(e);
            Take(e);
        }
    }

    /// <inheritdoc/>
    public void Reach(in WorldClock clock)
    {
        lock (Gate)
        {
            Clock = clock;
            _officers.PassTo(clock.Now, ++Version);
            _cases.PassTo(clock.Now);
        }
    }

    private void Take(in Event e)
    {
        Version++;
        switch (e.Body.Kind)
        {
            case >= 6000 and < 7000 or CellPatrolled.Kind:
                _officers.Hear(e, Version);
                break;
            case CaseOpened.Kind:
                var opened = e.Body.As<CaseOpened>();
                _cases.Add(e.Source.Number, opened, _places.Of(opened).At, StageOf(opened.State), Version);
                break;
            case CaseMoved.Kind:
                _cases.Move(e.Source.Number, StageOf(e.Body.As<CaseMoved>().To), Version);
                break;
            case CaseDueSet.Kind:
                _cases.SetDue(e.Source.Number, e.Body.As<CaseDueSet>().Due, e.At, Version);
                break;
            case CaseUrged.Kind:
                _cases.Urge(e.Source.Number, Version);
                break;
            case CaseEnded.Kind:
                _cases.End(e.Source.Number);
                break;
            case UtilityChanged.Kind:
                var utility = e.Body.As<UtilityChanged>();
                Mark(Buildings[e.Source.Number], 1 << utility.Utility, utility.Failed == 1);
                break;
            case DeviceAlarmChanged.Kind:
                TakeAlarm((int)e.Source.Number, e.Body.As<DeviceAlarmChanged>().On == 1);
                break;
            case DeviceHealthChanged.Kind:
                Mark(Devices[e.Source.Number], 2, e.Body.As<DeviceHealthChanged>().Working == 0);
                break;
            case DeviceSilenced.Kind:
                Mark(Devices[e.Source.Number], 4, e.Body.As<DeviceSilenced>().Until > e.At);
                break;
        }
    }

    private void TakeAlarm(int device, bool isOn)
    {
        var change = isOn == ((Devices[device].Value & 1) != 0) ? 0 : isOn ? 1 : -1;
        Mark(Devices[device], 1, isOn);
        ChangeCell(_plan.City.Devices[device].Cell, counts => counts with { Alarms = counts.Alarms + change });
    }

    private void Mark(Versioned<byte> thing, int bit, bool isOn) => thing.Set((byte)(isOn ? thing.Value | bit : thing.Value & ~bit), Version);

    private void ChangeCell(int cell, Func<CellCounts, CellCounts> change) => Cells[cell].Set(change(Cells[cell].Value), Version);

    private byte StageOf(int state) => (byte)_plan.Workflow.Workflow.States[state].Stage;
}
