using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Drills;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;
using GridGov.Twin.Silo.Planning;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Drills;

/// <summary>Drills as they cross the wire: to everybody, and to those who may see the script.</summary>
internal static class DrillViews
{
    public static DrillCard Card(DrillSource source)
    {
        var file = Path.GetFileName(source.Path);
        if (source.Plan is not { } plan)
        {
            var id = new Name(source.Id, source.Id);
            return new DrillCard(source.Id, file, id, new Name("", ""), "", 0, 0, "", [], 0, 0, source.Findings);
        }

        return new DrillCard(
            source.Id, file, Wording.Of(plan.File.Title), Wording.Of(plan.File.Aim), plan.Scenario.File.Name, plan.Exercise.Begins.Milliseconds,
            plan.File.Lasts.Milliseconds, plan.File.Pace.ToString(), Players(plan), plan.File.Injects.Length, plan.File.Expected.Length, []);
    }

    /// <summary>What the world of a drill is called: the drill, and which time it was opened.</summary>
    public static Name TitleOf(DrillPlan plan, string world)
    {
        var number = world[(world.LastIndexOf('-') + 1)..];
        return new Name($"{plan.File.Title.Zh} · 第 {number} 次", $"{plan.File.Title.En} · no. {number}");
    }

    /// <summary>How a drill stands: ready, running, held, ended or failed.</summary>
    public static string StateOf(Debrief debrief, WorldStatus status) =>
        status.State == WorldState.Failed ? "failed" : debrief.Ended is not null ? "ended" : debrief.Began is null ? "ready" : status.IsPaused ? "held" : "running";

    /// <summary>What players see: nothing that is still to come.</summary>
    public static DrillView Of(string drill, Debrief debrief, WorldStatus status) => new(
        drill, Wording.Of(debrief.Plan.File.Title), Wording.Of(debrief.Plan.File.Aim), StateOf(debrief, status), debrief.Plan.Exercise.Begins.Milliseconds,
        debrief.Plan.Exercise.Ends.Milliseconds, Players(debrief.Plan), Inbox(debrief), debrief.Hash);

    /// <summary>What controllers and evaluators see.</summary>
    public static DrillScriptView Script(string drill, Debrief debrief, WorldStatus status) => new(
        Of(drill, debrief, status), [.. debrief.Injects.Select(Row)], [.. debrief.Actions.Select(Row)], [.. debrief.Objectives.Select(Row)],
        [.. debrief.Notes.Select(note => new DrillNote(note.At.Milliseconds, note.Actor, note.Text))], debrief.Whole.Had, debrief.Whole.Of);

    private static InboxRow[] Inbox(Debrief debrief) =>
    [
        .. from line in debrief.Injects
           where line.Record.Standing == InjectStanding.Delivered && line.Inject.Says is not null
           orderby line.Record.At descending
           select new InboxRow(
               line.Inject.Id.Value, line.Record.At!.Value.Milliseconds, [.. line.Inject.To.Select(player => player.Value)], Optional(line.Inject.From),
               Wording.Of(line.Inject.Says!)),
    ];

    private static PlayerView[] Players(DrillPlan plan) =>
    [
        .. from player in plan.File.Players
           let role = Array.Find(plan.Scenario.Plan.Workflow.Workflow.Roles, one => one.Id == player.Role.Value)
           select new PlayerView(player.Id.Value, Wording.Of(player.Title), role.Id, new Name(role.Zh, role.En)),
    ];

    private static InjectRow Row(InjectLine line) => new(
        line.Inject.Id.Value, Wording.Of(line.Inject.Title), Words.Of(line.Inject.Trigger), line.Inject.Watched?.Value, Ms(line.Due),
        Words.Of(line.Record.Standing), Ms(line.Record.At), line.Actor, Optional(line.Inject.Says), Optional(line.Inject.Guide), line.Cells, line.Cases);

    private static ExpectedRow Row(ActionLine line) => new(
        line.Action.Id.Value, Wording.Of(line.Action.Title), line.Action.Inject.Value, line.Action.Player?.Value, line.Action.Objective.Value,
        Ms(line.Record.Due), Words.Of(line.Record.Standing), Ms(line.Record.At), line.Actor, line.Judge, line.Record.Case, line.Points.Had,
        line.Action.Points, line.Action.Deed == Deed.Observed, Optional(line.Action.Guide));

    private static ObjectiveRow Row(ObjectiveLine line) => new(
        line.Objective.Id.Value, Wording.Of(line.Objective.Title), line.Points.Had, line.Points.Of, Said(line.Points.Suggested), Said(line.Rating), line.Judge);

    private static string? Said(Rating rating) => rating == Rating.None ? null : Words.Of(rating);

    private static Name? Optional(Title? title) => title is null ? null : Wording.Of(title);

    private static long? Ms(Instant? at) => at?.Milliseconds;
}
