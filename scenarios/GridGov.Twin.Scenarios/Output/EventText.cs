using GridGov.Twin.Domain.Buildings;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Scenarios.Output;

/// <summary>An event as people read it: its name, the kind and cell it concerns (−1: none), the case (none where it is none) and its other fields.</summary>
public readonly record struct EventWords(string Name, int What, int Cell, GrainId Case, EventDetails Details);

/// <summary>Puts every event of a district into words: names instead of indexes, units in the names of numbers.</summary>
public sealed class EventText(WorldPlan plan)
{
    private const int None = -1;
    private readonly EventDetails _details = new();

    /// <summary>The event in words. The details are valid until the next call.</summary>
    /// <exception cref="ArgumentException">The event is of no known kind.</exception>
    public EventWords Of(in Event e)
    {
        _details.Clear();
        return (e.Body.Kind / 1000) switch
        {
            1 => Incident(e.Body),
            2 => Cell(e),
            3 => Building(e.Body.As<UtilityChanged>(), e.Source),
            4 => Device(e),
            5 => Desk(e),
            6 => Officer(e),
            8 => Case(e),
            11 => ExerciseText.Of(e.Body, _details),
            _ => throw Unknown(e.Body.Kind),
        };
    }

    private EventWords Incident(in Body body)
    {
        switch (body.Kind)
        {
            case IncidentStarted.Kind:
                var started = body.As<IncidentStarted>();
                return Words("incident-started", started.What, started.Cell, _details.At(started.At).Number("building", started.Building).YesNo("imagined", started.Imagined));
            case IncidentDiscovered.Kind:
                var found = body.As<IncidentDiscovered>();
                return Words("incident-discovered", found.What, found.Cell, _details.Length("delay", found.Delay).Word("channel", Channel(found.Channel)));
            case IncidentEnded.Kind:
                var ended = body.As<IncidentEnded>();
                return Words("incident-ended", ended.What, ended.Cell, _details.Length("lasted", ended.Lasted)
                    .YesNo("put_right", ended.WasPutRight).YesNo("discovered", ended.WasDiscovered).YesNo("imagined", ended.Imagined));
            case IncidentWorsened.Kind:
                var worse = body.As<IncidentWorsened>();
                return Words("incident-worsened", worse.What, worse.Cell, _details);
            case ReportRefused.Kind:
                var refused = body.As<ReportRefused>();
                return Words("report-refused", None, None, _details.Number("what", refused.What).Number("channel", refused.Channel));
            default:
                throw Unknown(body.Kind);
        }
    }

    private EventWords Cell(in Event e)
    {
        switch (e.Body.Kind)
        {
            case ReportAccepted.Kind:
                var accepted = e.Body.As<ReportAccepted>();
                return Words("report-accepted", accepted.What, accepted.Cell, _details.Word("channel", Channel(accepted.Channel)), accepted.Case);
            case ReportMerged.Kind:
                var merged = e.Body.As<ReportMerged>();
                return Words("report-merged", merged.What, merged.Cell, _details.Word("channel", Channel(merged.Channel)), merged.Case);
            case CellPatrolled.Kind:
                return Words("cell-patrolled", None, (int)e.Source.Number, OfficerName(e.Body.As<CellPatrolled>().Officer));
            default:
                throw Unknown(e.Body.Kind);
        }
    }

    private EventWords Building(UtilityChanged changed, GrainId source) =>
        Words("utility-changed", None, plan.City.Buildings[source.Number].Cell, _details
            .Word("utility", Formats.Words.Of((Utility)changed.Utility)).YesNo("failed", changed.Failed));

