using GridGov.Twin.Domain.Incidents;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;

namespace GridGov.Twin.Domain.Exercises;

/// <summary>How the exercise learns from what it hears which expected actions have been done.</summary>
internal static class Watching
{
    public static void Report(ExerciseState state, in ReportHeard report, Turn turn, ExercisePlan plan)
    {
        if (IncidentKey.InjectOf(report.Key) is { } inject)
        {
            Link(state, inject, report.Case, turn);
            return;
        }

        if (IncidentKey.InputOf(report.Key) is not { } reference)
        {
            return;
        }

        foreach (var expected in plan.Expected)
        {
            var isMeant = expected.Deed == Deed.Report && (expected.Kind < 0 || expected.Kind == report.What) && (expected.Cell < 0 || expected.Cell == report.Cell);
            if (isMeant && IsOpen(state, expected))
            {
                Link(state, expected.Inject, report.Case, turn);
                Meet(state, expected, report.Case, reference, turn, plan);
            }
        }
    }

    public static void Act(ExerciseState state, in ActHeard act, Turn turn, ExercisePlan plan)
    {
        foreach (var expected in plan.Expected)
        {
            var isMeant = expected.Deed == Deed.Act && expected.Action == act.Action
                && (expected.Role < 0 || (act.Reference >= 0 && expected.Role == act.Role))
                && (expected.Department < 0 || expected.Department == act.Department);
            if (isMeant && IsOpen(state, expected) && IsLinked(state, expected.Inject, act.Case))
            {
                Meet(state, expected, act.Case, act.Reference, turn, plan);
            }
        }
    }

    // What was to be done with the one is from now on to be done with the other.
    public static void Merge(ExerciseState state, in MergeHeard merge, Turn turn)
    {
        for (var i = state.Links.Count - 1; i >= 0; i--)
        {
            if (state.Links[i].Case == merge.Case)
            {
                Link(state, state.Links[i].Inject, merge.Into, turn);
            }
        }
    }

    public static void Sending(ExerciseState state, in SendingHeard sending, Turn turn, ExercisePlan plan)
    {
        foreach (var expected in plan.Expected)
        {
            if (expected.Deed == Deed.SendOfficer && IsOpen(state, expected) && IsWhereItIs(state, expected.Inject, sending.To, plan))
            {
                Meet(state, expected, sending.To.Kind == Grain.Case ? sending.To : GrainId.None, sending.Reference, turn, plan);
            }
        }
    }

    private static bool IsWhereItIs(ExerciseState state, int inject, GrainId to, ExercisePlan plan) => to.Kind == Grain.Case
        ? IsLinked(state, inject, to)
        : Array.Exists(plan.Injects[inject].Incidents, incident => incident.Cell == to.Number);

    private static bool IsOpen(ExerciseState state, ExpectedAction expected) => state.Expected[expected.Index] is Standing.Awaited or Standing.Missed;

    private static bool IsLinked(ExerciseState state, long inject, GrainId about) =>
        state.Links.Exists(link => link.Inject == inject && link.Case == about);

    private static void Link(ExerciseState state, long inject, GrainId about, Turn turn)
    {
        if (!IsLinked(state, inject, about))
        {
            state.Links.Add(new LinkedCase { Inject = inject, Case = about });
            turn.Emit(new InjectLinked(inject, about));
        }
    }

    private static void Meet(ExerciseState state, ExpectedAction expected, GrainId about, long reference, Turn turn, ExercisePlan plan)
    {
        var standing = state.Expected[expected.Index] == Standing.Awaited ? Standing.Met : Standing.Late;
        state.Expected[expected.Index] = standing;
        turn.Emit(new ActionMet(expected.Index, standing, about, reference));
        ExerciseGrain.Trigger(InjectTrigger.OnceMet, expected.Index, turn, plan);
    }
}
