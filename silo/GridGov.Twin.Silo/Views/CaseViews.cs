using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Households;
using GridGov.Twin.Silo.Projections;

namespace GridGov.Twin.Silo.Views;

/// <summary>Cases as screens read them: rows from the committed history, clocks and choices from the grain.</summary>
internal sealed class CaseViews(Setting setting, WorldBook book, CodeParts codes, ulong seed)
{
    private const int LongestPage = 500;

    public Page<CaseRow> List(CaseQuery query, Instant now)
    {
        var found = book.Cases.All.Where(entry => query.Open is null || query.Open == entry.Ended is null).Select(entry => Row(entry, now)).Where(row => Fits(row, query));
        CaseRow[] sorted = [.. CaseOrder.By(found, query.Sort)];
        return new Page<CaseRow>(now.Milliseconds, sorted.Length, [.. sorted.Skip(Math.Max(0, query.Skip)).Take(Math.Clamp(query.Take, 1, LongestPage))]);
    }

    public CaseRow[] OfCell(int cell, Instant now) => [.. book.Cases.Open.Where(entry => entry.Cell == cell).Select(entry => Row(entry, now))];

    public CaseRow[] OfBuilding(int building, Instant now) => [.. book.Cases.Open.Where(entry => entry.Building == building).Select(entry => Row(entry, now))];

    public CaseView? Find(DistrictModel model, Instant now, long number)
    {
        if (book.Cases.Find(number) is not { } entry)
        {
            return null;
        }

        var state = model.Cases.Find(number);
        var department = setting.Plan.Departments[state?.Facts.Department ?? entry.Department];
        return new CaseView(
            Row(entry, now), codes.OfCase(entry.Code), new Name(department.Zh, department.En), Worker(model, state, number), [.. entry.History],
            Clock(state?.StageClock, now), Clock(state?.WholeClock, now), state is null ? [] : Actions(state));
    }

    /// <summary>The synthetic caller; null when nobody called from a home.</summary>
    public CallerView? Caller(long number)
    {
        if (book.Cases.Find(number) is not { Channel: Channel.Hotline, Building: >= 0 } entry
            || setting.Plan.City.Buildings[entry.Building] is not { Households: > 0 } building)
        {
            return null;
        }

        return new CallerView(number, SyntheticNames.CallerOf(seed, building.Index, (int)(entry.Key % (ulong)building.Households)), building.Name);
    }

    public CaseRow Row(CaseEntry entry, Instant now)
    {
        var (plan, kind) = (setting.Plan, setting.Plan.Catalogue.Conditions[entry.What]);
        var state = plan.Workflow.Workflow.States[entry.State];
        var cell = plan.City.Cells[entry.Cell];
        return new CaseRow(
            entry.Number, entry.Code, kind.Key, Wording.Of(kind), state.Id, new Name(state.Zh, state.En), Words.Of(state.Stage), Words.Of((Weight)entry.Weight),
            entry.UrgencyAt(now), entry.IsUrged, Words.Of(entry.Channel), cell.Code, Address(entry.Cell), entry.Opened.Milliseconds,
            entry.Ended?.Milliseconds, entry.Due?.Milliseconds, entry.Reports, entry.Moves, book.Spots.Of(entry.At));
    }

    public string Address(int cell)
    {
        var (city, site) = (setting.Plan.City, setting.Plan.City.Cells[cell]);
        return $"{city.Org[city.StreetOf(site.Community)].Name}{city.Org[site.Community].Name}{site.Code[12..]}网格";
    }

    private static bool Fits(CaseRow row, CaseQuery query) =>
        (string.IsNullOrEmpty(query.Stage) || row.Stage == query.Stage)
        && (string.IsNullOrEmpty(query.Urgency) || row.Urgency == query.Urgency)
        && (string.IsNullOrEmpty(query.Cell) || row.Cell == query.Cell)
        && (string.IsNullOrWhiteSpace(query.Text) || Says(row, query.Text.Trim()));

    private static bool Says(CaseRow row, string text) =>
        Array.Exists([row.Code, row.Address, row.Kind, row.KindName.Zh, row.KindName.En, row.Cell], field => field.Contains(text, StringComparison.OrdinalIgnoreCase));

    private string? Worker(DistrictModel model, CaseState? state, long number)
    {
        if (state is null || state.Facts.Worker.IsNone)
        {
            return null;
        }

        var worker = state.Facts.Worker;
        if (worker.Kind == Grain.Desk)
        {
            return setting.Plan.Desks[worker.Number].Zh;
        }

        var officer = Array.FindIndex(model.Officers.ToArray(), each => OfficerViews.Has(each, number, state.Facts.Ticket));
        return officer >= 0 ? setting.Plan.Officers[officer].Name : setting.Plan.Teams[worker.Number].Name;
    }

    private ClockState? Clock(CaseClock? clock, Instant now)
    {
        if (clock is null || clock.Mode == ClockMode.Idle)
        {
            return null;
        }

        var calendar = setting.Plan.Calendar;
        var due = clock.Due(calendar);
        return new ClockState(
            Words.Of(clock.Mode), Wording.Of(clock.Unit), clock.Budget.Milliseconds, clock.Counted(now, calendar).Milliseconds,
            clock.Remaining(now, calendar).Milliseconds, due == Instant.Never ? null : due.Milliseconds,
            [.. clock.Intervals(calendar, now).Select(interval => new Interval(interval.From.Milliseconds, interval.To.Milliseconds))]);
    }

    private ActionView[] Actions(CaseState state)
    {
        var roles = setting.Plan.Workflow.Workflow.Roles;
        var actions = CaseActions.Of(state, setting).Select(choice => new ActionView(
            Words.Of(choice.Action), Wording.Of(choice.Action), roles[choice.Role].Id, new Name(roles[choice.Role].Zh, roles[choice.Role].En), choice.WhyNot is null,
            choice.WhyNot is { } no ? new Name(no.Zh, no.En) : null, Need(choice.Need)));
        return [.. actions];
    }

    private static string? Need(ActNeed need) => need switch
    {
        ActNeed.Nothing => null,
        ActNeed.Case => "case",
        _ => "department",
    };
}
