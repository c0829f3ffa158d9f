using GridGov.Twin.Domain.Calendars;
using GridGov.Twin.Domain.Catalogue;
using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Chance;

namespace GridGov.Twin.Domain.Tests.Workflows;

/// <summary>Small random workflows, mostly unsound: what the proof says must be what trying out every possible case says.</summary>
public class WorkflowProofAgainstReferenceTests
{
    [Fact]
    public void The_proof_finds_what_trying_every_case_finds_and_nothing_else()
    {
        var sound = 0;
        for (var seed = 1UL; seed <= 3000; seed++)
        {
            var workflow = Draw(seed);
            var findings = WorkflowProof.Findings(workflow);
            ShouldMatch(workflow, findings, $"seed {seed}");
            foreach (var finding in findings)
            {
                ShouldBeWalkable(workflow, finding, $"seed {seed}: {finding}");
            }

            sound += findings.Count == 0 ? 1 : 0;
        }

        sound.ShouldBeInRange(20, 2980, "the draw gives both sound and unsound workflows");
    }

    private static void ShouldMatch(Workflow workflow, IReadOnlyList<WorkflowFinding> findings, string where)
    {
        var everything = Enum.GetValues<Weight>().Select(weight => new EveryCase(workflow, weight)).ToArray();
        foreach (var state in workflow.States)
        {
            Says(FindingKind.Unreachable, null, state).ShouldBe(!everything.Any(cases => cases.Reaches(state)), $"{where}: {state.Id} reached");
            foreach (var cases in everything)
            {
                Says(FindingKind.DeadEnd, cases.Weight, state).ShouldBe(cases.EndsDeadIn(state), $"{where}: {state.Id} {cases.Weight} dead");
                Says(FindingKind.ClockNeverStopped, cases.Weight, state).ShouldBe(cases.EndsTickingIn(state), $"{where}: {state.Id} {cases.Weight} ticking");
                Says(FindingKind.ClockNotStarted, cases.Weight, state).ShouldBe(cases.IsRefusedIn(state), $"{where}: {state.Id} {cases.Weight} refused");
            }
        }

        foreach (var cases in everything)
        {
            Tells(FindingKind.NoWayToAnEnd, cases.Weight).ShouldBe(cases.TurnsForEver(), $"{where}: {cases.Weight} turns");
            Tells(FindingKind.EndlessBounce, cases.Weight).ShouldBe(cases.Bounces(), $"{where}: {cases.Weight} bounces");
        }

        bool Tells(FindingKind kind, Weight weight) => findings.Any(finding => finding.Kind == kind && finding.Weights.Contains(weight));
        bool Says(FindingKind kind, Weight? weight, WorkflowState state) => findings.Any(finding =>
            finding.Kind == kind && (weight is null || finding.Weights.Contains(weight.Value)) && finding.En.Contains($"'{state.Id}'", StringComparison.Ordinal));
    }

    // Follows the trace move by move through the interpreter: it must be a way a real case can go.
    private static void ShouldBeWalkable(Workflow workflow, WorkflowFinding finding, string where)
    {
        var plan = new WorkflowPlan(workflow);
        foreach (var weight in finding.Weights.Take(1))
        {
            var (state, used) = (0, new byte[plan.BoundedMoves]);
            finding.Trace[0].ShouldBe(new TraceStep(null, workflow.States[0].Id), where);
            foreach (var step in finding.Trace.Skip(1))
            {
                var move = WorkflowInterpreter.Moves(plan, state, weight, used, 0)
                    .Find(open => open.Move.Action == step.Action && workflow.States[open.Move.To].Id == step.State);
                move.ShouldNotBeNull(where);
                move.Use(used);
                state = move.Move.To;
            }
        }
    }

