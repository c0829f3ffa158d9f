using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>What changed in one area at a tick, sorted into the sections of a frame. Used again and again: a frame made of it lives for a tick.</summary>
internal sealed class AreaChanges
{
    private readonly List<CasePart> _stages = [];
    private readonly List<CasePart> _marks = [];
    private readonly List<CaseDue> _dues = [];
    private readonly List<CasePin> _cases = [];
    private readonly List<long> _casesGone = [];
    private readonly List<CellCount> _open = [];
    private readonly List<CellCount> _overdue = [];
    private readonly List<CellCount> _officersIn = [];
    private readonly List<CellCount> _alarms = [];

    public List<OfficerLeg> Officers { get; } = [];

    public List<long> OfficersGone { get; } = [];

    public List<StateMark> Devices { get; } = [];

    public List<StateMark> Buildings { get; } = [];

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => _stages.Count + _marks.Count + _dues.Count + _cases.Count + _casesGone.Count + _open.Count + _overdue.Count + _officersIn.Count
        + _alarms.Count + Officers.Count + OfficersGone.Count + Devices.Count + Buildings.Count == 0;

    /// <summary>The frame that says so.</summary>
    public MapFrame Frame(FrameHead head) => new(head)
    {
        Officers = Officers,
        OfficersGone = OfficersGone,
        Cases = _cases,
        CasesGone = _casesGone,
        CaseStages = _stages,
        CaseMarks = _marks,
        CaseDues = _dues,
        Devices = Devices,
        Buildings = Buildings,
        CellsOpen = _open,
        CellsOverdue = _overdue,
        CellsOfficers = _officersIn,
        CellsAlarms = _alarms,
    };

    public void Add(CellChange change)
    {
        var (told, now) = (change.Told, change.Now);
        Add(_open, now.Cell, told.Open, now.Open);
        Add(_overdue, now.Cell, told.Overdue, now.Overdue);
        Add(_officersIn, now.Cell, told.Officers, now.Officers);
        Add(_alarms, now.Cell, told.Alarms, now.Alarms);
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

    public void Clear()
    {
        _stages.Clear();
        _marks.Clear();
        _dues.Clear();
        _cases.Clear();
        _casesGone.Clear();
        _open.Clear();
        _overdue.Clear();
        _officersIn.Clear();
        _alarms.Clear();
        Officers.Clear();
        OfficersGone.Clear();
        Devices.Clear();
        Buildings.Clear();
    }

    private static void Add(List<CellCount> counts, int cell, byte told, byte now)
    {
        if (told != now)
        {
            counts.Add(new CellCount(cell, now));
        }
    }
}
