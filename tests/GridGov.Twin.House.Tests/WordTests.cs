using System.Text.RegularExpressions;

namespace GridGov.Twin.House.Tests;

/// <summary>The field's words, and no shapeless ones.</summary>
public partial class WordTests
{
    [Fact]
    public void No_type_is_called_manager_helper_util_base_or_common()
    {
        var shapeless = House.Code.SelectMany(file => TypeNames().Matches(House.Read(file)).Select(match => (file, name: match.Groups[1].Value)));
        shapeless.Where(type => Shapeless().IsMatch(type.name)).Select(type => $"{type.file}: {type.name}").ShouldBeEmpty();
    }

    [Fact]
    public void A_file_is_named_after_a_type_it_holds()
    {
        var strangers = House.Code.Where(file => !file.StartsWith("tests/", StringComparison.Ordinal) && !IsNamedAfterContent(file));
        strangers.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_left_unfinished()
    {
        var marks = House.Code.Where(file => !file.EndsWith("WordTests.cs", StringComparison.Ordinal)).Where(file => Unfinished().IsMatch(House.Read(file)));
        marks.ShouldBeEmpty();
    }

    [Fact]
    public void The_top_level_holds_only_what_the_design_names()
    {
        var folders = House.Files.Where(file => file.Contains('/', StringComparison.Ordinal)).Select(file => file[..file.IndexOf('/', StringComparison.Ordinal)]).Distinct();
        folders.Except(House.TopFolders).ShouldBeEmpty();
    }

    [Fact]
    public void Every_scenario_tells_what_it_shows_and_what_to_expect()
    {
        var scenarios = House.Files.Where(file => file.StartsWith("scenarios/", StringComparison.Ordinal) && file.EndsWith("/scenario.yaml", StringComparison.Ordinal))
            .Select(file => file[..file.LastIndexOf('/')]).ToArray();
        scenarios.Length.ShouldBeGreaterThanOrEqualTo(5);
        var missing = scenarios.SelectMany(folder => new[] { $"{folder}/README.md", $"{folder}/expected.txt" }).Except(House.Files);
        missing.ShouldBeEmpty();
    }

    // Files of several types by design: the messages, the events or the plain facts of one grain.
    private static bool IsNamedAfterContent(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file).Split('.')[0];
        var text = House.Read(file);
        return name is "Program" || name.EndsWith("Messages", StringComparison.Ordinal) || name.EndsWith("Events", StringComparison.Ordinal)
            || Regex.IsMatch(text, $@"\b(class|struct|record|enum|interface)\s+{name}\b") || TypeNames().Count(text) > 1;
    }

    [GeneratedRegex(@"\b(?:class|struct|record|enum|interface)\s+(?:struct\s+|class\s+)?([A-Z]\w*)")]
    private static partial Regex TypeNames();

    [GeneratedRegex("Manager|Helper|Util(s|ities)?$|Common|Base$")]
    private static partial Regex Shapeless();

    [GeneratedRegex("TODO|FIXME|HACK|NotImplementedException|Skip *= *\"")]
    private static partial Regex Unfinished();
}
