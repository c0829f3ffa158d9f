using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Output;
using GridGov.Twin.Scenarios.Yaml;
using Rated = GridGov.Twin.Domain.Exercises.Rating;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>Everything an after-action report says: <c>debrief.json</c> is this and nothing else. Moments are milliseconds of the world's time.</summary>
/// <param name="Format">The name and number of this form.</param>
/// <param name="Program">The version of the program.</param>
/// <param name="Drill">The drill's machine name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Aim">What was practised.</param>
/// <param name="Scenario">The scenario it was played in.</param>
/// <param name="Seed">The seed.</param>
/// <param name="FirstDay">The world's first day, yyyy-MM-dd.</param>
/// <param name="BeginsMs">StartEx.</param>
/// <param name="EndsMs">EndEx, as planned or as it was.</param>
/// <param name="IsOver">Whether EndEx has been.</param>
/// <param name="Hash">The event hash at EndEx; null before.</param>
/// <param name="Points">The points.</param>
/// <param name="Players">Who played.</param>
/// <param name="Injects">What happened.</param>
/// <param name="Actions">What was expected, and what became of it.</param>
/// <param name="Objectives">What was to be reached.</param>
/// <param name="Notes">What was noted.</param>
internal sealed record DebriefData(
    string Format, string Program, string Drill, Title Title, Title Aim, string Scenario, ulong Seed, string FirstDay, long BeginsMs, long EndsMs, bool IsOver,
    string? Hash, PointsData Points, PlayerData[] Players, InjectData[] Injects, ActionData[] Actions, ObjectiveData[] Objectives, NoteData[] Notes)
{
    public static DebriefData Of(Debrief debrief)
    {
        var (file, plan) = (debrief.Plan.File, debrief.Plan.Scenario.Plan);
        return new DebriefData(
            "gridgov-debrief-1", ReportData.Version, file.Name, file.Title, file.Aim, plan.Name, debrief.Plan.Seed,
            new WorldDates(plan.Calendar.FirstDay).Text(Instant.Start)[..10], debrief.Plan.Exercise.Begins.Milliseconds,
            (debrief.Ended ?? debrief.Plan.Exercise.Ends).Milliseconds, debrief.Ended is not null, debrief.Hash, PointsData.From(debrief.Whole),
            [.. file.Players.Select(player => new PlayerData(player.Id.Value, player.Title))], [.. debrief.Injects.Select(InjectData.Of)],
            [.. debrief.Actions.Select(ActionData.Of)], [.. debrief.Objectives.Select(ObjectiveData.Of)],
            [.. debrief.Notes.Select(note => new NoteData(note.At.Milliseconds, note.Actor, note.Text))]);
    }
}

/// <summary>Points, of so many.</summary>
internal sealed record PointsData(double Had, double Of)
{
    public static PointsData From(Points points) => new(points.Had, points.Of);
}

/// <summary>A player.</summary>
internal sealed record PlayerData(string Id, Title Title);

/// <summary>An inject and what became of it.</summary>
internal sealed record InjectData(
    string Id, Title Title, string Trigger, string? Watched, string Standing, long? DueMs, long? AtMs, string? Actor, Title? Says, Title? From, string[] Cells, long[] Cases)
{
    public static InjectData Of(InjectLine line) => new(
        line.Inject.Id.Value, line.Inject.Title, Words.Of(line.Inject.Trigger), line.Inject.Watched?.Value, Words.Of(line.Record.Standing),
        line.Due?.Milliseconds, line.Record.At?.Milliseconds, line.Actor, line.Inject.Says, line.Inject.From, line.Cells, line.Cases);
}

/// <summary>An expected action and what became of it.</summary>
internal sealed record ActionData(
    string Id, Title Title, string Inject, string? Player, string Objective, string Standing, long WithinMs, long? DueMs, long? AtMs, string? Actor,
    string? Judge, long? Case, PointsData Points, double Worth)
{
    public static ActionData Of(ActionLine line) => new(
        line.Action.Id.Value, line.Action.Title, line.Action.Inject.Value, line.Action.Player?.Value, line.Action.Objective.Value,
        Words.Of(line.Record.Standing), line.Action.Within.Milliseconds, line.Record.Due?.Milliseconds, line.Record.At?.Milliseconds, line.Actor, line.Judge,
        line.Record.Case, PointsData.From(line.Points), line.Action.Points);
}

/// <summary>An objective, its points and ratings.</summary>
internal sealed record ObjectiveData(string Id, Title Title, PointsData Points, string? Suggested, string? Rating, string? Judge)
{
    public static ObjectiveData Of(ObjectiveLine line) => new(
        line.Objective.Id.Value, line.Objective.Title, PointsData.From(line.Points), Word(line.Points.Suggested), Word(line.Rating), line.Judge);

    private static string? Word(Rated rating) => rating == Rated.None ? null : Words.Of(rating);
}

/// <summary>A note.</summary>
internal sealed record NoteData(long AtMs, string Actor, string Text);
