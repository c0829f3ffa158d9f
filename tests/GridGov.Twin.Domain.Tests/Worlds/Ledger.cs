using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Domain.Tests.Worlds;

/// <summary>
/// What must hold at any moment between two steps: every incident, report and case is in exactly one state and in exactly one place.
/// Each check throws with the grain it fails on.
/// </summary>
internal sealed class Ledger(World<DistrictModel> world, Audit audit)
{
    private readonly DistrictModel _model = world.Model;

    public void Check()
    {
        CheckReports();
        CheckCases();
        CheckIncidents();
        CheckDesks();
        CheckTeams();
    }

    private void CheckReports()
    {
        var (reports, merged) = (0L, 0L);
        foreach (var cell in _model.Cells)
        {
            (reports, merged) = (reports + cell.Reports, merged + cell.Merged);
        }

        reports.ShouldBe(audit.Accepted + audit.Merged, "reports in = those that opened a case + those joined to one");
        merged.ShouldBe(audit.Merged);
        audit.Opened.ShouldBe(audit.Accepted, "every accepted report opened a case");
    }

    private void CheckCases()
    {
        var listed = Listed();
        var open = _model.Cases.InOrder.Where(each => !StateOf(each.State).IsFinal).ToArray();
        open.LongLength.ShouldBe(audit.Opened + audit.Reopened - audit.Ended, "open cases = opened + opened again − ended");
        listed.Count.ShouldBe(open.Length, "cases in the cells' lists");
        foreach (var (number, state) in open)
        {
            var self = new GrainId(Grain.Case, number);
            listed[self].ShouldBe(state.Facts.Cell, $"case {number} is in the list of its own cell");
            PlacesOf(self, state).ShouldBe(1, $"case {number} in '{StateOf(state).Id}' with worker {state.Facts.Worker} at {world.Now}: places it is held at");
        }
    }

    // Where the work asked for last is: in a desk's line, in its people's hands, at a team, with an officer, or a timer brings the case on.
    private int PlacesOf(GrainId self, CaseState state)
    {
        var (worker, ticket) = (state.Facts.Worker, state.Facts.Ticket);
        return worker.Kind switch
        {
            Grain.Desk when InLine(worker, self, ticket) is > 0 and var lines => lines,
            Grain.Desk => _model.Desks[(int)worker.Number].InService.ContainsKey((self, ticket)) ? 1 : 0,
            Grain.Team => WithTeam((int)worker.Number, self, ticket),
            _ => state.Facts.WaitTimer.IsNone ? 0 : 1,
        };
    }

    private int InLine(GrainId desk, GrainId item, int ticket) =>
        _model.Desks[(int)desk.Number].Line.Jobs.ToArray().Count(job => job.Item == item && job.Ticket == ticket);

    private int WithTeam(int team, GrainId self, int ticket)
    {
        var places = _model.Teams[team].Waiting.Count(waiting => IsOf(waiting.Task));
        foreach (var officer in _model.Setting.Plan.Teams[team].Officers)
        {
            var state = _model.Officers[officer];
            places += state.Tasks.Count(IsOf) + (IsAtTask(state) && IsOf(state.Facts.Task) ? 1 : 0);
        }

        return places;

        bool IsOf(OfficerTask task) => task.Case == self && task.Ticket == ticket;
    }

