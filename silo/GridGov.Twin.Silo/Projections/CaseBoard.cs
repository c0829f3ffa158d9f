using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Output;

namespace GridGov.Twin.Silo.Projections;

/// <summary>
/// Every open case, and the last of those that ended, as the committed history tells them. Older ones are in the journal only.
/// </summary>
internal sealed class CaseBoard(WorldPlan plan)
{
    private const int MostEnded = 20_000;
    private readonly Dictionary<long, CaseEntry> _cases = [];
    private readonly Queue<long> _ended = new();
    private readonly CasePlaces _places = new(plan.City);
    private readonly CaseCodes _codes = new(plan);

    public IEnumerable<CaseEntry> All => _cases.Values;

    public IEnumerable<CaseEntry> Open => _cases.Values.Where(entry => entry.Ended is null);

    public CaseEntry? Find(long number) => _cases.GetValueOrDefault(number);

    public void Hear(in Event e)
    {
        _places.Hear(e);
        switch (e.Body.Kind)
        {
            case CaseOpened.Kind:
                Add(e, e.Body.As<CaseOpened>());
                break;
            case ReportMerged.Kind when Find(e.Body.As<ReportMerged>().Case.Number) is { } joined:
                joined.Reports++;
                break;
            case >= CaseMoved.Kind and < 9000 when Find(e.Source.Number) is { } entry:
                Change(entry, e);
                break;
        }
    }

    private void Add(in Event e, CaseOpened opened)
    {
        var (at, building) = _places.Of(opened);
        _cases[e.Source.Number] = new CaseEntry
        {
            Number = e.Source.Number,
            Code = _codes.Next(e.At, opened.Cell),
            What = opened.What,
            Cell = opened.Cell,
            Key = opened.Key,
            Channel = (Channel)opened.Channel,
            At = at,
            Building = building,
            Opened = e.At,
            State = opened.State,
            Weight = opened.Weight,
            Department = opened.Department,
        };
    }

    private void Change(CaseEntry entry, in Event e)
    {
        switch (e.Body.Kind)
        {
            case CaseMoved.Kind:
                var moved = e.Body.As<CaseMoved>();
                entry.State = moved.To;
                entry.Moves++;
                entry.Ended = moved.Action == CaseAction.Reopen ? null : entry.Ended;
                break;
            case CaseDueSet.Kind:
                SetDue(entry, e.At, e.Body.As<CaseDueSet>().Due);
                break;
            case CaseUrged.Kind:
                (entry.IsUrged, entry.UrgedAt) = (true, e.At);
                break;
            case CaseEnded.Kind:
                End(entry, e.At, e.Body.As<CaseEnded>());
                break;
        }
    }

    // From what is left now to a quarter of the limit left: by the clock's own unit, so that nobody is warned for a night's sake.
    private void SetDue(CaseEntry entry, Instant at, Instant due)
    {
        entry.Due = due == Instant.Never ? null : due;
        entry.SoonFrom = Instant.Never;
        if (entry.Due is null)
        {
            return;
        }

        var limit = plan.Catalogue.Conditions[entry.What].Limit;
        var quarter = new Duration(plan.Calendar.Budget(limit, at).Milliseconds / 4);
        var left = due > at ? plan.Calendar.Counted(at, due, limit.Unit) : Duration.Zero;
        entry.SoonFrom = left > quarter ? plan.Calendar.Due(at, left - quarter, limit.Unit) : at;
    }

    private void End(CaseEntry entry, Instant at, CaseEnded ended)
    {
        (entry.Ended, entry.EndedLate, entry.State) = (at, ended.Overdue == 1, ended.State);
        _ended.Enqueue(entry.Number);
        while (_ended.Count > MostEnded)
        {
            // One that was opened again is forgotten when it ends again.
            var oldest = _ended.Dequeue();
            if (Find(oldest) is { Ended: { } gone } && gone < at)
            {
                _cases.Remove(oldest);
            }
        }
    }
}
