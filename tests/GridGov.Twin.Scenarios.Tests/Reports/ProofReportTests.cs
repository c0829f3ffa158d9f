using System.Net;
using GridGov.Twin.Scenarios.Proofs;
using GridGov.Twin.Scenarios.Reports;
using GridGov.Twin.Scenarios.Tests.Building;

namespace GridGov.Twin.Scenarios.Tests.Reports;

public sealed class ProofReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("proof").FullName;

    public ProofReportTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "town"));
        File.WriteAllLines(Path.Combine(_folder, "town", "scenario.yaml"), ScenarioSketch.Lines("demand: {incidents-per-day: 80}"));
    }

    [Fact]
    public void A_formula_that_is_missed_fails_the_proof_and_a_published_figure_does_not()
    {
        Write("formula", "fitted");
        var proof = Prove(ProofSize.Whole);
        (proof.Holds, proof.Experiments.Single().Checks.Length).ShouldBe((false, 2));
        ProofReport.AnswerOf(proof).En.ShouldBe("Of 1 known values that the program must meet, it misses 1.");
        Write("held-out", "fitted");
        Prove(ProofSize.Whole).Holds.ShouldBeTrue();
    }

    [Fact]
    public void The_page_leads_with_the_answer_and_says_when_less_than_everything_was_run()
    {
        Write("formula", "held-out");
        var (whole, quick) = (Prove(ProofSize.Whole), Prove(ProofSize.Quick));
        var page = ProofReport.Html(quick);
        page.ShouldContain(WebUtility.HtmlEncode(ProofReport.AnswerOf(quick).Zh));
        page.ShouldContain("\"isWhole\":false");
        ProofReport.Html(whole).ShouldContain("\"isWhole\":true");
        quick.Experiments.Single().Observations.Count.ShouldBe(40);
        whole.Experiments.Single().Observations.Count.ShouldBe(42);
    }

    [Fact]
    public void Every_part_is_told_from_its_beginning_to_its_end()
    {
        Write("formula", "fitted");
        var run = new ProofRun(_folder, null, 2, ProofSize.Quick);
        var told = new List<(string Part, double Share)>();
        run.Run((part, share) => told.Add((part, share)), CancellationToken.None).ShouldNotBeNull();
        run.Parts.Select(part => part.Id).ShouldBe(["known"]);
        told.Select(step => step.Part).Distinct().ShouldBe(["known"]);
        told[^1].Share.ShouldBe(1);
    }

    [Fact]
    public void Fewer_intervals_need_more_room_around_the_claim()
    {
        new Coverage(1_000, 10, 930, 0.95).Holds.ShouldBeTrue();
        new Coverage(1_000, 10, 929, 0.95).Holds.ShouldBeFalse();
        new Coverage(250, 10, 228, 0.95).Holds.ShouldBeTrue();
        new Coverage(250, 10, 227, 0.95).Holds.ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Proof Prove(ProofSize size) => new ProofRun(_folder, null, 2, size).Run(null, CancellationToken.None)!;

    // Nobody reports nothing, so that a known 0 is always missed.
    private void Write(string reports, string accepted) => File.WriteAllText(Path.Combine(_folder, "known.yaml"), $$"""
        experiment: known
        title: {zh: 已知, en: known}
        question: {zh: 一致吗？, en: Does it agree?}
        scenario: town/scenario.yaml
        replications: 42
        variants: {as-it-is: {title: {zh: 现状, en: as it is} } }
        expected:
          - {variant: as-it-is, measure: reports, value: 0, by: {{reports}}, source: nothing}
          - {variant: as-it-is, measure: accepted, value: 0, by: {{accepted}}, source: nothing}
        """);
}
