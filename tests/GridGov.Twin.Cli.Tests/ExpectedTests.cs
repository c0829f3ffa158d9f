namespace GridGov.Twin.Cli.Tests;

/// <summary>
/// Every shipped scenario prints, to the letter, what its <c>expected.txt</c> says: the table and the hash. A change that moves them is a change of
/// the model; run the tests with <c>GRIDGOV_EXPECTED=write</c> to write the files anew, and look at the difference before it is committed.
/// </summary>
public class ExpectedTests
{
    public static TheoryData<string> Scenarios => [.. Directory.GetDirectories(Path.Combine(Tree.Root, "scenarios"))
        .Where(folder => File.Exists(Path.Combine(folder, "scenario.yaml"))).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_shipped_scenario_prints_what_its_expected_file_says(string name)
    {
        var folder = Tree.Shipped(name);
        var expected = Path.Combine(folder, "expected.txt");
        using var output = new StringWriter();
        using var error = new StringWriter();
        GridGovCommand.Run(["run", folder], new Terminal(output, error, false, false, CancellationToken.None)).ShouldBe(0, error.ToString());
        var printed = string.Join('\n', output.ToString().Split('\n').Select(line => line.TrimEnd()));
        if (Environment.GetEnvironmentVariable("GRIDGOV_EXPECTED") == "write")
        {
            File.WriteAllText(expected, printed);
        }

        printed.ShouldBe(File.ReadAllText(expected));
    }

    [Fact]
    public void The_picture_in_the_readme_is_the_district_of_the_first_day()
    {
        var folder = Tree.Shipped("first-day");
        var drawn = Path.Combine(Directory.CreateTempSubdirectory().FullName, "district.svg");
        using var output = new StringWriter();
        GridGovCommand.Run(["city", "picture", folder, "--out", drawn], new Terminal(output, output, false, false, CancellationToken.None)).ShouldBe(0, output.ToString());
        File.ReadAllText(drawn).ShouldBe(File.ReadAllText(Path.Combine(folder, "district.svg")));
    }
}