    private EventWords Device(in Event e)
    {
        var cell = plan.City.Devices[e.Source.Number].Cell;
        return e.Body.Kind switch
        {
            DeviceAlarmChanged.Kind => Words("device-alarm-changed", None, cell, _details.YesNo("on", e.Body.As<DeviceAlarmChanged>().On)),
            DeviceHealthChanged.Kind => Words("device-health-changed", None, cell, _details.YesNo("working", e.Body.As<DeviceHealthChanged>().Working)),
            DeviceSilenced.Kind => Words("device-silenced", None, cell, _details
                .Number("reference", e.Body.As<DeviceSilenced>().Reference).Number("until_ms", e.Body.As<DeviceSilenced>().Until.Milliseconds)),
            SilenceRefused.Kind => Words("silence-refused", None, cell, _details
                .Number("reference", e.Body.As<SilenceRefused>().Reference).Number("for_ms", e.Body.As<SilenceRefused>().ForMs)),
            _ => throw Unknown(e.Body.Kind),
        };
    }

    private EventWords Desk(in Event e)
    {
        switch (e.Body.Kind)
        {
            case JobArrived.Kind:
                var arrived = e.Body.As<JobArrived>();
                return Job("job-arrived", arrived.Item, _details.Number("priority", arrived.Priority));
            case JobStarted.Kind:
                var started = e.Body.As<JobStarted>();
                return Job("job-started", started.Item, _details.Length("waited", started.Waited).Number("priority", started.Priority));
            case JobFinished.Kind:
                var finished = e.Body.As<JobFinished>();
                return Job("job-finished", finished.Item, _details.Length("work", finished.Work));
            case JobLeft.Kind:
                var left = e.Body.As<JobLeft>();
                var why = left.Why switch { 0 => "desk-full", 1 => "out-of-patience", _ => "withdrawn" };
                return Job("job-left", left.Item, _details.Length("waited", left.Waited).Word("why", why));
            case JobBrokenOff.Kind:
                var broken = e.Body.As<JobBrokenOff>();
                return Job("job-broken-off", broken.Item, _details.Length("worked", broken.Worked));
            case DutyChanged.Kind:
                return Words("duty-changed", None, None, _details.Number("people", e.Body.As<DutyChanged>().People));
            default:
                throw Unknown(e.Body.Kind);
        }
    }

    private EventWords Officer(in Event e)
    {
        switch (e.Body.Kind)
        {
            case OfficerDutyChanged.Kind:
                return Words("officer-duty-changed", None, None, _details.YesNo("on", e.Body.As<OfficerDutyChanged>().On));
            case LegStarted.Kind:
                var leg = e.Body.As<LegStarted>();
                return Words("leg-started", None, None, _details.Number("from_node", leg.From).Number("to_node", leg.To)
                    .Number("length_m", leg.LengthM).Number("arrives_ms", leg.Arrives.Milliseconds).YesNo("for_task", leg.ForTask));
            case TaskAssigned.Kind:
                var assigned = e.Body.As<TaskAssigned>();
                return Words("task-assigned", None, None, OfficerName(assigned.Officer).Length("waited", assigned.Waited), assigned.Case);
            case TaskBegan.Kind:
                var began = e.Body.As<TaskBegan>();
                return Task("task-began", began.Case, StageName(began.Stage));
            case TaskFinished.Kind:
                var finished = e.Body.As<TaskFinished>();
                return Task("task-finished", finished.Case, StageName(finished.Stage).Length("busy", finished.Busy));
            case TaskBrokenOff.Kind:
                var broken = e.Body.As<TaskBrokenOff>();
                return Task("task-broken-off", broken.Case, StageName(broken.Stage).Length("busy", broken.Busy));
            case OfficerSent.Kind:
                var sent = e.Body.As<OfficerSent>();
                return Task("officer-sent", sent.To, OfficerName(sent.Officer).Number("reference", sent.Reference));
            case SendRefused.Kind:
                var kept = e.Body.As<SendRefused>();
                return Words("send-refused", None, None, _details.Number("officer_index", kept.Officer).Word("why", Formats.Words.Of(kept.Why))
                    .Number("reference", kept.Reference));
            case VisitLapsed.Kind:
                return Words("visit-lapsed", None, (int)e.Body.As<VisitLapsed>().Cell, _details);
            case TaskArrived.Kind:
                var arrived = e.Body.As<TaskArrived>();
                return Words("task-arrived", None, None, StageName(arrived.Stage), arrived.Case);
            default:
                throw Unknown(e.Body.Kind);
        }
    }

