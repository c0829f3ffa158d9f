using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Scenarios.Building;
using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Formats;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Tests.Building;

public class SpoiledScenarioTests
{
    private const string Odd = "0159-.:{}[]\"'~#*, aehkms\n";

    [Fact]
    public void No_damage_to_a_scenario_ends_in_anything_but_a_plan_or_findings()
    {
        const ulong seed = 424_242;
        var chance = ChanceStream.For(seed, 1, 1);
        var shipped = File.ReadAllText(Tree.Shipped("defaults.yaml"));
        var own = string.Join('\n', ScenarioSketch.Lines()[1..8]);
        var (plans, rejections) = (0, 0);
        for (var round = 0; round < 120; round++)
        {
            var text = shipped.ToCharArray();
            for (var change = chance.Below(3); change >= 0; change--)
            {
                text[chance.Below(text.Length)] = Odd[chance.Below(Odd.Length)];
            }

            try
            {
                var file = ScenarioFile.Read(YamlFile.Parse("spoiled.yaml", $"{own}\n{new string(text)}"));
                ScenarioBuilder.Build(file with { Officers = file.Officers! with { Count = 6 } });
                plans++;
            }
            catch (InputRejectedException rejected)
            {
                rejected.Findings.ShouldAllBe(finding => finding.Message.Length > 0);
                rejections++;
            }
            catch (Exception other)
            {
                throw new InvalidOperationException($"seed {seed}, round {round}: {other.GetType().Name} {other.Message}", other);
            }
        }

        plans.ShouldBeGreaterThan(0);
        rejections.ShouldBeGreaterThan(0);
    }
}
