using GridGov.Twin.Contracts;

namespace GridGov.Twin.Client;

/// <summary>
/// A typed connection to a twin host, wherever it runs. Reads are of the last commit. A host that says no throws
/// <see cref="TwinRefusedException"/>; one that cannot be reached throws <see cref="HttpRequestException"/>.
/// </summary>
public interface ITwin
{
    /// <summary>The worlds of the host.</summary>
    Task<WorldView[]> Worlds(CancellationToken stop = default);

    /// <summary>One world.</summary>
    Task<WorldView> World(string world, CancellationToken stop = default);

    /// <summary>Orders the clock.</summary>
    Task<ClockView> Order(string world, ClockOrder order, string actor, CancellationToken stop = default);

    /// <summary>The indicators.</summary>
    Task<IndicatorsView> Indicators(string world, CancellationToken stop = default);

    /// <summary>The workflow.</summary>
    Task<WorkflowView> Workflow(string world, CancellationToken stop = default);

    /// <summary>The kinds of case.</summary>
    Task<KindView[]> Kinds(string world, CancellationToken stop = default);

    /// <summary>The departments.</summary>
    Task<DepartmentView[]> Departments(string world, CancellationToken stop = default);

    /// <summary>Cases.</summary>
    Task<Page<CaseRow>> Cases(string world, CaseQuery query, CancellationToken stop = default);

    /// <summary>One case; null if there is none.</summary>
    Task<CaseView?> Case(string world, long number, CancellationToken stop = default);

    /// <summary>Who called about a case; the look is audited under <paramref name="actor"/>. Null when nobody called.</summary>
    Task<CallerView?> Caller(string world, long number, string actor, CancellationToken stop = default);

    /// <summary>One cell; null if there is none.</summary>
    Task<CellView?> Cell(string world, string code, CancellationToken stop = default);

    /// <summary>One building; null if there is none.</summary>
    Task<BuildingView?> Building(string world, int index, CancellationToken stop = default);

    /// <summary>One device; null if there is none.</summary>
    Task<DeviceView?> Device(string world, string code, CancellationToken stop = default);

    /// <summary>The officers.</summary>
    Task<Page<OfficerRow>> Officers(string world, CancellationToken stop = default);

    /// <summary>One officer; null if there is none.</summary>
    Task<OfficerView?> Officer(string world, int index, CancellationToken stop = default);

    /// <summary>The desks.</summary>
    Task<DeskRow[]> Desks(string world, CancellationToken stop = default);

    /// <summary>What wants attention now, the gravest first.</summary>
    Task<AlarmRow[]> Alarms(string world, CancellationToken stop = default);

    /// <summary>The audit log from a number on.</summary>
    Task<AuditLine[]> Audit(string world, long from, int most, CancellationToken stop = default);

    /// <summary>Gives a command; answers when it is durable. <paramref name="key"/> makes a second sending harmless.</summary>
    Task<CommandAnswer> Give(string world, Command command, string? key = null, CancellationToken stop = default);

    /// <summary>The streets and towns.</summary>
    Task<StreetRow[]> Streets(string world, CancellationToken stop = default);

    /// <summary>Asks what becomes of the next hours under some plans; answers at once with its number. One at a time in each world.</summary>
    Task<WhatIfView> Ask(string world, WhatIfQuestion question, string actor, CancellationToken stop = default);

    /// <summary>How far a what-if is, with its answer when it is done; null if it is not kept any more.</summary>
    Task<WhatIfView?> WhatIf(string world, long id, CancellationToken stop = default);

    /// <summary>Stops a what-if.</summary>
    Task StopWhatIf(string world, long id, CancellationToken stop = default);

    /// <summary>What changes in a world, at most a few notes a second, until stopped; reconnects by itself.</summary>
    IAsyncEnumerable<ChangeNote> Changes(string world, CancellationToken stop = default);

    /// <summary>The experiments of the host.</summary>
    Task<ExperimentRow[]> Experiments(CancellationToken stop = default);

    /// <summary>One experiment with the replications of its last run; null if there is none.</summary>
    Task<ExperimentView?> Experiment(string experiment, CancellationToken stop = default);

    /// <summary>One experiment without its replications, cheap enough to be asked for again and again while it runs.</summary>
    Task<ExperimentRow> ExperimentProgress(string experiment, CancellationToken stop = default);

    /// <summary>Starts an experiment; it goes on where an earlier run was stopped.</summary>
    Task<ExperimentRow> RunExperiment(string experiment, string actor, CancellationToken stop = default);

    /// <summary>Stops an experiment that runs; what is done is kept.</summary>
    Task<ExperimentRow> StopExperiment(string experiment, string actor, CancellationToken stop = default);

    /// <summary>A file of an experiment's last report; <see cref="ExperimentView.Files"/> has their names.</summary>
    Task<byte[]> ReportFile(string experiment, string file, CancellationToken stop = default);

    /// <summary>Opens a replication as a world of its own.</summary>
    Task<OpenedReplication> OpenReplication(string experiment, ReplicationOrder order, string actor, CancellationToken stop = default);

    /// <summary>The drills of the host, and those that were opened.</summary>
    Task<DrillsView> Drills(CancellationToken stop = default);

    /// <summary>Opens a drill: its world comes up at StartEx and holds still there.</summary>
    Task<OpenedWorld> OpenDrill(string drill, DrillOrder order, string actor, CancellationToken stop = default);

    /// <summary>The drill of a world as its players see it; null where the world is none.</summary>
    Task<DrillView?> Drill(string world, CancellationToken stop = default);

    /// <summary>The drill of a world as its controllers see it; the look is audited under <paramref name="actor"/>.</summary>
    Task<DrillScriptView> DrillScript(string world, string actor, CancellationToken stop = default);

    /// <summary>A file of the after-action report of a drill: report.html, actions.csv or debrief.json.</summary>
    Task<byte[]> DebriefFile(string world, string file, CancellationToken stop = default);

    /// <summary>Opens a replay of a drill from a moment on, as a world of its own beside it.</summary>
    Task<OpenedWorld> Replay(string world, ReplayOrder order, string actor, CancellationToken stop = default);

    /// <summary>The cluster that the host is a silo of; a host that is none refuses with <c>not-a-cluster</c>.</summary>
    Task<ClusterView> Cluster(CancellationToken stop = default);

    /// <summary>Has a message that was set aside tried again.</summary>
    Task<SetAsideRow> Retry(RetryOrder order, string actor, CancellationToken stop = default);

    /// <summary>How the program's proofs of itself stand, with how far a run of them has come.</summary>
    Task<ProofView> Proofs(CancellationToken stop = default);

    /// <summary>Starts the proofs; they go on where an earlier run was stopped.</summary>
    Task<ProofView> RunProofs(string actor, CancellationToken stop = default);

    /// <summary>Stops the proofs; what is done is kept.</summary>
    Task<ProofView> StopProofs(string actor, CancellationToken stop = default);
}

/// <summary>The host refused a request: HTTP status, a stable machine word, and why in both languages.</summary>
public sealed class TwinRefusedException(int status, string code, Name why) : Exception(why.En)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The machine word, such as <c>stale-version</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Why.</summary>
    public Name Why { get; } = why;
}
