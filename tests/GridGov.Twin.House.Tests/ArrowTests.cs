using System.Xml.Linq;

namespace GridGov.Twin.House.Tests;

/// <summary>Who may lean on whom. Any other arrow fails.</summary>
public class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Engine"] = [],
        ["Domain"] = ["Engine"],
        ["Scenarios"] = ["Domain"],
        ["Journal"] = ["Engine"],
        ["Contracts"] = [],
        ["Orleans"] = ["Domain", "Journal"],
        ["Silo"] = ["Domain", "Journal", "Scenarios", "Contracts", "Orleans"],
        ["Client"] = ["Contracts"],
        ["Web"] = ["Client", "Contracts", "Silo"],
        ["Cli"] = ["Scenarios", "Journal", "Client"],
        ["Benchmarks"] = ["Engine", "Domain", "Scenarios", "Journal", "Contracts", "Silo", "Orleans", "Web"],
    };

    [Fact]
    public void Projects_lean_only_on_those_the_design_allows()
    {
        var wrong = Product().SelectMany(project => Arrows(project).Except(Allowed[project.Name]).Select(to => $"{project.Name} → {to}"));
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_design() =>
        Product().Select(project => project.Name).Except(Allowed.Keys).ShouldBeEmpty();

    [Theory]
    [InlineData("Engine")]
    [InlineData("Domain")]
    [InlineData("Contracts")]
    public void Pure_projects_take_no_packages_and_are_checked_by_the_banned_symbols(string name)
    {
        var project = Product().Single(project => project.Name == name);
        var xml = XDocument.Parse(House.Read(project.File));
        xml.Descendants("PackageReference").ShouldBeEmpty();
        xml.Descendants("ProjectRole").Single().Value.ShouldBe("Pure");
    }

    [Fact]
    public void A_room_has_its_tests_in_a_project_of_its_name()
    {
        var tests = House.Projects.Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var untested = Product().Where(p => p.Name != "Benchmarks").Select(p => $"GridGov.Twin.{p.Name}.Tests").Where(name => !tests.Contains(name));
        untested.ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, string File)> Product() => House.Projects
        .Where(file => !file.EndsWith(".Tests.csproj", StringComparison.Ordinal))
        .Select(file => (NameOf(file), file));

    private static IEnumerable<string> Arrows((string Name, string File) project) =>
        XDocument.Parse(House.Read(project.File)).Descendants("ProjectReference").Select(reference => NameOf(reference.Attribute("Include")!.Value));

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file).Replace("GridGov.Twin.", "", StringComparison.Ordinal);
}
