using System.Runtime.InteropServices;
using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Cells;

/// <summary>A unit grid 单元网格: takes reports in, joins duplicates, opens cases, remembers patrols.</summary>
public static class CellGrain
{
    /// <summary>Handles one message.</summary>
    public static void Handle(CellState state, in Body message, Turn turn, Setting setting)
    {
        switch (message.Kind)
        {
            case ReportArrives.Kind:
                TakeReport(state, message.As<ReportArrives>(), turn, setting);
                break;
            case PatrolVisits.Kind:
                state.LastPatrol = turn.Now;
                turn.Emit(new CellPatrolled(message.As<PatrolVisits>().Officer));
                break;
            case CaseReopens.Kind:
                var again = message.As<CaseReopens>();
                state.Open.Add(new OpenCase { Case = again.Case, LastReport = turn.Now, At = again.At, What = again.What });
                break;
            case CaseLeaves.Kind:
                var gone = message.As<CaseLeaves>().Case;
                state.Open.RemoveAll(open => open.Case == gone);
                break;
        }
    }

    private static void TakeReport(CellState state, ReportArrives report, Turn turn, Setting setting)
    {
        state.Reports++;
        ref var twin = ref FindTwin(state, report, turn, setting, out var found);
        if (found)
        {
            state.Merged++;
            twin.LastReport = turn.Now;
            turn.Emit(new ReportMerged(twin.Case, report.Key, report.What, report.Cell, (long)report.Channel));
            turn.Send(twin.Case, new ReportJoins(report.Incident, report.Key, (long)report.Channel));
            return;
        }

        var opened = turn.Next(Grain.Case);
        state.Open.Add(new OpenCase { Case = opened, LastReport = turn.Now, At = report.At, What = report.What });
        turn.Emit(new ReportAccepted(opened, report.Key, report.What, report.Cell, (long)report.Channel));
        turn.Send(opened, CaseOpens.From(report));
    }

    private static ref OpenCase FindTwin(CellState state, ReportArrives report, Turn turn, Setting setting, out bool found)
    {
        var profile = setting.Plan.Kinds[report.What];
        var open = CollectionsMarshal.AsSpan(state.Open);
        for (var i = 0; i < open.Length; i++)
        {
            ref var candidate = ref open[i];
            found = candidate.What == report.What
                && (turn.Now - candidate.LastReport).Milliseconds <= profile.MergeForMs
                && candidate.At.Place.MetresTo(report.At.Place) <= profile.MergeWithinM;
            if (found)
            {
                return ref candidate;
            }
        }

        found = false;
        return ref System.Runtime.CompilerServices.Unsafe.NullRef<OpenCase>();
    }
}
