namespace GridGov.Twin.Cli.Tests;

public class StaffCommandTests
{
    [Fact]
    public void The_answer_comes_before_the_posts_the_targets_and_everything_tried()
    {
        using var folder = new TempFolder();
        var output = folder.Path("out");
        var said = CommandLine.Run("staff", Question(folder), "--afresh", "--lang", "en", "--out", output);
        said.Code.ShouldBe(ExitCode.Ok, said.Error);
        string[] parts = ["10 person-shifts a day at 7,000 a week meet every target", "suggested", "mean wait, hotline 12345", "all at most", "proof"];
        parts.Select(part => said.Out.IndexOf(part, StringComparison.Ordinal)).ShouldBeInOrder();
        said.Out.ShouldContain(parts[0]);
        Directory.GetFiles(output).Select(Path.GetFileName).ShouldBe(["staffing.html", "staffing.json", "staffing.yaml", "tried.csv", "trade-off.svg"], ignoreOrder: true);
        CommandLine.Run("validate", Path.Combine(output, "staffing.yaml")).Code.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public void A_stopped_search_says_that_what_was_done_is_kept()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var said = CommandLine.Run(stop.Token, "staff", Question(folder), "--keep", folder.Path("kept"), "--out", folder.Path("out"));
        said.Code.ShouldBe(ExitCode.Stopped);
        said.Error.ShouldContain("What was done is kept");
        Directory.Exists(folder.Path("out")).ShouldBeFalse();
    }

    [Fact]
    public void A_question_that_is_not_there_is_rejected() => CommandLine.Run("staff", "nowhere.yaml").Code.ShouldBe(ExitCode.Rejected);

    // The shipped desk of M/M/c, 8 calls of an hour each hour: Erlang C asks for ten people to keep the mean wait below 25 minutes.
    private static string Question(TempFolder folder) => folder.Write("it.yaml", $$"""
        staffing: desk
        title: {zh: 席位, en: the desk}
        question: {zh: 几人够？, en: How many are enough?}
        scenario: {{Tree.Shipped("mmc")}}
        with: {days: 220}
        targets: {wait.hotline: {at-most: 25 min} }
        posts: {desks: {hotline: {"00:00-24:00": {min: 8, max: 13, cost: 100} } } }
        rest: {longest-shift: 24 h, between: 0 h}
        replications: {least: 4, most: 12}
        """);
}
