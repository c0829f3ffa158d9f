using GridGov.Twin.Domain.Plans;

namespace GridGov.Twin.Scenarios.Replay;

/// <summary>
/// A scenario's plan with everything of its own making switched off, so that exactly the log's rows are reported: no demand, script, other calls
/// or alarms; what is reported lasts until it is put right, nobody calls about it again, and officers go to tasks instead of patrolling.
/// </summary>
internal static class ReplayPlan
{
    public static WorldPlan Of(WorldPlan plan, LogDuplicates duplicates) => plan with
    {
        Demand = plan.Demand with { Kinds = [], Surges = [], FalseReportShare = 0 },
        Script = [],
        Calls = [],
        Devices = plan.Devices with { FalseAlarmsPerYear = 0, BetweenFailures = null },
        Officers = [.. plan.Officers.Select(officer => officer with { Patrols = false })],
        Kinds = [.. plan.Kinds.Select(kind => Quiet(kind, duplicates))],
    };

    private static KindProfile Quiet(KindProfile kind, LogDuplicates duplicates) => kind with
    {
        SeenByPatrol = 0,
        CallsPerHour = 0,
        Sensors = 0,
        Lasts = null,
        Worsens = null,
        MergeWithinM = duplicates.WithinM ?? kind.MergeWithinM,
        MergeForMs = duplicates.For?.Milliseconds ?? kind.MergeForMs,
    };
}
