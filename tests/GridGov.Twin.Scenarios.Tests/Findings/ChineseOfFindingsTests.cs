using System.Text.RegularExpressions;
using GridGov.Twin.Scenarios.Findings;

namespace GridGov.Twin.Scenarios.Tests.Findings;

public partial class ChineseOfFindingsTests
{
    private static readonly HashSet<string> NotSentences =
    [
        // Told in Chinese where it is found.
        "$\"unsound workflow: {finding}\".TrimEnd('.')", "failed.Message", "$\"文件夹不可写：{failed.Message}\"",

        // Put together from sentences that are read where they come from.
        "$\"{Where()}{message}\"", "_subject + message", "mistake.Expected", "mistake.Message", "fault",

        // Words and dates of files, the same in both languages.
        "Words<Level>.All", "Words<T>.All", "Name(special.Date)", "string.Join(',', Columns)", "CityFormat.Version.ToString(CultureInfo.InvariantCulture)",
    ];

    private static readonly SentencesOfSources Sources = new();

    [Fact]
    public void Whatever_a_finding_says_has_its_row_in_Chinese()
    {
        var known = ChineseOfFindings.Skeletons.ToHashSet();
        Sources.Sentences.Where(said => !known.Contains(said.Sentence)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_of_a_finding_can_be_followed_in_the_sources() =>
        Sources.Unknown.Where(unknown => !NotSentences.Contains(unknown.Expression)).ShouldBeEmpty();

    [Fact]
    public void No_row_is_left_of_what_no_finding_says_any_more() =>
        ChineseOfFindings.Skeletons.Except(Sources.Sentences.Select(said => said.Sentence)).ShouldBeEmpty();

    [Fact]
    public void No_row_takes_a_sentence_of_another()
    {
        foreach (var (en, zh) in ChineseOfFindings.Rows)
        {
            var (english, chinese) = (Hole().Replace(en, "7"), Hole().Replace(zh, "7"));
            ChineseOfFindings.Of(english).ShouldBe(chinese);
            ChineseOfFindings.Of($"desks.acceptor.staff[1].hours: {english}").ShouldBe($"desks.acceptor.staff[1].hours: {chinese}");
        }
    }

    [Theory]
    [InlineData("variants.few: the key title is missing", "variants.few: 缺少键 title")]
    [InlineData("perhaps jimo, or the path of a .yaml file", "jimo（最接近的词），或一个 .yaml 文件的路径")]
    [InlineData("feature 3: the name is missing", "第 3 个要素：缺少 name")]
    [InlineData("states.filing.role: an unknown role", "states.filing.role: 没有这样的角色")]
    [InlineData("this is not YAML: While scanning a quoted scalar, found unexpected end of stream", "不是有效的 YAML：引号没有闭合")]
    [InlineData("Access to the path is denied.", "Access to the path is denied.")]
    public void A_sentence_is_told_with_what_stands_in_it(string english, string chinese) => ChineseOfFindings.Of(english).ShouldBe(chinese);

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Hole();
}
