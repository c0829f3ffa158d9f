using GridGov.Twin.Domain.Plans;
using GridGov.Twin.Domain.Workflows;
using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Formats;

/// <summary>Reads how simulated staff behave: for each stage its hands-on time and the chances of unusual actions.</summary>
internal static class ConductReading
{
    public static readonly MapShape Shape = new(
        "conduct",
        ["report", "filing", "dispatch", "check", "closing", "fixed-at-first", "settle", "suspended-for", "extend-by-share"],
        ["handling"]);

    public static readonly MapShape StageShape = new("stage-conduct", ["work"], ["chances"]);
    public static readonly MapShape WorkShape = new("handling-conduct", [], ["chances"]);

    private static readonly string[] Stages = ["report", "filing", "dispatch", "handling", "check", "closing"];

    public static Conduct Read(YamlValue value)
    {
        var fields = value.Fields(Shape);
        var chances = new double[Words.Stages.Count][];
        var work = new Distribution[Words.Stages.Count];
        Array.Fill(work, Distribution.Constant(0));
        foreach (var (stage, index) in Words.Stages)
        {
            chances[(int)index] = new double[Words.Actions.Count];
            if (Stages.Contains(stage) && fields.Has(stage))
            {
                // The time handling takes is the kind's; see kinds.
                var ofStage = fields[stage].Fields(index == Stage.Handling ? WorkShape : StageShape);
                work[(int)index] = index == Stage.Handling ? work[(int)index] : ofStage["work"].Distribution();
                ReadChances(ofStage["chances"], chances[(int)index]);
            }
        }

        return new Conduct(
            chances, work, fields["fixed-at-first"].Share(), fields["settle"].Distribution(), fields["suspended-for"].Distribution(),
            fields["extend-by-share"].Real(0.01, 10));
    }

    private static void ReadChances(YamlValue value, double[] chances)
    {
        foreach (var (key, mark, chance) in value.Entries())
        {
            if (Words.Actions.TryGetValue(key, out var action))
            {
                chances[(int)action] = chance.Share();
            }
            else
            {
                value.RejectKey(key, mark, NearestWord.Expected(key, [.. Words.Actions.Keys]), "an unknown action");
            }
        }

        if (chances.Sum() > 1)
        {
            value.Reject("chances that sum to at most 1", FormattableString.Invariant($"the chances sum to {chances.Sum():0.###}"));
        }
    }
}
