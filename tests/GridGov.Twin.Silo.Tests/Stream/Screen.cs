using GridGov.Twin.Contracts.Map;
using GridGov.Twin.Silo.Stream;

namespace GridGov.Twin.Silo.Tests.Stream;

/// <summary>What a browser would know after the frames it got: the rules of the format, and nothing else.</summary>
internal sealed class Screen
{
    private readonly SortedDictionary<int, CellLoad> _cells = [];
    private readonly SortedDictionary<int, OfficerLeg> _officers = [];
    private readonly SortedDictionary<long, CasePin> _cases = [];
    private readonly SortedDictionary<int, byte> _devices = [];
    private readonly SortedDictionary<int, byte> _buildings = [];
    private FrameHead _last;

    public bool IsInStep { get; private set; }

    public bool WasToldOfLag { get; private set; }

    public void Apply(byte[] packed)
    {
        var frame = FramePacker.Unpack(packed, _last);
        if (frame.Head.Flags.HasFlag(FrameFlags.Key))
        {
            _cells.Clear();
            _officers.Clear();
            _cases.Clear();
            _devices.Clear();
            _buildings.Clear();
            IsInStep = true;
        }
        else if (frame.Head.Sequence != (byte)(_last.Sequence + 1))
        {
            IsInStep = false;
        }

        WasToldOfLag |= frame.Head.Flags.HasFlag(FrameFlags.Lagged);
        _last = frame.Head;
        Take(frame);
    }

    public string Text() => string.Join('\n',
    [
        .. _cells.Values.Where(cell => cell != new CellLoad(cell.Cell, 0, 0, 0, 0)).Select(cell => cell.ToString()),
        .. _officers.Values.Select(leg => $"{leg.Officer} {leg.Doing} {leg.DepartMs}–{leg.ArriveMs} {string.Join(' ', leg.Path)}"),
        .. _cases.Values.Select(pin => pin.ToString()),
        .. _devices.Where(mark => mark.Value != 0).Select(mark => $"device {mark.Key} {mark.Value}"),
        .. _buildings.Where(mark => mark.Value != 0).Select(mark => $"building {mark.Key} {mark.Value}"),
    ]);

    public void Take(CellLoad cell) => _cells[cell.Cell] = cell;

    public void Take(OfficerLeg leg) => _officers[leg.Officer] = leg;

    public void Take(CasePin pin) => _cases[pin.Case] = pin;

    public void TakeDevice(int device, byte state) => _devices[device] = state;

    public void TakeBuilding(int building, byte state) => _buildings[building] = state;

    private void Take(MapFrame frame)
    {
        frame.Cells.ToList().ForEach(Take);
        frame.Officers.ToList().ForEach(Take);
        frame.Cases.ToList().ForEach(Take);
        frame.Devices.ToList().ForEach(mark => TakeDevice(mark.Index, mark.State));
        frame.Buildings.ToList().ForEach(mark => TakeBuilding(mark.Index, mark.State));
        // What only a part is told of must be known: an indexer throws where it is not.
        frame.CaseStages.ToList().ForEach(part => _cases[part.Case] = _cases[part.Case] with { Stage = part.Value });
        frame.CaseMarks.ToList().ForEach(part => _cases[part.Case] = _cases[part.Case] with { Marks = part.Value });
        frame.CaseDues.ToList().ForEach(part => _cases[part.Case] = _cases[part.Case] with { DueMs = part.DueMs });
        frame.CellsOpen.ToList().ForEach(part => _cells[part.Cell] = _cells[part.Cell] with { Open = part.Count });
        frame.CellsOverdue.ToList().ForEach(part => _cells[part.Cell] = _cells[part.Cell] with { Overdue = part.Count });
        frame.CellsOfficers.ToList().ForEach(part => _cells[part.Cell] = _cells[part.Cell] with { Officers = part.Count });
        frame.CellsAlarms.ToList().ForEach(part => _cells[part.Cell] = _cells[part.Cell] with { Alarms = part.Count });
        frame.CasesGone.ToList().ForEach(gone => _cases.Remove(gone));
        frame.OfficersGone.ToList().ForEach(gone => _officers.Remove((int)gone));
    }
}
