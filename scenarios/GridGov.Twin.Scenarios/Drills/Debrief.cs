using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Engine.Time;

namespace GridGov.Twin.Scenarios.Drills;

/// <summary>What became of an inject: as written, as it stands, when it falls due (null: not known), who delivered or skipped it by hand, its cases.</summary>
public sealed record InjectLine(InjectSection Inject, InjectRecord Record, Instant? Due, string? Actor, string[] Cells, long[] Cases);

/// <summary>What became of an expected action: as written, as it stands, who did it, who judged it, and what it counts.</summary>
public sealed record ActionLine(ActionSection Action, ActionRecord Record, string? Actor, string? Judge, Points Points);

/// <summary>What became of an objective: its points, the rating they suggest, the one an evaluator gave, and who.</summary>
public sealed record ObjectiveLine(ObjectiveSection Objective, Points Points, Rating Rating, string? Judge);

/// <summary>A note somebody made.</summary>
public sealed record DebriefNote(Instant At, string Actor, string Text);

/// <summary>
/// A drill with what became of it 复盘, as far as it has come: what evaluators look at while it goes on, and the after-action report (AAR) afterwards.
/// </summary>
/// <param name="Plan">The drill.</param>
/// <param name="Injects">The script's injects, in order.</param>
/// <param name="Actions">The expected actions, in order.</param>
/// <param name="Objectives">The objectives, in order.</param>
/// <param name="Notes">What was noted, oldest first.</param>
/// <param name="Whole">The points of all.</param>
/// <param name="Began">StartEx; null before.</param>
/// <param name="Ended">EndEx; null before.</param>
/// <param name="Hash">The event hash of the world at EndEx; null before.</param>
public sealed record Debrief(
    DrillPlan Plan, InjectLine[] Injects, ActionLine[] Actions, ObjectiveLine[] Objectives, DebriefNote[] Notes, Points Whole, Instant? Began,
    Instant? Ended, string? Hash)
{
    /// <summary>Puts together what the events, the people's inputs and their notes tell.</summary>
    /// <param name="plan">The drill.</param>
    /// <param name="book">What the events told.</param>
    /// <param name="actorOf">Who gave an input, by its number; null where nobody is known.</param>
    /// <param name="notes">The notes, oldest first.</param>
    /// <param name="hash">The event hash at EndEx; null before.</param>
    public static Debrief Of(DrillPlan plan, ExerciseBook book, Func<long, string?> actorOf, DebriefNote[] notes, string? hash)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(book);
        var score = DrillScore.Of(plan.File, book);
        return new Debrief(
            plan,
            [.. plan.File.Injects.Select((inject, index) => Line(plan, book, inject, index, Person))],
            [.. plan.File.Expected.Select((action, index) => new ActionLine(
                action, book.Expected[index], Person(book.Expected[index].Reference), Person(book.Expected[index].JudgedBy), score.Actions[index]))],
            [.. plan.File.Objectives.Select((objective, index) => new ObjectiveLine(
                objective, score.Objectives[index], book.Objectives[index].Rating,
                book.Objectives[index].Rating == Rating.None ? null : Person(book.Objectives[index].Reference)))],
            notes, score.Whole, book.Began, book.Ended, hash);

        string? Person(long reference) => reference < 0 ? null : actorOf(reference);
    }

    private static InjectLine Line(DrillPlan plan, ExerciseBook book, InjectSection inject, int index, Func<long, string?> person)
    {
        var (planned, record) = (plan.Exercise.Injects[index], book.Injects[index]);
        Instant? due = planned.Trigger switch
        {
            InjectTrigger.AtTime => plan.Exercise.Begins + planned.After,
            InjectTrigger.IfMissed => book.Expected[planned.Watched].Due + planned.After,
            InjectTrigger.OnceMet => book.Expected[planned.Watched].At + planned.After,
            _ => null,
        };
        string[] cells = [.. planned.Incidents.Select(incident => plan.Scenario.Plan.City.Cells[incident.Cell].Code).Distinct()];
        return new InjectLine(inject, record, due, person(record.Reference), cells, [.. book.CasesOf(index)]);
    }
}
