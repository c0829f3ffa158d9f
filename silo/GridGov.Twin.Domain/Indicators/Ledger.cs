using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Indicators;

/// <summary>
/// Follows a world's events and counts what the indicators need: in all, by group of kinds and by street, per desk and per team.
/// Reads nothing of the world but its events, so it can follow a journal as well.
/// </summary>
public sealed class Ledger : IEventListener
{
    private readonly WorldPlan _plan;
    private readonly CaseBook _book;
    private readonly int[] _groupOfKind;
    private readonly int[] _streetOfCell;
    private readonly Tally[] _of = new Tally[3];

    /// <summary>A ledger that begins at the world's start.</summary>
    public Ledger(WorldPlan plan)
    {
        _plan = plan;
        Groups = KindGroup.Of(plan.Catalogue, out _groupOfKind);
        Streets = [.. plan.City.Org.Where(unit => unit.Level == Level.Street)];
        _streetOfCell = [.. plan.City.Cells.Select(cell => Array.FindIndex(Streets, s => s.Index == plan.City.StreetOf(cell.Community)))];
        ByGroup = New(Groups.Length);
        ByStreet = New(Streets.Length);
        Desks = [.. plan.Desks.Select(_ => new DeskTally())];
        Officers = new OfficerTally(plan);
        _book = new CaseBook(this, plan.Workflow.Workflow);
    }

    /// <summary>The groups of kinds: the catalogue's classes.</summary>
    public KindGroup[] Groups { get; }

    /// <summary>The streets.</summary>
    public OrgUnit[] Streets { get; }

    /// <summary>All cases.</summary>
    public Tally All { get; private set; } = new();

    /// <summary>The cases of each of <see cref="Groups"/>.</summary>
    public Tally[] ByGroup { get; private set; }

    /// <summary>The cases of each of <see cref="Streets"/>.</summary>
    public Tally[] ByStreet { get; private set; }

    /// <summary>The desks.</summary>
    public DeskTally[] Desks { get; }

    /// <summary>The officers, in all.</summary>
    public OfficerTally Officers { get; }

    /// <summary>When the period began.</summary>
    public Instant Since { get; private set; }

    /// <summary>Imagined incidents that residents talked about.</summary>
    public long Imagined { get; private set; }

    /// <inheritdoc/>
    public void On(in Event e)
    {
        switch (e.Body.Kind)
        {
            case IncidentStarted.Kind or IncidentDiscovered.Kind or IncidentEnded.Kind:
                OnIncident(e.Body);
                break;
            case ReportAccepted.Kind:
                var accepted = e.Body.As<ReportAccepted>();
                CountReport(accepted.What, accepted.Cell, merged: 0);
                break;
            case ReportMerged.Kind:
                var merged = e.Body.As<ReportMerged>();
                CountReport(merged.What, merged.Cell, merged: 1);
                break;
            case CaseOpened.Kind or CaseMoved.Kind or CaseDueSet.Kind or CaseEnded.Kind:
                _book.On(e);
                break;
            case >= 5000 and < 6000:
                OnDesk(e);
                break;
            case >= 6000 and < 7000 or CellPatrolled.Kind:
                Officers.On(e);
                break;
        }
    }

    /// <summary>Ends the warm-up: forgets what was counted, but not which cases are open and who is on duty.</summary>
    public void Restart(Instant now)
    {
        Since = now;
        Imagined = 0;
        All = new Tally();
        ByGroup = New(Groups.Length);
        ByStreet = New(Streets.Length);
        Array.ForEach(Desks, desk => desk.Restart(now));
        Officers.Restart(now);
        _book.Restart(now);
    }

    /// <summary>Brings everything up to date for reading at a moment: deadlines that passed, time on duty, the backlog.</summary>
    public void CloseBooks(Instant now, Living<CaseState> cases)
    {
        Array.ForEach(Desks, desk => desk.Pass(now));
        Officers.Pass(now);
        _book.CloseBooks(now);
        CountOpen(now, cases);
    }

    /// <summary>The tallies a kind in a cell counts in: all, its group, its street. Valid until the next call.</summary>
    internal ReadOnlySpan<Tally> Of(int what, int cell)
    {
        _of[0] = All;
        _of[1] = ByGroup[_groupOfKind[what]];
        var street = _streetOfCell[cell];
        if (street < 0)
        {
            return _of.AsSpan(0, 2);
        }

        _of[2] = ByStreet[street];
        return _of;
    }

    private void OnIncident(in Body body)
    {
        switch (body.Kind)
        {
            case IncidentStarted.Kind:
                var started = body.As<IncidentStarted>();
                Imagined += started.Imagined;
                foreach (var tally in Of(started.What, started.Cell))
                {
                    tally.Incidents += 1 - started.Imagined;
                }

                break;
            case IncidentDiscovered.Kind:
                var discovered = body.As<IncidentDiscovered>();
                foreach (var tally in Of(discovered.What, discovered.Cell))
                {
                    tally.Discovered++;
                    tally.DetectionDelay.Add(discovered.Delay);
                }

                break;
            case IncidentEnded.Kind:
                var ended = body.As<IncidentEnded>();
                foreach (var tally in Of(ended.What, ended.Cell))
                {
                    tally.Unseen += ended.Imagined == 0 && ended.WasDiscovered == 0 ? 1 : 0;
                }

                break;
        }
    }

    private void CountReport(int what, int cell, int merged)
    {
        foreach (var tally in Of(what, cell))
        {
            tally.Reports++;
            tally.Merged += merged;
        }
    }

    private void OnDesk(in Event e)
    {
        var desk = Desks[e.Source.Number];
        switch (e.Body.Kind)
        {
            case JobArrived.Kind:
                desk.Arrived++;
                desk.Change(e.At, +1, 0, 0);
                break;
            case JobStarted.Kind:
                desk.Started++;
                desk.Waits.Add(e.Body.As<JobStarted>().Waited);
                desk.Change(e.At, -1, +1, 0);
                break;
            case JobFinished.Kind:
                desk.Finished++;
                desk.Change(e.At, 0, -1, 0);
                break;
            case JobBrokenOff.Kind:
                desk.Lost++;
                desk.Change(e.At, 0, -1, 0);
                break;
            case JobLeft.Kind:
                desk.Lost++;
                desk.Change(e.At, -1, 0, 0);
                break;
            case DutyChanged.Kind:
                desk.Change(e.At, 0, 0, e.Body.As<DutyChanged>().People - desk.OnDuty);
                break;
        }
    }

    private void CountOpen(Instant now, Living<CaseState> cases)
    {
        foreach (var tally in ByGroup.Concat(ByStreet).Append(All))
        {
            (tally.Backlog, tally.HandlingOverdue) = (0, 0);
        }

        foreach (var (_, state) in cases.InOrder)
        {
            var stage = _plan.Workflow.Workflow.States[state.Facts.State].Stage;
            var late = stage == Stage.Handling && state.StageClock.IsOverdue(now, _plan.Calendar) ? 1 : 0;
            foreach (var tally in Of(state.Facts.What, state.Facts.Cell))
            {
                tally.Backlog += stage == Stage.Ended ? 0 : 1;
                tally.HandlingOverdue += late;
            }
        }
    }

    private static Tally[] New(int count) => [.. Enumerable.Range(0, count).Select(_ => new Tally())];
}
