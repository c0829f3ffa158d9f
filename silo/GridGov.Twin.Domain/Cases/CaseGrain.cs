using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Domain.Cases;

/// <summary>A case 案件: what the command centre knows and does about one matter, moved by the workflow.</summary>
public static class CaseGrain
{
    /// <summary>How long an ended case stays at hand to be opened again, where the workflow allows that.</summary>
    public static readonly Duration ReopenWindow = Duration.Days(7);

    /// <summary>After how long a case that a full desk refused asks it again.</summary>
    public static readonly Duration AsksAgainAfter = Duration.Minutes(30);

    /// <summary>Handles one message; false when the case is over for good.</summary>
    public static bool Handle(CaseState state, in Body message, Turn turn, Setting setting)
    {
        switch (message.Kind)
        {
            case CaseOpens.Kind:
                return Open(state, message.As<CaseOpens>(), turn, setting);
            case ReportJoins.Kind:
                Join(state, message.As<ReportJoins>(), turn, setting);
                return true;
            case JobDone.Kind when message.As<JobDone>().Ticket == state.Facts.Ticket:
            case TaskDone.Kind when message.As<TaskDone>().Ticket == state.Facts.Ticket:
                return CaseWork.Finish(state, turn, setting);
            case JobLost.Kind when message.As<JobLost>().Ticket == state.Facts.Ticket:
                CaseWork.AskLater(state, turn);
                return true;
            case AsksAgain.Kind:
                CaseWork.AskAgain(state, turn, setting);
                return true;
            case Found.Kind when message.As<Found>().Ticket == state.Facts.Ticket:
                return CaseWork.Judge(state, message.As<Found>().IsThere == 1, turn, setting);
            case StageOverdue.Kind:
                return CaseMoves.ActOverdue(state, turn, setting);
            case SuspensionEnds.Kind:
                return CaseMoves.MakeUsual(state, turn, setting);
            case RestEnds.Kind:
                return false;
            case Act.Kind:
                return CaseActs.Try(state, message.As<Act>(), turn, setting);
            case MergeAsked.Kind:
                CaseActs.AnswerMerge(state, message.As<MergeAsked>(), turn, setting);
                return true;
            case MergeAnswered.Kind:
                return CaseActs.Merge(state, message.As<MergeAnswered>(), turn, setting);
            case SendOfficer.Kind:
                CaseActs.AskFor(state, message.As<SendOfficer>(), turn, setting);
                return true;
            case OfficerGranted.Kind:
                CaseActs.GiveTo(state, message.As<OfficerGranted>(), turn, setting);
                return true;
            default:
                return true;
        }
    }

    private static bool Open(CaseState state, CaseOpens opens, Turn turn, Setting setting)
    {
        var profile = setting.Plan.Kinds[opens.What];
        state.Reset(setting.Plan.Workflow.BoundedMoves);
        state.Facts = new CaseFacts
        {
            Key = opens.Key,
            Work = ChanceStream.For(turn.Seed, opens.Key, Purpose.CaseWork),
            Incident = opens.Incident,
            Opened = turn.Now,
            At = opens.At,
            Cell = opens.Cell,
            What = opens.What,
            Department = profile.Department,
            Reports = 1,
            Finder = opens.Verified == 1 ? opens.Reporter : -1,
            Weight = (byte)profile.Weight,
            Channel = opens.Channel,
        };
        var first = FirstState(state, turn, setting);
        turn.Emit(new CaseOpened(opens.Key, opens.What, opens.Cell, first, (int)profile.Weight, (int)opens.Channel, profile.Department));
        return CaseMoves.Enter(state, first, CaseAction.Confirm, turn, setting);
    }

    // What an officer has seen needs no verifying, unless he can settle it on the spot: then he is the one who goes there.
    private static int FirstState(CaseState state, Turn turn, Setting setting)
    {
        var workflow = setting.Plan.Workflow.Workflow;
        if (state.Facts.Finder < 0)
        {
            return 0;
        }

        var settles = CaseMoves.IsOpen(state, CaseAction.Settle, setting) && state.Facts.Work.Happens(setting.Plan.Kinds[state.Facts.What].OnTheSpot);
        state.Facts.SettledByFinder = (byte)(settles ? 1 : 0);
        return settles ? 0 : workflow.VerifiedEntry;
    }

    /// <summary>
    /// Answers for a case that is not there: nobody deals with what was reported and joined to it at the very instant it ended, and nobody does
    /// what people at the controls ask of it.
    /// </summary>
    public static void AnswerForGone(in Body message, Turn turn)
    {
        if (message.Kind == ReportJoins.Kind)
        {
            GiveUp(message.As<ReportJoins>(), turn);
        }
        else
        {
            CaseActs.AnswerForGone(message, turn);
        }
    }

    private static void GiveUp(ReportJoins report, Turn turn)
    {
        if (!report.Incident.IsNone)
        {
            turn.Send(report.Incident, new GivenUp());
        }
    }

    private static void Join(CaseState state, ReportJoins report, Turn turn, Setting setting)
    {
        if (setting.Plan.Workflow.Workflow.States[state.Facts.State].IsFinal)
        {
            GiveUp(report, turn);
            return;
        }

        state.Facts.Reports++;
        if (state.Facts.Incident.IsNone)
        {
            state.Facts.Incident = report.Incident;
        }
        else if (!report.Incident.IsNone && report.Incident != state.Facts.Incident && !state.Joined.Contains(report.Incident))
        {
            state.Joined.Add(report.Incident);
        }
    }
}
