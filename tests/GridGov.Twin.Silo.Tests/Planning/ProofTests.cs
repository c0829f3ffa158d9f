using System.Net;
using GridGov.Twin.Client;

namespace GridGov.Twin.Silo.Tests.Planning;

/// <summary>What whoever doubts the program does with a host.</summary>
public class ProofTests
{
    [Fact]
    public async Task A_run_ends_with_an_answer_and_a_report_which_outlive_the_host()
    {
        await using var house = await PlanningHouse.Open();
        (await house.Twin.Proofs()).State.ShouldBe("idle");
        (await house.Http.GetAsync("api/v1/proofs/report")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await house.Twin.RunProofs("王芳");
        var view = await house.EndOfProofs();
        (view.State, view.Problem, view.Last!.Actor, view.Last.Holds).ShouldBe(("done", null, "王芳", true));
        await house.Restart();
        (await house.Twin.Proofs()).Last.ShouldBe(view.Last);
        using var page = await house.Http.GetAsync("api/v1/proofs/report");
        (await page.Content.ReadAsStringAsync()).ShouldContain(view.Last.Answer.Zh);
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox allow-scripts");
        (await house.Http.GetStringAsync("api/v1/proofs/report/proof.json")).ShouldContain("gridgov-proof-1");
        (await house.Twin.Audit("live", 0, 100)).ShouldContain(line => line.Actor == "王芳" && line.Action == "run-proofs");
    }

    [Fact]
    public async Task Proofs_wait_for_the_end_of_an_experiment()
    {
        await using var house = await PlanningHouse.Open();
        await house.Twin.RunExperiment("long", "王芳");
        var refused = await Should.ThrowAsync<TwinRefusedException>(() => house.Twin.RunProofs("李明"));
        (refused.Status, refused.Code).ShouldBe((409, "one-runs"));
        refused.Why.Zh.ShouldContain("实验 long");
        (await Should.ThrowAsync<TwinRefusedException>(() => house.Twin.StopProofs("李明"))).Code.ShouldBe("not-running");
        await house.Twin.StopExperiment("long", "王芳");
        await house.End("long");
        await house.Twin.RunProofs("李明");
        (await house.EndOfProofs()).State.ShouldBe("done");
    }
}
