using GridGov.Twin.Domain.Desks;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Drills;

/// <summary>A drill ready to be played: what was written, and the scenario whose world plays it.</summary>
/// <param name="File">What was written.</param>
/// <param name="Scenario">The scenario, its plan with the exercise in it; from StartEx on nobody simulated works at the players' desks.</param>
public sealed record DrillPlan(DrillFile File, BuiltScenario Scenario)
{
    /// <summary>The exercise its world plays.</summary>
    public ExercisePlan Exercise => Scenario.Plan.Exercise!;

    /// <summary>The seed of its world.</summary>
    public ulong Seed => Scenario.Run.Seed;

    /// <summary>The same drill under another seed; null: its own.</summary>
    public DrillPlan Under(ulong? seed) => seed is { } other ? this with { Scenario = Scenario with { Run = Scenario.Run with { Seed = other } } } : this;

    /// <summary>Reads and builds the drill at <paramref name="path"/>.</summary>
    /// <exception cref="InputRejectedException">Something in the drill or in its scenario is wrong, or they do not fit together.</exception>
    public static DrillPlan Load(string path) => Build(DrillFile.Load(path));

    /// <summary>Builds a drill that was read.</summary>
    /// <exception cref="InputRejectedException">Its scenario is wrong, or does not fit it.</exception>
    public static DrillPlan Build(DrillFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = ScenarioText.Load(file.Scenario);
        text = file.With is { } with ? YamlMerge.Over(text, with, DistributionReading.IsDistribution) : text;
        var built = ScenarioBuilder.Build(ScenarioFile.Read(text));
        var exercise = ExerciseBuilding.Build(file, built);
        var plan = built.Plan with { Exercise = exercise, Desks = [.. built.Plan.Desks.Select(desk => StandDown(desk, file, built.Plan))] };
        return new DrillPlan(file, built with { Plan = plan, Run = built.Run with { Seed = file.Seed ?? built.Run.Seed } });
    }

    // The players are the staff of these desks; whoever is in the middle of a case when they come finishes it.
    private static DeskPlan StandDown(DeskPlan desk, DrillFile file, WorldPlan plan)
    {
        var isPlayed = desk.Role >= 0 && Array.Exists(file.Players, player => player.Role.Value == plan.Workflow.Workflow.Roles[desk.Role].Id);
        return isPlayed ? desk with { Shifts = Roster.Until(file.Begins, desk.Shifts, plan.Calendar) } : desk;
    }
}
