using System.Text.Json;

namespace GridGov.Twin.Cli.Tests;

public class CatalogueCommandTests
{
    [Fact]
    public void All_423_conditions_are_there_as_json()
    {
        var said = CommandLine.Run("catalogue", "--json");
        said.Code.ShouldBe(0);
        var conditions = JsonDocument.Parse(said.Out).RootElement.EnumerateArray().ToArray();
        conditions.Length.ShouldBe(423);
        conditions.Select(condition => condition.GetProperty("key").GetString()).ShouldBeUnique();
    }

    [Fact]
    public void A_pattern_picks_kinds_and_limits_carry_their_unit()
    {
        var said = CommandLine.Run("catalogue", "--kind", "E0501*", "--lang", "en");
        said.Out.ShouldContain("E0501.1");
        said.Out.ShouldContain("1 urgent hour ");
        said.Out.ShouldContain("5 working days");
        said.Out.ShouldContain("2 filing conditions");
        CommandLine.Run("catalogue", "--kind", "E0501*", "--lang", "zh").Out.ShouldContain("1 紧急工作时");
    }

    [Fact]
    public void A_pattern_that_names_nothing_is_refused()
    {
        var said = CommandLine.Run("catalogue", "--kind", "X9");
        said.Code.ShouldBe(2);
        said.Error.ShouldContain("'X9'");
    }
}
