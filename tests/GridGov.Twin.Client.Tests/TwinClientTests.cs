using System.Text.Json;
using GridGov.Twin.Contracts;
using Microsoft.AspNetCore.Http;

namespace GridGov.Twin.Client.Tests;

public class TwinClientTests
{
    [Fact]
    public async Task A_query_for_cases_says_only_what_was_asked_and_says_it_safely()
    {
        await using var host = await StandInHost.Saying(200, """{"nowMs":5,"total":0,"items":[]}""");
        var page = await new TwinClient(host.Http).Cases("live", new CaseQuery(Text: "柳河 & 路", Stage: "handling", Take: 20));
        page.NowMs.ShouldBe(5);
        host.Asked.Single().Path.ShouldBe(
            "/api/v1/worlds/live/cases?text=%E6%9F%B3%E6%B2%B3%20%26%20%E8%B7%AF&open=true&stage=handling&sort=-opened&skip=0&take=20");
    }

    [Fact]
    public async Task A_command_travels_with_its_key_and_without_empty_fields()
    {
        await using var host = await StandInHost.Saying(200, """{"outcome":"done","input":7,"atMs":1000,"case":3,"version":2}""");
        var answer = await new TwinClient(host.Http).Give("live", new Command("act", "王", "acceptor", Case: 3, Action: "file", Version: 1), "k-1");
        answer.ShouldBe(new CommandAnswer("done", null, 7, 1000, 3, 2));
        var asked = host.Asked.Single();
        asked.Headers["Idempotency-Key"].ShouldBe("k-1");
        using var body = JsonDocument.Parse(asked.Body);
        body.RootElement.EnumerateObject().Select(field => field.Name).ShouldBe(["kind", "actor", "role", "case", "action", "version"]);
    }

    [Fact]
    public async Task An_actor_with_a_chinese_name_reaches_the_host()
    {
        await using var host = await StandInHost.Saying(200, """{"case":3,"name":"赵敏","building":null}""");
        var caller = await new TwinClient(host.Http).Caller("live", 3, "值班员 王");
        caller!.Name.ShouldBe("赵敏");
        Uri.UnescapeDataString(host.Asked.Single().Headers["X-Actor"]).ShouldBe("值班员 王");
    }

    [Fact]
    public async Task A_refusal_keeps_its_status_its_word_and_both_languages()
    {
        await using var host = await StandInHost.Saying(
            409, """{"title":"refused","status":409,"code":"moved-on","zh":"案件已变动","en":"the case has moved on"}""", "application/problem+json");
        var refused = await Should.ThrowAsync<TwinRefusedException>(() => new TwinClient(host.Http).Give("live", new Command("act", "a")));
        (refused.Status, refused.Code, refused.Why).ShouldBe((409, "moved-on", new Name("案件已变动", "the case has moved on")));
    }

    [Fact]
    public async Task An_answer_of_something_in_between_is_a_refusal_too()
    {
        await using var host = await StandInHost.Saying(502, "<html>bad gateway</html>", "text/html");
        var refused = await Should.ThrowAsync<TwinRefusedException>(() => new TwinClient(host.Http).Worlds());
        refused.Status.ShouldBe(502);
    }

    [Fact]
    public async Task A_host_that_dies_in_the_middle_of_its_answer_cannot_be_reached()
    {
        await using var host = await StandInHost.Answering(async context =>
        {
            (context.Response.ContentType, context.Response.ContentLength) = ("application/json", 10);
            await context.Response.WriteAsync("[");
        });
        var away = await Should.ThrowAsync<HttpRequestException>(() => new TwinClient(host.Http).Worlds());
        away.Message.ShouldStartWith($"{host.Http.BaseAddress}api/v1/worlds did not answer to the end");
    }

    [Fact]
    public async Task Nor_can_one_that_never_answers()
    {
        await using var host = await StandInHost.Answering(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        host.Http.Timeout = TimeSpan.FromMilliseconds(50);
        await Should.ThrowAsync<HttpRequestException>(() => new TwinClient(host.Http).Worlds());
    }

    [Fact]
    public async Task What_is_not_there_is_null_but_a_missing_world_is_a_refusal()
    {
        await using (var host = await StandInHost.Saying(404, """{"code":"no-such-case"}""", "application/problem+json"))
        {
            (await new TwinClient(host.Http).Case("live", 99)).ShouldBeNull();
        }

        await using (var host = await StandInHost.Saying(404, """{"code":"no-such-world"}""", "application/problem+json"))
        {
            await Should.ThrowAsync<TwinRefusedException>(() => new TwinClient(host.Http).Case("nowhere", 99));
        }
    }
}
