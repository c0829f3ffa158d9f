using GridGov.Twin.Domain.Calendars;

namespace GridGov.Twin.Domain.Workflows;

/// <summary>Follows the whole-case clock along every way a case can go.</summary>
internal static class CaseClockProof
{
    public static IEnumerable<CaseFinding> Findings(ReachableStates reachable)
    {
        foreach (var path in FirstOfEach(reachable.Paths))
        {
            var state = reachable.Plan.Workflow.States[path.State];
            if (path.ClockRefused)
            {
                var (zh, en) = path.Clock == ClockMode.Stopped ? ("已停止", "stopped") : ("尚未启动", "not started");
                yield return new CaseFinding(FindingKind.ClockNotStarted, reachable.Weight, path,
                    $"进入“{state.Id}”时案件计时应{OrderZh(state.CaseClock)}，但计时{zh}",
                    $"entering state '{state.Id}' asks the case clock to {Order(state.CaseClock)}, but the clock is {en}");
            }
            else if (state.IsFinal && path.Clock is ClockMode.Running or ClockMode.Paused)
            {
                yield return new CaseFinding(FindingKind.ClockNeverStopped, reachable.Weight, path,
                    $"案件在“{state.Id}”结束，但案件计时未停止",
                    $"a case ends in state '{state.Id}' with its case clock never stopped");
            }
            else if (state.CaseClock == CaseClockRule.Pause && path.Clock == ClockMode.Paused && !CanRunAgain(reachable, path))
            {
                yield return new CaseFinding(FindingKind.PausedForGood, reachable.Weight, path,
                    $"“{state.Id}”暂停案件计时，此后无法恢复",
                    $"state '{state.Id}' pauses the case clock and nothing that can follow runs it again");
            }
        }
    }

    // A state, a mode and whether it was refused are told once, however many ways lead there.
    private static IEnumerable<CasePath> FirstOfEach(List<CasePath> paths) =>
        paths.DistinctBy(path => (path.State, path.Clock, path.ClockRefused));

    // Along all moves there are, used up or not: that the clock cannot run after the last allowed rework is as it should be.
    private static bool CanRunAgain(ReachableStates reachable, CasePath paused)
    {
        HashSet<int> seen = [paused.State];
        List<int> toVisit = [paused.State];
        for (var i = 0; i < toVisit.Count; i++)
        {
            foreach (var move in reachable.MovesOf(toVisit[i]))
            {
                var after = reachable.Plan.Workflow.States[move.Move.To].CaseClock.After(ClockMode.Paused);
                if (after == ClockMode.Running)
                {
                    return true;
                }

                if (after == ClockMode.Paused && seen.Add(move.Move.To))
                {
                    toVisit.Add(move.Move.To);
                }
            }
        }

        return false;
    }

    private static string Order(CaseClockRule rule) => rule.ToString().ToLowerInvariant();

    private static string OrderZh(CaseClockRule rule) => rule switch
    {
        CaseClockRule.Pause => "暂停",
        CaseClockRule.Run => "恢复",
        _ => "停止",
    };
}
