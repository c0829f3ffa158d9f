using GridGov.Twin.Scenarios.Findings;
using GridGov.Twin.Scenarios.Yaml;

namespace GridGov.Twin.Scenarios.Tests.Yaml;

public class YamlFileTests
{
    [Fact]
    public void Nodes_know_their_lines()
    {
        var root = (YamlMap)Reading.Parse("# comment", "a: 1", "", "b:", "  - x", "  - {c: 2}");
        root.Entries.Select(entry => (entry.Key, entry.Mark.Line)).ShouldBe([("a", 2), ("b", 4)]);
        ((YamlList)root.Entries[1].Value).Items.Select(item => item.Mark.Line).ShouldBe([5, 6]);
    }

    [Fact]
    public void Nothing_is_told_from_quoted_text()
    {
        var root = (YamlMap)Reading.Parse("a: ~", "b:", "c: '~'", "d: ''");
        root.Entries.Select(entry => ((YamlText)entry.Value).IsNothing).ShouldBe([true, true, false, false]);
    }

    [Fact]
    public void A_key_twice_names_both_lines() =>
        Reading.Rejected("a: 1", "b: 2", "a: 3").ShouldBe(["f.yaml:3: the key stands on line 1 already (found 'a', expected each key once)"]);

    [Fact]
    public void A_tab_is_found_where_it_stands() =>
        Reading.Rejected("a:", "  b: 1", "\tc: 2").ShouldBe(["f.yaml:3: a line is indented with a tab (found 'tab', expected spaces)"]);

    [Fact]
    public void Broken_yaml_says_its_line()
    {
        var finding = Reading.Rejected("a: 1", "b: [1, 2", "c: 3").ShouldHaveSingleItem();
        finding.ShouldStartWith("f.yaml:");
        finding.ShouldContain("this is not YAML");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment")]
    [InlineData("---")]
    [InlineData("~")]
    public void An_empty_file_is_said_to_be_empty(string text) =>
        Reading.Rejected(text).ShouldBe(["f.yaml: the file is empty (expected keys and values)"]);

    [Fact]
    public void Anchors_aliases_and_tags_are_found()
    {
        var findings = Reading.Rejected("a: &x 1", "b: *x", "c: !!int 3");
        findings.Length.ShouldBe(3);
        findings[0].ShouldBe("f.yaml:1: anchors are not read (found '&x', expected no anchor)");
        findings[1].ShouldStartWith("f.yaml:2: aliases are not read (found '*x', expected the value itself");
        findings[2].ShouldStartWith("f.yaml:3: tags are not read");
    }

    [Fact]
    public void A_star_without_quotes_is_explained() =>
        Reading.Rejected("kinds:", "  *: 1").ShouldHaveSingleItem().ShouldStartWith("f.yaml:2:");

    [Fact]
    public void A_second_document_is_found() =>
        Reading.Rejected("a: 1", "---", "b: 2").ShouldHaveSingleItem().ShouldStartWith("f.yaml:2: the file holds a second document");

    [Fact]
    public void Deep_nesting_is_stopped() =>
        Reading.Rejected(new string('[', 5000)).ShouldHaveSingleItem().ShouldContain("the nesting is too deep");

    [Fact]
    public void A_missing_file_and_a_folder_are_findings()
    {
        Reading.Rejected(() => YamlFile.Load("no/such.yaml")).ShouldBe(["no/such.yaml: the file cannot be read (expected a YAML file)"]);
        Reading.Rejected(() => YamlFile.Load(Path.GetTempPath())).ShouldHaveSingleItem().ShouldEndWith("the file cannot be read (expected a YAML file)");
    }

    [Fact]
    public void A_file_too_large_or_not_text_is_refused_unread()
    {
        WithFile(new byte[YamlFile.LargestBytes + 1], path =>
            Reading.Rejected(() => YamlFile.Load(path)).ShouldHaveSingleItem().ShouldContain("expected at most 4194304 bytes"));
        WithFile([(byte)'a', (byte)'\n', 0xC3, 0x28], path =>
            Reading.Rejected(() => YamlFile.Load(path)).ShouldHaveSingleItem().ShouldContain(":2: the file is not UTF-8 text"));
    }

    [Fact]
    public void No_damage_to_a_file_ends_in_anything_but_findings()
    {
        const ulong seed = 20250609;
        var chance = GridGov.Twin.Engine.Chance.ChanceStream.For(seed, 1, 1);
        const string whole = "a: {b: [1, \"x: y\", 'z'], c: |\n  text\n  more\n}\nd:\n  - e: &f 1\n  - *f\n";
        const string odd = "\t{}[]:,&*!|>'\"%@`#-?~ \n\0é\u2028";
        for (var round = 0; round < 3000; round++)
        {
            var text = whole.ToCharArray();
            for (var change = chance.Below(4); change >= 0; change--)
            {
                text[chance.Below(text.Length)] = odd[chance.Below(odd.Length)];
            }

            try
            {
                YamlFile.Parse("f.yaml", new string(text)).ShouldNotBeNull();
            }
            catch (InputRejectedException rejected)
            {
                rejected.Findings.ShouldNotBeEmpty($"seed {seed}, round {round}");
            }
        }
    }

    private static void WithFile(byte[] bytes, Action<string> use)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