    // Each move of a state has an action of its own, so that a trace names it.
    private static Workflow Draw(ulong seed)
    {
        var chance = ChanceStream.For(seed, 3UL, 4);
        var count = 2 + chance.Below(4);
        var states = new WorkflowState[count];
        for (var index = 0; index < count; index++)
        {
            var moves = new WorkflowMove[chance.Below(4)];
            for (var i = 0; i < moves.Length; i++)
            {
                var weights = chance.Happens(0.8) ? 7 : 1 + chance.Below(7);
                moves[i] = new WorkflowMove((CaseAction)i, 0, chance.Below(count), weights, chance.Below(3));
            }

            var stage = index > 0 && chance.Happens(0.4) ? Stage.Ended : Stage.Handling;
            var rule = chance.Happens(0.5) ? CaseClockRule.Keep : (CaseClockRule)chance.Below(5);
            states[index] = new WorkflowState(index, $"s{index}", $"态{index}", $"s{index}", stage, Level.District, 0, null, false, rule, moves, null);
        }

        return new Workflow("random", "随机", "random", [new WorkflowRole(0, "desk", "席位", "desk", Performer.Desk, Level.District)], states);
    }

    /// <summary>Every situation a case of one weight can be in, found by trying everything.</summary>
    private sealed class EveryCase
    {
        private readonly Workflow _workflow;
        private readonly Dictionary<string, (int State, ClockMode Clock, bool Refused, string[] Next)> _situations = [];

        public EveryCase(Workflow workflow, Weight weight)
        {
            (_workflow, Weight) = (workflow, weight);
            Try(0, ClockMode.Idle, [.. workflow.States.Select(state => new int[state.Moves.Length])]);
        }

        public Weight Weight { get; }

        public bool Reaches(WorkflowState state) => _situations.Values.Any(each => each.State == state.Index);

        public bool EndsDeadIn(WorkflowState state) => !state.IsFinal && _situations.Values.Any(each => each.State == state.Index && each.Next.Length == 0);

        public bool EndsTickingIn(WorkflowState state) => state.IsFinal && _situations.Values.Any(each =>
            each.State == state.Index && !each.Refused && each.Clock is ClockMode.Running or ClockMode.Paused);

        public bool IsRefusedIn(WorkflowState state) => _situations.Values.Any(each => each.State == state.Index && each.Refused);

        public bool TurnsForEver() => _situations.Keys.Any(key =>
            After(key).Append(key).All(after => !_workflow.States[_situations[after].State].IsFinal && _situations[after].Next.Length > 0));

        public bool Bounces() => _situations.Keys.Any(key => !IsEnd(key) && After(key, throughEnds: false).Contains(key));

        private bool IsEnd(string key) => _workflow.States[_situations[key].State].IsFinal;

        private HashSet<string> After(string key, bool throughEnds = true)
        {
            HashSet<string> after = [];
            var toVisit = new Stack<string>([key]);
            while (toVisit.TryPop(out var visited))
            {
                foreach (var next in _situations[visited].Next.Where(next => (throughEnds || !IsEnd(next)) && after.Add(next)))
                {
                    toVisit.Push(next);
                }
            }

            return after;
        }

        private string Try(int state, ClockMode clock, int[][] used)
        {
            var (entered, refused) = Enter(_workflow.States[state].CaseClock, clock);
            var key = $"{state} {entered} {refused} {string.Join('|', used.Select(uses => string.Join(',', uses)))}";
            if (_situations.ContainsKey(key))
            {
                return key;
            }

            _situations[key] = (state, entered, refused, []);
            List<string> next = [];
            foreach (var (move, i) in _workflow.States[state].Moves.Select((move, i) => (move, i)))
            {
                if (((move.Weights >> (int)Weight) & 1) == 1 && (move.AtMost == 0 || used[state][i] < move.AtMost))
                {
                    int[][] usedThen = [.. used.Select(uses => uses.ToArray())];
                    usedThen[state][i] += move.AtMost == 0 ? 0 : 1;
                    next.Add(Try(move.To, entered, usedThen));
                }
            }

            _situations[key] = (state, entered, refused, [.. next]);
            return key;
        }

        private static (ClockMode Clock, bool Refused) Enter(CaseClockRule rule, ClockMode clock) => (rule, clock) switch
        {
            (CaseClockRule.Start, _) => (ClockMode.Running, false),
            (CaseClockRule.Pause, ClockMode.Running or ClockMode.Paused) => (ClockMode.Paused, false),
            (CaseClockRule.Run, ClockMode.Running or ClockMode.Paused) => (ClockMode.Running, false),
            (CaseClockRule.Stop, not ClockMode.Idle) => (ClockMode.Stopped, false),
            _ => (clock, rule != CaseClockRule.Keep),
        };
    }
}
