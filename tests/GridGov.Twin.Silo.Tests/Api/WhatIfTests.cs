using System.Net;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Silo.Tests.Api;

/// <summary>Questions about the next hours, asked of a village that stands still.</summary>
public class WhatIfTests(TwinHouse house) : IClassFixture<TwinHouse>
{
    private const string Actor = "李明";

    [Fact]
    public async Task The_answer_has_a_fan_for_each_plan_and_the_world_is_as_it_was()
    {
        await house.JumpTo(9 * 3_600_000);
        var before = (await house.Twin.World("live")).Clock;
        var street = (await house.Twin.Streets("live")).ShouldHaveSingleItem();
        street.Officers.ShouldBe(4);
        var asked = await house.Twin.Ask("live", Question(new("extra-officers", street.Code, Count: 2), new("storm", FromMs: before.NowMs + 3_600_000, Factor: 2)), Actor);
        (asked.State, asked.Of, asked.NowMs).ShouldBe(("running", 20, before.NowMs));
        var done = await Over(asked.Id);
        (done.State, done.Done).ShouldBe(("done", 20));
        var answer = done.Answer!;
        answer.Sentence.Zh.ShouldNotBe(answer.Sentence.En);
        answer.AtMs.Length.ShouldBe(17);
        answer.Plans.Length.ShouldBe(2);
        answer.Plans.ShouldAllBe(plan => plan.Backlog.Length == 17 && plan.OnTime.Length == 17);
        (answer.Plans[0].BacklogMore, answer.Plans[1].Title.En).ShouldBe((null, "try"));
        answer.Plans[1].BacklogMore.ShouldNotBeNull();
        var after = (await house.Twin.World("live")).Clock;
        (after.Hash, after.Events, after.NowMs).ShouldBe((before.Hash, before.Events, before.NowMs));
        (await house.Twin.Audit("live", 0, 1000)).ShouldContain(line => line.Actor == Actor && line.Action == "what-if" && line.Target == "4 h, 1 plans, 10 futures each");
    }

    [Fact]
    public async Task A_world_takes_one_at_a_time_and_one_can_be_stopped()
    {
        var many = Enumerable.Range(1, 8).Select(n => new WhatIfPlan(new Name($"试{n}", $"try {n}"), [new WhatIfMeasure("call-in")])).ToArray();
        var first = await house.Twin.Ask("other", new WhatIfQuestion(24, many, 200), Actor);
        var refused = await Should.ThrowAsync<TwinRefusedException>(() => house.Twin.Ask("other", Question(new WhatIfMeasure("call-in")), Actor));
        (refused.Status, refused.Code).ShouldBe((429, "what-if-under-way"));
        await house.Twin.StopWhatIf("other", first.Id);
        while ((await house.Twin.WhatIf("other", first.Id))!.State == "running")
        {
            await Task.Delay(20);
        }

        var (stopped, next) = ((await house.Twin.WhatIf("other", first.Id))!, await house.Twin.Ask("other", Question(new WhatIfMeasure("call-in")), Actor));
        (stopped.State, stopped.Answer).ShouldBe(("stopped", null));
        next.Id.ShouldBeGreaterThan(first.Id);
        await house.Twin.StopWhatIf("other", next.Id);
    }

    [Theory]
    [InlineData("""{"hours":3,"plans":[]}""", 422, "bad-horizon")]
    [InlineData("""{"hours":25,"plans":[]}""", 422, "bad-horizon")]
    [InlineData("""{"hours":4,"plans":[]}""", 422, "bad-plans")]
    [InlineData("""{"hours":4,"plans":[P,P,P,P,P,P,P,P,P]}""", 422, "bad-plans")]
    [InlineData("""{"hours":4,"seeds":9,"plans":[P]}""", 422, "bad-seeds")]
    [InlineData("""{"hours":4,"plans":[{"title":{"zh":"","en":"a"},"measures":[]}]}""", 422, "bad-title")]
    [InlineData("""{"hours":4,"plans":[{"title":{"zh":"甲","en":"a"},"measures":[]}]}""", 422, "bad-measures")]
    [InlineData("""{"hours":4,"plans":[M{"kind":"dance"}]}]}""", 422, "no-such-measure")]
    [InlineData("""{"hours":4,"plans":[M{"kind":"extra-officers","street":"9","count":2}]}]}""", 404, "no-such-street")]
    [InlineData("""{"hours":4,"plans":[M{"kind":"extra-staff","desk":"throne","count":2}]}]}""", 404, "no-such-desk")]
    [InlineData("""{"hours":4,"plans":[M{"kind":"extra-staff","desk":"hotline","count":0}]}]}""", 422, "bad-count")]
    [InlineData("""{"hours":4,"plans":[M{"kind":"storm","factor":99}]}]}""", 422, "bad-factor")]
    [InlineData("""{"hours":4,"plans":[M{"kind":"storm","fromMs":9000000000}]}]}""", 422, "bad-time")]
    [InlineData("""{"hours":4,"plans":[M{"kind":"storm","untilMs":-5}]}]}""", 422, "bad-time")]
    [InlineData("""{"hours":4,"plans":[P],"circumstances":[{"kind":"storm","factor":0}]}""", 422, "bad-factor")]
    [InlineData("""{"hours":4,"plans":[P],"surprise":1}""", 400, "malformed")]
    public async Task A_question_that_is_wrong_is_refused_with_its_word_and_nobody_is_kept_waiting(string body, int status, string code)
    {
        const string open = """{"title":{"zh":"甲","en":"a"},"measures":[""";
        var text = body.Replace("[M", "[" + open, StringComparison.Ordinal).Replace("P", open + """{"kind":"call-in"}]}""", StringComparison.Ordinal);
        var refused = await house.Refused(HttpMethod.Post, "live/what-if", text, ("X-Actor", "a"));
        (refused.Status, refused.Code).ShouldBe((status, code));
    }

    [Fact]
    public async Task Who_asks_must_say_so_and_what_was_never_asked_has_no_answer()
    {
        (await house.Refused(HttpMethod.Post, "live/what-if", "{}")).Code.ShouldBe("no-actor");
        (await house.Refused(HttpMethod.Get, "live/what-if/99")).Code.ShouldBe("no-such-what-if");
        (await house.Refused(HttpMethod.Delete, "live/what-if/99")).Code.ShouldBe("no-such-what-if");
        using var wrong = await house.Http.GetAsync("api/v1/worlds/live/what-if/x");
        wrong.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static WhatIfQuestion Question(params WhatIfMeasure[] measures) => new(4, [new WhatIfPlan(new Name("试", "try"), measures)], 10);

    private async Task<WhatIfView> Over(long id)
    {
        while (true)
        {
            var view = (await house.Twin.WhatIf("live", id))!;
            if (view.State != "running")
            {
                return view;
            }

            await Task.Delay(50);
        }
    }
}