    private EventWords Case(in Event e)
    {
        switch (e.Body.Kind)
        {
            case CaseOpened.Kind:
                var opened = e.Body.As<CaseOpened>();
                return Words("case-opened", opened.What, opened.Cell, _details.Word("state", State(opened.State)).Word("weight", Formats.Words.Of((Weight)opened.Weight))
                    .Word("channel", Channel(opened.Channel)).Word("department", plan.Departments[opened.Department].Id), e.Source);
            case CaseMoved.Kind:
                var moved = e.Body.As<CaseMoved>();
                return Words("case-moved", moved.What, moved.Cell, _details.Word("action", Formats.Words.Of(moved.Action)).Word("from", State(moved.From))
                    .Word("to", State(moved.To)).Word("role", Role(moved.Role)).Length("counted", moved.Counted).YesNo("overdue", moved.Overdue), e.Source);
            case CaseDueSet.Kind:
                var due = e.Body.As<CaseDueSet>();
                return Words("case-due-set", None, None, _details.Number("due_ms", due.Due.Milliseconds), e.Source);
            case CaseEnded.Kind:
                var ended = e.Body.As<CaseEnded>();
                return Words("case-ended", ended.What, ended.Cell, _details.Word("state", State(ended.State)).Word("level", Formats.Words.Of((Level)ended.Level))
                    .Length("open", ended.Open).YesNo("overdue", ended.Overdue).Number("reports", ended.Reports), e.Source);
            case ActRefused.Kind:
                var refused = e.Body.As<ActRefused>();
                return Words("act-refused", None, None, _details.Number("reference", refused.Reference).Word("role", Role(refused.Role))
                    .Word("action", Formats.Words.Of(refused.Action)).Word("why", Formats.Words.Of(refused.Why))
                    .Word("state", refused.State == ActRefused.NoState ? "" : State(refused.State)), e.Source);
            case ActDone.Kind:
                var done = e.Body.As<ActDone>();
                return Words("act-done", None, None, _details.Number("reference", done.Reference).Word("action", Formats.Words.Of(done.Action))
                    .Word("state", State(done.State)).Number("moves", done.Moves), e.Source);
            case CaseMergedInto.Kind:
                return Words("case-merged-into", None, None, _details.Number("into", e.Body.As<CaseMergedInto>().Into.Number), e.Source);
            case CaseUrged.Kind:
                return Words("case-urged", None, None, _details.Number("reference", e.Body.As<CaseUrged>().Reference), e.Source);
            default:
                throw Unknown(e.Body.Kind);
        }
    }

    private static EventWords Words(string name, int what, int cell, EventDetails details, GrainId about = default) => new(name, what, cell, about, details);

    // A desk's job is a case's work or an incident's telephone call; only the first is a case.
    private static EventWords Job(string name, GrainId item, EventDetails details) =>
        Words(name, None, None, details, item.Kind == Grain.Case ? item : default);

    // An officer's task is a case's work or a look at a cell.
    private static EventWords Task(string name, GrainId about, EventDetails details) =>
        about.Kind == Grain.Cell ? Words(name, None, (int)about.Number, details) : Words(name, None, None, details, about);

    private EventDetails OfficerName(long officer) => _details.Word("officer", plan.Officers[officer].Name);

    private EventDetails StageName(long stage) => _details.Word("stage", Formats.Words.Of((Stage)stage));

    private string State(int state) => plan.Workflow.Workflow.States[state].Id;

    // A refused act may name a role that is not there.
    private string Role(int role) =>
        role < 0 ? "system" : role < plan.Workflow.Workflow.Roles.Length ? plan.Workflow.Workflow.Roles[role].Id : "";

    private static string Channel(long channel) => Formats.Words.Of((Channel)channel);

    private static ArgumentException Unknown(ulong kind) => new($"no event of kind {kind}");
}