    private void CheckIncidents()
    {
        var shown = new Dictionary<GrainId, int>();
        for (var cell = 0; cell < _model.Scenes.Length; cell++)
        {
            foreach (var incident in _model.Scenes[cell].Open)
            {
                shown.Add(incident, cell);
            }
        }

        var lasting = _model.Incidents.InOrder.Where(each => each.State.Facts.Known != Knowledge.Over).ToArray();
        lasting.LongLength.ShouldBe(audit.Began - audit.WereOver, "incidents that last = began − over");
        shown.Count.ShouldBe(lasting.Length, "incidents in the scenes' lists");
        var dealtWith = DealtWith();
        foreach (var (number, state) in lasting)
        {
            var self = new GrainId(Grain.Incident, number);
            shown[self].ShouldBe(state.Facts.Cell, $"incident {number} is in the scene of its own cell");
            (state.Facts.Known != Knowledge.Known || dealtWith.Contains(self))
                .ShouldBeTrue($"incident {number} is known, so an open case deals with it, at {world.Now}");
        }

        foreach (var (number, state) in _model.Incidents.InOrder.Where(each => each.State.Facts.Known == Knowledge.Over))
        {
            state.Facts.OnTheLine.ShouldBeGreaterThan(0, $"incident {number} is over: only a caller keeps it");
        }
    }

    private HashSet<GrainId> DealtWith()
    {
        HashSet<GrainId> incidents = [];
        foreach (var (_, state) in _model.Cases.InOrder.Where(each => !StateOf(each.State).IsFinal))
        {
            incidents.Add(state.Facts.Incident);
            incidents.UnionWith(state.Joined);
        }

        return incidents;
    }

    private void CheckDesks()
    {
        for (var desk = 0; desk < _model.Desks.Length; desk++)
        {
            var (state, jobs) = (_model.Desks[desk], audit.JobsOf(Grain.DeskOf(desk)));
            ((long)state.Busy).ShouldBe(jobs.Started - jobs.Finished, $"desk {desk}: at work = started − finished");
            ((long)state.Line.Count).ShouldBe(jobs.Arrived - jobs.Started - jobs.Left, $"desk {desk}: waiting = arrived − started − left");
            var inHands = audit.InService.Where(each => each.Key.Desk == Grain.DeskOf(desk) && each.Key.Item.Kind == Grain.Case).Sum(each => each.Value);
            state.InService.Count.ShouldBe(inHands, $"desk {desk}: the cases in its people's hands are those that were started and not ended");
            (state.Line.Count == 0 || state.Busy >= state.OnDuty).ShouldBeTrue($"desk {desk}: nobody waits while someone is idle");
            foreach (var job in state.Line.Jobs)
            {
                (job.Item.Kind != Grain.Case || _model.Cases.Find(job.Item.Number)?.Facts.Ticket == job.Ticket)
                    .ShouldBeTrue($"desk {desk}: {job.Item} waits with a ticket that is its last");
            }
        }
    }

    private void CheckTeams()
    {
        foreach (var officer in _model.Setting.Plan.Officers)
        {
            var state = _model.Officers[officer.Index];
            var member = _model.Teams[officer.Team].Members[_model.Setting.MemberOf(officer.Index)];
            member.OnDuty.ShouldBe(1 - state.Facts.ShiftOver, $"{officer.Name}: the team knows whether he can be given tasks");
            foreach (var task in IsAtTask(state) ? [.. state.Tasks, state.Facts.Task] : state.Tasks)
            {
                (task.Case.Kind == Grain.Cell || _model.Cases.Find(task.Case.Number)?.Facts.Ticket == task.Ticket)
                    .ShouldBeTrue($"{officer.Name}: {task.Case} still wants what he is to do, at {world.Now}");
            }

            member.Load.ShouldBe(state.Tasks.Count + (IsAtTask(state) ? 1 : 0), $"{officer.Name}: the team knows how many tasks he has, at {world.Now}");
        }
    }

    private Dictionary<GrainId, int> Listed()
    {
        var listed = new Dictionary<GrainId, int>();
        for (var cell = 0; cell < _model.Cells.Length; cell++)
        {
            foreach (var open in _model.Cells[cell].Open)
            {
                listed.Add(open.Case, cell);
            }
        }

        return listed;
    }

    private static bool IsAtTask(OfficerState officer) => officer.Facts.Doing is Doing.Going or Doing.Working;

    private Domain.Workflows.WorkflowState StateOf(CaseState state) => _model.Setting.Plan.Workflow.Workflow.States[state.Facts.State];
}
