using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Silo.Projections;

/// <summary>Events as lines of the history of a case, a device or an officer; null for those that are no line of any.</summary>
internal sealed class HistoryText(WorldPlan plan)
{
    /// <summary>The line, and the case (or the device or officer itself) whose history it belongs to.</summary>
    public (GrainId About, HistoryLine Line)? Of(in Event e) => e.Body.Kind switch
    {
        CaseOpened.Kind => Opened(e, e.Body.As<CaseOpened>()),
        CaseMoved.Kind => Moved(e, e.Body.As<CaseMoved>()),
        CaseUrged.Kind => Line(e, e.Source, "urged", e.Body.As<CaseUrged>().Reference < 0 ? new("超时自动督办", "urged by its clock") : new("督办", "urged")),
        CaseMergedInto.Kind => Line(e, e.Source, "merged", Merged(e.Body.As<CaseMergedInto>().Into.Number)),
        ActRefused.Kind => Refused(e, e.Body.As<ActRefused>()),
        ReportMerged.Kind => Joined(e, e.Body.As<ReportMerged>()),
        JobStarted.Kind when e.Body.As<JobStarted>().Item is { Kind: Grain.Case } item => Line(e, item, "job-started", Started(plan.Desks[e.Source.Number])),
        TaskAssigned.Kind => Assigned(e, e.Body.As<TaskAssigned>()),
        TaskBegan.Kind when e.Body.As<TaskBegan>() is { Case.Kind: Grain.Case } began => Task(e, began.Case, "task-began", "出发", "sets out"),
        TaskFinished.Kind when e.Body.As<TaskFinished>() is { Case.Kind: Grain.Case } done => Task(e, done.Case, "task-finished", "完成任务", "has done the task"),
        OfficerSent.Kind when e.Body.As<OfficerSent>() is { To.Kind: Grain.Case } sent => Sent(e, sent),
        _ => null,
    };

    /// <summary>The line in the source's own history: a device or an officer.</summary>
    public HistoryLine? OfSource(in Event e) => e.Body.Kind switch
    {
        DeviceAlarmChanged.Kind => Own(e, "alarm", e.Body.As<DeviceAlarmChanged>().On == 1 ? new("告警", "alarm on") : new("告警解除", "alarm off")),
        DeviceHealthChanged.Kind => Own(e, "health", e.Body.As<DeviceHealthChanged>().Working == 1 ? new("修复", "repaired") : new("故障", "broke down")),
        DeviceSilenced.Kind => Own(e, "silenced", e.Body.As<DeviceSilenced>().Until > e.At ? new("静默", "silenced") : new("解除静默", "silence ended")),
        OfficerDutyChanged.Kind => Own(e, "duty", e.Body.As<OfficerDutyChanged>().On == 1 ? new("上岗", "on duty") : new("下岗", "off duty")),
        TaskBegan.Kind => Own(e, "task-began", About("前往", "sets out for", e.Body.As<TaskBegan>().Case)),
        TaskFinished.Kind => Own(e, "task-finished", About("完成", "has done", e.Body.As<TaskFinished>().Case)),
        TaskBrokenOff.Kind => Own(e, "task-broken-off", About("中止", "broke off", e.Body.As<TaskBrokenOff>().Case)),
        _ => null,
    };

    private (GrainId, HistoryLine) Opened(in Event e, CaseOpened opened)
    {
        var (channel, state) = (Wording.Of((Channel)opened.Channel), plan.Workflow.Workflow.States[opened.State]);
        return Line(e, e.Source, "opened", new($"{channel.Zh}，进入“{state.Zh}”", $"reported by {channel.En}: {state.En}"));
    }

    private (GrainId, HistoryLine) Moved(in Event e, CaseMoved moved)
    {
        var (workflow, action) = (plan.Workflow.Workflow, Wording.Of(moved.Action));
        var to = workflow.States[moved.To];
        var role = moved.Role < 0 ? new Name("系统", "system") : new Name(workflow.Roles[moved.Role].Zh, workflow.Roles[moved.Role].En);
        var late = moved.Overdue == 1;
        return Line(e, e.Source, "moved", new($"{role.Zh}{action.Zh} → {to.Zh}{(late ? "（超时）" : "")}", $"{role.En}: {action.En} → {to.En}{(late ? " (overdue)" : "")}"));
    }

    private static (GrainId, HistoryLine) Refused(in Event e, ActRefused refused)
    {
        var (action, why) = (Wording.Of(refused.Action), new Name(refused.Why.Zh(), refused.Why.En()));
        return Line(e, e.Source, "refused", new($"{action.Zh}未被接受：{why.Zh}", $"{action.En} refused: {why.En}"));
    }

    private static (GrainId, HistoryLine) Joined(in Event e, ReportMerged merged)
    {
        var channel = Wording.Of((Channel)merged.Channel);
        return Line(e, merged.Case, "joined", new($"又有上报并入（{channel.Zh}）", $"reported again ({channel.En})"));
    }

    private (GrainId, HistoryLine) Assigned(in Event e, TaskAssigned assigned)
    {
        var name = plan.Officers[assigned.Officer].Name;
        return Line(e, assigned.Case, "assigned", new($"派给{name}", $"given to {name}"));
    }

    private (GrainId, HistoryLine) Sent(in Event e, OfficerSent sent)
    {
        var name = plan.Officers[sent.Officer].Name;
        return Line(e, sent.To, "sent", new($"指挥中心点派{name}", $"the command centre sends {name}"));
    }

    private (GrainId, HistoryLine) Task(in Event e, GrainId about, string what, string zh, string en)
    {
        var name = plan.Officers[e.Source.Number].Name;
        return Line(e, about, what, new($"{name}{zh}", $"{name} {en}"));
    }

    private static Name Started(DeskPlan desk) => new($"{desk.Zh}开始办理", $"{desk.En} begins work");

    private static Name Merged(long into) => new(FormattableString.Invariant($"并入案件 {into}"), FormattableString.Invariant($"merged into case {into}"));

    private Name About(string zh, string en, GrainId about) => about.Kind == Grain.Case
        ? new(FormattableString.Invariant($"{zh}案件 {about.Number}"), FormattableString.Invariant($"{en} case {about.Number}"))
        : new($"{zh}网格 {plan.City.Cells[about.Number].Code}", $"{en} cell {plan.City.Cells[about.Number].Code}");

    private static (GrainId, HistoryLine) Line(in Event e, GrainId about, string what, Name text) => (about, Own(e, what, text));

    private static HistoryLine Own(in Event e, string what, Name text) => new(e.At.Milliseconds, what, text, e.Sequence);
}
