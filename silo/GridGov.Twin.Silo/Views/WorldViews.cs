using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Silo.Projections;

namespace GridGov.Twin.Silo.Views;

/// <summary>
/// Everything screens and programs read of a world: from its book (committed history) and its grains. Used on the world's thread, between
/// two steps; what does not change may be read anywhere.
/// </summary>
public sealed class WorldViews
{
    private readonly WorldPlan _plan;
    private readonly WorldBook _book;
    private readonly CaseViews _cases;
    private readonly OfficerViews _officers;
    private readonly PlaceViews _places;
    private readonly EventText _text;

    /// <summary>The views of a world whose committed history <paramref name="book"/> follows.</summary>
    public WorldViews(Setting setting, WorldBook book, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var codes = new CodeParts(setting.Plan.City);
        (_plan, _book, _text) = (setting.Plan, book, new EventText(setting.Plan));
        _cases = new CaseViews(setting, book, codes, seed);
        _officers = new OfficerViews(setting, book);
        _places = new PlaceViews(setting, book, codes, _cases, _officers);
    }

    /// <summary>The workflow.</summary>
    public WorkflowView Workflow
    {
        get
        {
            var workflow = _plan.Workflow.Workflow;
            return new WorkflowView(
                workflow.Id, new Name(workflow.Zh, workflow.En), [.. workflow.Roles.Select(role => new RoleView(role.Id, new Name(role.Zh, role.En), Words.Of(role.Level)))],
                [.. workflow.States.Select(state => new StateView(state.Id, new Name(state.Zh, state.En), Words.Of(state.Stage), Words.Of(state.Level)))]);
        }
    }

    /// <summary>The kinds of case.</summary>
    public KindView[] Kinds => [.. _plan.Catalogue.Conditions.Select(Kind)];

    /// <summary>The departments.</summary>
    public DepartmentView[] Departments => [.. _plan.Departments.Select(department => new DepartmentView(department.Id, new Name(department.Zh, department.En)))];

    /// <summary>The cell of a code, or null.</summary>
    public int? CellOf(string code) => _places.CellOf(code);

    /// <summary>The device of a code, or null.</summary>
    public int? DeviceOf(string code) => _places.DeviceOf(code);

    /// <summary>The cases a query lets through.</summary>
    public Page<CaseRow> Cases(CaseQuery query, Instant now) => _cases.List(query, now);

    /// <summary>One case, or null.</summary>
    public CaseView? Case(DistrictModel model, Instant now, long number) => _cases.Find(model, now, number);

    /// <summary>The synthetic person who called about a case; null when nobody called from a home. Every look belongs in the audit log.</summary>
    public CallerView? Caller(long number) => _cases.Caller(number);

    /// <summary>The cells.</summary>
    public CellRow[] Cells(DistrictModel model, Instant now) => _places.Cells(model, now);

    /// <summary>One cell, or null.</summary>
    public CellView? Cell(DistrictModel model, Instant now, string code) => _places.Cell(model, now, code);

    /// <summary>One building, or null.</summary>
    public BuildingView? Building(DistrictModel model, Instant now, int index) => _places.Building(model, now, index);

    /// <summary>The devices.</summary>
    public DeviceRow[] Devices(DistrictModel model) => _places.Devices(model);

    /// <summary>One device, or null.</summary>
    public DeviceView? Device(DistrictModel model, string code) => _places.Device(model, code);

    /// <summary>The officers.</summary>
    public OfficerRow[] Officers(DistrictModel model, Instant now) => [.. _plan.Officers.Select(officer => _officers.Row(model, now, officer.Index))];

    /// <summary>One officer, or null.</summary>
    public OfficerView? Officer(DistrictModel model, Instant now, int index) => _officers.Find(model, now, index);

    /// <summary>The indicators.</summary>
    public IndicatorsView Indicators(DistrictModel model, Instant now) => _book.Indicators.View(now, model.Cases);

    /// <summary>What wants attention, the gravest first.</summary>
    public AlarmRow[] Alarms(Instant now) => _book.Alarms(now);

    /// <summary>The desks.</summary>
    public DeskRow[] Desks(DistrictModel model) => [.. _plan.Desks.Select(desk => Desk(model, desk))];

    /// <summary>An event in words.</summary>
    public EventView Event(in Event e)
    {
        var words = _text.Of(e);
        return new EventView(
            e.Sequence, e.At.Milliseconds, GrainName.Of(e.Source, _plan), words.Name, words.What < 0 ? null : _plan.Catalogue.Conditions[words.What].Key,
            words.Cell < 0 ? null : _plan.City.Cells[words.Cell].Code, words.Case.IsNone ? null : words.Case.Number, words.Details.Text);
    }

    private DeskRow Desk(DistrictModel model, DeskPlan desk)
    {
        var (state, tally) = (model.Desks[desk.Index], _book.Indicators.Desks[desk.Index]);
        return new DeskRow(
            desk.Id, new Name(desk.Zh, desk.En), Words.Of(desk.Level), _plan.City.Org[desk.Org].Name, state.OnDuty, state.Busy, state.Line.Count, tally.Arrived, tally.Finished);
    }

    private static KindView Kind(FilingCondition kind) => new(
        kind.Key, new Name(kind.BigZh, kind.BigEn), Wording.Of(kind), FormattableString.Invariant($"{kind.Limit.Count}{Wording.Of(kind.Limit.Unit)}"));
}
