using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>What became of one case: its stages' moments (the last of each, null where it never came), its state and who settled it.</summary>
public sealed class CaseRecord
{
    /// <summary>The case's number in its world.</summary>
    public required long Number { get; init; }

    /// <summary>Its filing condition's index.</summary>
    public required int What { get; init; }

    /// <summary>Its cell's index.</summary>
    public required int Cell { get; init; }

    /// <summary>How it was first reported.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The building a resident called from, and the key his household is drawn by; null when nobody called or from no building.</summary>
    public (int Building, ulong Key)? Caller { get; init; }

    /// <summary>When it was opened.</summary>
    public required Instant Opened { get; init; }

    /// <summary>When it was filed 立案.</summary>
    public Instant? Filed { get; set; }

    /// <summary>When it was dispatched 派遣.</summary>
    public Instant? Dispatched { get; set; }

    /// <summary>When its handling was finished 处置.</summary>
    public Instant? Handled { get; set; }

    /// <summary>When its check was passed 核查.</summary>
    public Instant? Checked { get; set; }

    /// <summary>When it ended.</summary>
    public Instant? Ended { get; set; }

    /// <summary>When it was due by the whole-case clock; null while that never ran.</summary>
    public Instant? Due { get; set; }

    /// <summary>Its state in the workflow.</summary>
    public required int State { get; set; }

    /// <summary>The level that settled it; null while it is open, and when it was refuted, rejected or merged.</summary>
    public int? Level { get; set; }

    /// <summary>Whether it ended after its deadline.</summary>
    public bool IsOverdue { get; set; }

    /// <summary>Reports joined in it, the first included.</summary>
    public int Reports { get; set; } = 1;
}

/// <summary>Follows a world's events and keeps one record per case, in the order the cases opened.</summary>
public sealed class CaseLog(WorldPlan plan) : IEventListener
{
    private readonly Dictionary<long, CaseRecord> _cases = [];
    private readonly List<CaseRecord> _inOrder = [];
    private readonly Dictionary<ulong, int> _buildingOfIncident = [];

    /// <summary>The cases in the order they opened.</summary>
    public IReadOnlyList<CaseRecord> Cases => _inOrder;

    /// <inheritdoc/>
    public void On(in Event e)
    {
        switch (e.Body.Kind)
        {
            case IncidentStarted.Kind when e.Body.As<IncidentStarted>().Building >= 0:
                var started = e.Body.As<IncidentStarted>();
                _buildingOfIncident[started.Key] = started.Building;
                break;
            case CaseOpened.Kind:
                Open(e);
                break;
            case CaseMoved.Kind when _cases.TryGetValue(e.Source.Number, out var moved):
                Move(moved, e.Body.As<CaseMoved>(), e.At);
                break;
            case CaseDueSet.Kind when _cases.TryGetValue(e.Source.Number, out var dated):
                var due = e.Body.As<CaseDueSet>().Due;
                dated.Due = due == Instant.Never ? dated.Due : due;
                break;
            case CaseEnded.Kind when _cases.TryGetValue(e.Source.Number, out var ended):
                End(ended, e.Body.As<CaseEnded>(), e.At);
                break;
            case ReportMerged.Kind when _cases.TryGetValue(e.Body.As<ReportMerged>().Case.Number, out var joined):
                joined.Reports++;
                break;
        }
    }

    private void Open(in Event e)
    {
        var opened = e.Body.As<CaseOpened>();
        var record = new CaseRecord
        {
            Number = e.Source.Number,
            What = opened.What,
            Cell = opened.Cell,
            Channel = (Channel)opened.Channel,
            Caller = CallerOf(opened),
            Opened = e.At,
            State = opened.State,
        };
        _cases.Add(record.Number, record);
        _inOrder.Add(record);
    }

    private (int Building, ulong Key)? CallerOf(CaseOpened opened) =>
        (Channel)opened.Channel == Channel.Hotline && _buildingOfIncident.TryGetValue(IncidentKey.Of(opened.Key), out var building)
            ? (building, opened.Key)
            : null;

    private void Move(CaseRecord record, CaseMoved move, Instant at)
    {
        record.State = move.To;
        switch (move.Action)
        {
            case CaseAction.File:
                record.Filed = at;
                break;
            case CaseAction.Dispatch:
                record.Dispatched = at;
                break;
            case CaseAction.Finish or CaseAction.Settle:
                record.Handled = at;
                break;
            case CaseAction.Pass when plan.Workflow.Workflow.States[move.From].Stage == Stage.Check:
                record.Checked = at;
                break;
            case CaseAction.Reopen:
                (record.Ended, record.Level) = (null, null);
                break;
        }
    }

    private void End(CaseRecord record, CaseEnded ended, Instant at)
    {
        record.State = ended.State;
        record.Ended = at;
        record.Level = plan.Workflow.Workflow.States[ended.State].Id == Workflow.Closed ? ended.Level : null;
        record.IsOverdue = ended.Overdue == 1;
        record.Reports = ended.Reports;
    }
}
