using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Worlds;

/// <summary>Counts what the events of a world say, to be compared with what its grains hold.</summary>
internal sealed class Audit : IEventListener
{
    public long Accepted { get; private set; }

    public long Merged { get; private set; }

    public long Opened { get; private set; }

    public long Reopened { get; private set; }

    public long Ended { get; private set; }

    public long Began { get; private set; }

    public long WereOver { get; private set; }

    /// <summary>Jobs in the hands of each desk's people: (desk, item) to how many.</summary>
    public Dictionary<(GrainId Desk, GrainId Item), int> InService { get; } = [];

    /// <summary>Jobs of each desk: arrived, started, finished or broken off, left.</summary>
    public Dictionary<GrainId, (long Arrived, long Started, long Finished, long Left)> Jobs { get; } = [];

    public void On(in Event e)
    {
        switch (e.Body.Kind)
        {
            case ReportAccepted.Kind: Accepted++; break;
            case ReportMerged.Kind: Merged++; break;
            case CaseOpened.Kind: Opened++; break;
            case CaseEnded.Kind: Ended++; break;
            case CaseMoved.Kind when IsReopening(e.Body.As<CaseMoved>()): Reopened++; break;
            case IncidentStarted.Kind: Began++; break;
            case IncidentEnded.Kind: WereOver++; break;
            default: CountJob(e); break;
        }
    }

    public (long Arrived, long Started, long Finished, long Left) JobsOf(GrainId desk) => Jobs.GetValueOrDefault(desk);

    private static bool IsReopening(CaseMoved moved) => moved.Action == Domain.Workflows.CaseAction.Reopen;

    private void CountJob(in Event e)
    {
        var jobs = JobsOf(e.Source);
        switch (e.Body.Kind)
        {
            case JobArrived.Kind:
                Jobs[e.Source] = jobs with { Arrived = jobs.Arrived + 1 };
                break;
            case JobStarted.Kind:
                Jobs[e.Source] = jobs with { Started = jobs.Started + 1 };
                Serve(e.Source, e.Body.As<JobStarted>().Item, +1);
                break;
            case JobFinished.Kind:
                Jobs[e.Source] = jobs with { Finished = jobs.Finished + 1 };
                Serve(e.Source, e.Body.As<JobFinished>().Item, -1);
                break;
            case JobBrokenOff.Kind:
                Jobs[e.Source] = jobs with { Finished = jobs.Finished + 1 };
                Serve(e.Source, e.Body.As<JobBrokenOff>().Item, -1);
                break;
            case JobLeft.Kind:
                Jobs[e.Source] = jobs with { Left = jobs.Left + 1 };
                break;
        }
    }

    private void Serve(GrainId desk, GrainId item, int by) => InService[(desk, item)] = InService.GetValueOrDefault((desk, item)) + by;
}
