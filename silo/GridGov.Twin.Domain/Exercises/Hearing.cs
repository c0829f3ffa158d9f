using GridGov.Twin.Domain.Cases;
using GridGov.Twin.Domain.Cells;
using GridGov.Twin.Domain.Officers;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Exercises;

/// <summary>What the exercise hears: every grain's turn is looked through for what may be an expected action. Worlds without an exercise do not come here.</summary>
internal static class Hearing
{
    /// <summary>Tells the exercise of a turn in which a grain handled a message.</summary>
    public static void Tell(IGrainState state, in Body message, Turn turn)
    {
        foreach (ref readonly var e in turn.Events)
        {
            switch (e.Body.Kind)
            {
                case ReportAccepted.Kind:
                    var accepted = e.Body.As<ReportAccepted>();
                    Send(turn, new ReportHeard(accepted.Key, accepted.Case, accepted.What, accepted.Cell, accepted.Channel));
                    break;
                case ReportMerged.Kind:
                    var merged = e.Body.As<ReportMerged>();
                    Send(turn, new ReportHeard(merged.Key, merged.Case, merged.What, merged.Cell, merged.Channel));
                    break;
                case CaseMoved.Kind when ByHand(message) is null:
                    var moved = e.Body.As<CaseMoved>();
                    Send(turn, new ActHeard(turn.Self, -1, DepartmentOf(state), moved.Role, moved.Action, 0));
                    break;
                case ActDone.Kind:
                    var done = e.Body.As<ActDone>();
                    Send(turn, new ActHeard(turn.Self, done.Reference, DepartmentOf(state), (short)(ByHand(message) ?? -1), done.Action, 0));
                    break;
                case CaseMergedInto.Kind:
                    Send(turn, new MergeHeard(turn.Self, e.Body.As<CaseMergedInto>().Into));
                    break;
                case OfficerSent.Kind:
                    var sent = e.Body.As<OfficerSent>();
                    Send(turn, new SendingHeard(sent.Reference, sent.To));
                    break;
            }
        }
    }

    // The role at whose controls somebody asked for it; null where nobody did.
    private static int? ByHand(in Body message) => message.Kind switch
    {
        Act.Kind => message.As<Act>().Role,
        MergeAnswered.Kind => message.As<MergeAnswered>().Role,
        _ => null,
    };

    private static int DepartmentOf(IGrainState state) => ((CaseState)state).Facts.Department;

    private static void Send<T>(Turn turn, in T message)
        where T : unmanaged, IMessage => turn.Send(Grain.TheExercise, message);
}
