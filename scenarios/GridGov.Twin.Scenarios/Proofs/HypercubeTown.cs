using GridGov.Twin.Domain.City;
using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Proofs;

/// <summary>
/// The three-officer example of Larson's hypercube (Larson and Odoni, Urban Operations Research, sections 5.4.3 to 5.5.3) in a town of this
/// program: officers wait at three posts, the nearest free one goes, and rides so fast that only work takes time. Posts and places of calls
/// are chosen among the cells of a made-up town so that the streets give the published orders of preference.
/// </summary>
internal sealed class HypercubeTown
{
    private const string Town =
        """
        extends: defaults
        scenario: hypercube
        title: {zh: 超立方, en: hypercube}
        starts: 2025-01-01
        days: 30
        seed: 1
        city: {generate: {name: 试验区, division-code: "370282", cells: 60}}
        workflow: single-level
        desks: {shift-leader: ~, checker: {staff: [{hours: "00:00-24:00", days: every, people: 1}]}}
        demand: ~
        officers: {count: 3, teams: district, policy: nearest-free, groups: {day: {share: 1, shifts: [{hours: "00:00-24:00", days: every}]}}}
        """;

    private static readonly int[][] Orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [2, 0, 1]];

    /// <summary>The published rate of calls of each place, per mean work.</summary>
    public static readonly double[] Rates = [0.50, 0.25, 0.35, 0.40];

    /// <summary>The published workloads of the three officers.</summary>
    public static readonly double[] Published = [0.5574, 0.4734, 0.4693];

    public HypercubeTown()
    {
        var plan = ScenarioBuilder.Build(ScenarioFile.Read(ScenarioText.Extended(YamlFile.Parse("hypercube", Town), []))).Plan;
        (Posts, Places) = Choose(plan.City, plan.Travel);
        Setting = new Setting(plan with
        {
            Officers = [.. plan.Officers.Select(officer => officer with { Beat = [Posts[officer.Index]], TaskMps = 1e9, Patrols = false, Look = Distribution.Constant(60_000) })],
            Teams = [plan.Teams[0] with { Policy = DispatchPolicy.NearestFree }],
        });
    }

    /// <summary>The plan with its look-ups.</summary>
    public Setting Setting { get; }

    /// <summary>The cells where the officers wait.</summary>
    public int[] Posts { get; }

    /// <summary>The cells calls come from, in the order of <see cref="Rates"/>.</summary>
    public int[] Places { get; }

    // The first three cells from which every published order of preference is some cell's.
    private static (int[] Posts, int[] Places) Choose(CityModel city, Travel travel)
    {
        var cells = city.Cells.Length;
        for (var a = 0; a < cells; a++)
        {
            for (var b = 0; b < cells; b++)
            {
                for (var c = 0; c < cells; c++)
                {
                    int[] posts = [a, b, c];
                    var places = a == b || b == c || a == c ? [] : Orders.Select(order => PlaceOf(order, posts, city, travel)).ToArray();
                    if (places.Length > 0 && !places.Contains(-1))
                    {
                        return (posts, places);
                    }
                }
            }
        }

        throw new InvalidOperationException("no three cells of the town give the published orders of preference");
    }

    private static int PlaceOf(int[] order, int[] posts, CityModel city, Travel travel)
    {
        for (var cell = 0; cell < city.Cells.Length; cell++)
        {
            var metres = order.Select(officer => travel.Metres(city.Cells[posts[officer]].Node, city.Cells[cell].Node)).ToArray();
            if (metres[0] < metres[1] && metres[1] < metres[2])
            {
                return cell;
            }
        }

        return -1;
    }
}
