using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>Changes sorted into the sections of a frame. Used again and again: a frame made of it lives for a tick.</summary>
internal sealed class AreaSections
{
    private readonly List<OfficerLeg> _officers = [];
    private readonly List<long> _officersGone = [];
    private readonly List<StateMark> _devices = [];
    private readonly List<StateMark> _buildings = [];
    private readonly List<CasePart> _stages = [];
    private readonly List<CasePart> _marks = [];
    private readonly List<CaseDue> _dues = [];
    private readonly List<CasePin> _cases = [];
    private readonly List<long> _casesGone = [];
    private readonly List<CellCount> _open = [];
    private readonly List<CellCount> _overdue = [];
    private readonly List<CellCount> _officersIn = [];
    private readonly List<CellCount> _alarms = [];

    public MapFrame Frame(FrameHead head) => new(head)
    {
        Officers = _officers,
        OfficersGone = _officersGone,
        Cases = _cases,
        CasesGone = _casesGone,
        CaseStages = _stages,
        CaseMarks = _marks,
        CaseDues = _dues,
        Devices = _devices,
        Buildings = _buildings,
        CellsOpen = _open,
        CellsOverdue = _overdue,
        CellsOfficers = _officersIn,
        CellsAlarms = _alarms,
    };

    public void Add(CellChange change)
    {
        var (now, parts) = change;
        Add(_open, now.Cell, now.Open, (parts & CellParts.Open) != 0);
        Add(_overdue, now.Cell, now.Overdue, (parts & CellParts.Overdue) != 0);
        Add(_officersIn, now.Cell, now.Officers, (parts & CellParts.Officers) != 0);
        Add(_alarms, now.Cell, now.Alarms, (parts & CellParts.Alarms) != 0);
    }

    public void Add(CaseChange change)
    {
        var (pin, parts) = (change.Pin, change.Parts);
        switch (parts)
        {
            case CaseParts.Whole:
                _cases.Add(pin);
                return;
            case CaseParts.Gone:
                _casesGone.Add(pin.Case);
                return;
        }

        if ((parts & CaseParts.Stage) != 0)
        {
            _stages.Add(new CasePart(pin.Case, pin.Stage));
        }

        if ((parts & CaseParts.Marks) != 0)
        {
            _marks.Add(new CasePart(pin.Case, pin.Marks));
        }

        if ((parts & CaseParts.Due) != 0)
        {
            _dues.Add(new CaseDue(pin.Case, pin.DueMs));
        }
    }

    public void Add(OfficerChange change)
    {
        if (change.Leg is { } leg)
        {
            _officers.Add(leg);
        }
        else
        {
            _officersGone.Add(change.Officer);
        }
    }

    public void Add(Ascending<StateMark> devices, Ascending<StateMark> buildings)
    {
        foreach (var mark in devices)
        {
            _devices.Add(mark);
        }

        foreach (var mark in buildings)
        {
            _buildings.Add(mark);
        }
    }

    public void Clear()
    {
        _officers.Clear();
        _officersGone.Clear();
        _devices.Clear();
        _buildings.Clear();
        _stages.Clear();
        _marks.Clear();
        _dues.Clear();
        _cases.Clear();
        _casesGone.Clear();
        _open.Clear();
        _overdue.Clear();
        _officersIn.Clear();
        _alarms.Clear();
    }

    private static void Add(List<CellCount> counts, int cell, byte count, bool isNew)
    {
        if (isNew)
        {
            counts.Add(new CellCount(cell, count));
        }
    }
}
