using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Staffing;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Reports;

/// <summary>What the page of a staffing search draws from.</summary>
/// <param name="Program">The version of the program.</param>
/// <param name="File">The name of the question's file.</param>
/// <param name="Title">The question's title.</param>
/// <param name="Verdict">How the search ended.</param>
/// <param name="Confidence">The confidence of the answer.</param>
/// <param name="Budget">What a week may cost; null where nothing was said.</param>
/// <param name="Posts">The posts.</param>
/// <param name="Targets">What must be reached; the first is the trade-off's.</param>
/// <param name="Trials">Everything that was tried, in order.</param>
/// <param name="Now">The index of the trial of what the scenario has.</param>
/// <param name="Chosen">The index of the suggestion's proof, or of what comes nearest.</param>
internal sealed record StaffingData(
    string Program, string File, Title Title, string Verdict, double Confidence, double? Budget, StaffingPostData[] Posts, StaffingTargetData[] Targets,
    StaffingTrialData[] Trials, int Now, int Chosen)
{
    public static StaffingData Of(StaffingResult result)
    {
        var (file, plan) = (result.Plan.File, result.Plan);
        var trials = result.Trials.ToList();
        return new StaffingData(
            ReportData.Version, Path.GetFileName(file.Mark.File), file.Title, Words.Of(result.Verdict), file.Confidence, file.Budget?.Value,
            [.. plan.Posts.Select(post => StaffingPostData.Of(post, result))],
            [.. plan.Targets.Select(target => new StaffingTargetData(
                new MeasureData(target.Measure.Id, target.Measure.Zh, target.Measure.En, MeasureData.UnitOf(target.Measure), target.IsAtLeast, true),
                target.IsAtLeast, target.Value, target.IsFairness))],
            [.. trials.Select(trial => StaffingTrialData.Of(trial, result))], trials.IndexOf(result.Now), trials.IndexOf(result.Chosen));
    }
}

/// <summary>A post: who, how many now and as suggested, and how many must be employed for that.</summary>
internal sealed record StaffingPostData(Title Title, int Places, int Now, int Chosen, int Employed, double Cost)
{
    public static StaffingPostData Of(Post post, StaffingResult result)
    {
        var people = result.Chosen.Levels[post];
        return new StaffingPostData(post.Title, post.Pool.Places, post.Now, people, post.Employed(people, result.Plan.File.Rest), post.CostPerPerson);
    }
}

/// <summary>A target, or a limit of fairness.</summary>
internal sealed record StaffingTargetData(MeasureData Measure, bool IsAtLeast, double Value, bool IsFairness);

/// <summary>Levels that were tried.</summary>
/// <param name="Purpose">Why.</param>
/// <param name="Cost">What a week of them costs.</param>
/// <param name="People">How many people are on duty in a day, all posts and places together.</param>
/// <param name="Levels">The people of each post.</param>
/// <param name="FirstSeed">The seed of the first replication.</param>
/// <param name="Replications">How many there were.</param>
/// <param name="Standing">holds, open or missed.</param>
/// <param name="IsOnFrontier">Whether nothing tried gives more for as little.</param>
/// <param name="Findings">What was found of each target.</param>
internal sealed record StaffingTrialData(
    Title Purpose, double Cost, int People, int[] Levels, ulong FirstSeed, int Replications, string Standing, bool IsOnFrontier, StaffingFindingData[] Findings)
{
    public static StaffingTrialData Of(Trial trial, StaffingResult result) => new(
        trial.PurposeTitle, trial.Cost, result.Plan.Posts.Sum(post => trial.Levels[post] * post.Pool.Places), [.. trial.Levels.People], trial.FirstSeed,
        trial.Replications, Words.Of(trial.Standing), result.Frontier.Contains(trial),
        [.. trial.Findings.Select(finding => new StaffingFindingData(EstimateData.Of(finding.Estimate), Words.Of(finding.Standing)))]);
}

/// <summary>What a trial found of a target; no estimate where it was never measured.</summary>
internal sealed record StaffingFindingData(EstimateData? Estimate, string Standing);
