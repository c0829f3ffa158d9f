using GridGov.Twin.Contracts.Map;

namespace GridGov.Twin.Silo.Stream;

/// <summary>What changed in one area and was not said yet.</summary>
internal sealed class AreaChanges
{
    private readonly Ascending<CellChange> _cells = new(static change => change.Now.Cell, static (before, next) => before.Then(next));
    private readonly Ascending<CaseChange> _cases = new(static change => change.Pin.Case, static (before, next) => before.Then(next));
    private readonly Ascending<OfficerChange> _officers = new(static change => change.Officer, static (_, next) => next);
    private readonly AreaSections _sections = new();

    public Ascending<StateMark> Devices { get; } = Marks();

    public Ascending<StateMark> Buildings { get; } = Marks();

    /// <summary>How many things changed.</summary>
    public int Count => _cells.Count + _cases.Count + _officers.Count + Devices.Count + Buildings.Count;

    public void Add(CellChange change) => _cells.Add(change);

    public void Add(CaseChange change) => _cases.Add(change);

    public void Add(OfficerChange change) => _officers.Add(change);

    /// <summary>The frame that says so, and good until the next one; there is nothing to say any more.</summary>
    public MapFrame Say(FrameHead head)
    {
        _sections.Clear();
        foreach (var change in _cells)
        {
            _sections.Add(change);
        }

        foreach (var change in _cases)
        {
            _sections.Add(change);
        }

        foreach (var change in _officers)
        {
            _sections.Add(change);
        }

        _sections.Add(Devices, Buildings);
        Clear();
        return _sections.Frame(head);
    }

    public void Clear()
    {
        _cells.Clear();
        _cases.Clear();
        _officers.Clear();
        Devices.Clear();
        Buildings.Clear();
    }

    private static Ascending<StateMark> Marks() => new(static mark => mark.Index, static (_, next) => next);
}
