using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Experiments;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Staffing;

/// <summary>A staffing question whose scenario is built, with its posts and targets found in it.</summary>
public sealed class StaffingPlan
{
    private readonly YamlNode _text;
    private readonly ScenarioFile _scenario;
    private readonly CityModel _city;
    private readonly Travel _travel;
    private readonly Dictionary<StaffLevels, Variant> _variants = [];

    private StaffingPlan(StaffingFile file, YamlNode text)
    {
        (File, _text, _scenario) = (file, text, ScenarioFile.Read(text));
        _city = CityBuilding.Build(_scenario);
        _travel = new Travel(_city);
        var scenario = ScenarioBuilder.Build(_scenario, _city, _travel);
        var findings = new List<Finding>();
        Posts = new PostFinding(file, _scenario, scenario.Plan, findings).Find();
        Targets = TargetFindings.Find(file, Measure.Of(scenario.Plan), [.. Posts.Select(post => post.Pool).Distinct()], findings);
        Reject(findings);
        (Least, Most) = (new(Posts.Select(post => post.Section.Min.Value)), new(Posts.Select(post => post.Section.Max)));
        Now = new(Posts.Select(post => post.Now));
        CheckBudget();

        // The ends of the range must be scenarios; what lies between is then one too.
        _ = VariantOf(Least);
        _ = VariantOf(Most);
    }

    /// <summary>What was written.</summary>
    public StaffingFile File { get; }

    /// <summary>The posts whose people are looked for, in the file's order.</summary>
    public IReadOnlyList<Post> Posts { get; }

    /// <summary>What must be reached: the file's targets in order, then its limits of fairness.</summary>
    public IReadOnlyList<StaffingTarget> Targets { get; }

    /// <summary>Every post at its fewest.</summary>
    public StaffLevels Least { get; }

    /// <summary>Every post at its most.</summary>
    public StaffLevels Most { get; }

    /// <summary>What the scenario has.</summary>
    public StaffLevels Now { get; }

    /// <summary>Reads and builds the staffing question at <paramref name="path"/>.</summary>
    /// <exception cref="InputRejectedException">Something in the question or its scenario is wrong.</exception>
    public static StaffingPlan Load(string path) => Build(StaffingFile.Load(path));

    /// <summary>Builds a staffing question that was read.</summary>
    /// <exception cref="InputRejectedException">The scenario is wrong, or the question does not fit it.</exception>
    public static StaffingPlan Build(StaffingFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = ScenarioText.Load(file.Scenario);
        return new StaffingPlan(file, file.With is null ? text : YamlMerge.Over(text, file.With, DistributionReading.IsDistribution));
    }

    /// <summary>What a week of these levels costs.</summary>
    public double CostOf(StaffLevels levels) => Posts.Sum(post => post.CostPerPerson * levels[post]);

    /// <summary>The scenario with these levels, ready to be run.</summary>
    /// <exception cref="InputRejectedException">The levels make no scenario.</exception>
    public Variant VariantOf(StaffLevels levels)
    {
        if (!_variants.TryGetValue(levels, out var variant))
        {
            var text = YamlMerge.Over(_text, OverlayOf(levels), DistributionReading.IsDistribution);
            var scenario = ScenarioBuilder.Build(ScenarioFile.Read(text), _city, _travel);
            _variants[levels] = variant = new Variant(_variants.Count, levels.ToString(), File.Title, scenario, new Setting(scenario.Plan), InputHash.Of(text), []);
        }

        return variant;
    }

    /// <summary>What is laid over the scenario to have these levels.</summary>
    internal YamlMap OverlayOf(StaffLevels levels) => StaffingOverlay.Of(_text, _scenario.Officers, Posts, levels);

    private void CheckBudget()
    {
        if (File.Budget is { } budget && CostOf(Least) is var least && least > budget.Value)
        {
            var expected = FormattableString.Invariant($"at least {least:0.##}, what the fewest people of all posts cost in a week");
            Reject([budget.Finding(expected, "the budget does not pay for the fewest people")]);
        }
    }

    private static void Reject(List<Finding> findings)
    {
        if (findings.Count > 0)
        {
            throw new InputRejectedException(findings);
        }
    }
}
