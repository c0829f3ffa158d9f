using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GridGov.Twin.Silo.Tests.Api;

/// <summary>Bad input is answered in the right place with a clear problem, and nothing else happens.</summary>
public class BadInputTests(TwinHouse house) : IClassFixture<TwinHouse>
{
    private const string Silence = """{"kind":"silence-device","actor":"a","device":"0","minutes":5}""";

    [Theory]
    [InlineData("", 400, "malformed")]
    [InlineData("{", 400, "malformed")]
    [InlineData("[]", 400, "malformed")]
    [InlineData("null", 400, "malformed")]
    [InlineData("""{"kind":"act"}""", 400, "malformed")]
    [InlineData("""{"kind":null,"actor":"a"}""", 400, "malformed")]
    [InlineData("""{"kind":"act","actor":"a","surprise":1}""", 400, "malformed")]
    [InlineData("""{"kind":"act","actor":"a","case":"7"}""", 400, "malformed")]
    [InlineData("""{"kind":"report","actor":"a","what":"E0110.1","lon":NaN,"lat":1}""", 400, "malformed")]
    [InlineData("""{"kind":"report","actor":"a","what":"E0110.1","lon":-190,"lat":36}""", 422, "bad-place")]
    [InlineData("""{"kind":"report","actor":"a","what":"E0110.1","lon":1e400,"lat":36}""", 422, "bad-place")]
    [InlineData("""{"kind":"report","actor":"a","what":"E0110.1","lon":-12.5,"lat":-36.1}""", 422, "outside")]
    [InlineData("""{"kind":"report","actor":"a","what":"E0110.1"}""", 422, "bad-place")]
    [InlineData("""{"kind":"report","actor":"a","what":"nothing","cell":"1"}""", 422, "no-such-kind-of-case")]
    [InlineData("""{"kind":"report","actor":"a","what":"E0110.1","cell":"1"}""", 404, "no-such-cell")]
    [InlineData("""{"kind":"dance","actor":"a"}""", 422, "no-such-kind")]
    [InlineData("""{"kind":"act","actor":" ","case":1}""", 422, "bad-actor")]
    [InlineData("""{"kind":"act","actor":"a","action":"file"}""", 422, "no-case")]
    [InlineData("""{"kind":"act","actor":"a","case":-1,"action":"file"}""", 404, "no-such-case")]
    [InlineData("""{"kind":"act","actor":"a","case":1,"action":"dance"}""", 422, "no-such-action")]
    [InlineData("""{"kind":"act","actor":"a","case":1,"action":"file","role":"king"}""", 422, "no-such-role")]
    [InlineData("""{"kind":"act","actor":"a","case":1,"action":"file","role":"officer","version":-1}""", 422, "bad-version")]
    [InlineData("""{"kind":"act","actor":"a","case":1,"action":"file","role":"officer","department":"x"}""", 404, "no-such-department")]
    [InlineData("""{"kind":"act","actor":"a","case":99999,"action":"file","role":"town-acceptor"}""", 404, "no-such-case")]
    [InlineData("""{"kind":"send-officer","actor":"a","officer":99}""", 404, "no-such-officer")]
    [InlineData("""{"kind":"send-officer","actor":"a","officer":-1,"case":1}""", 404, "no-such-officer")]
    [InlineData("""{"kind":"send-officer","actor":"a","officer":1,"cell":"9"}""", 404, "no-such-cell")]
    [InlineData("""{"kind":"silence-device","actor":"a","device":"0","minutes":5}""", 404, "no-such-device")]
    [InlineData("""{"kind":"act","actor":"a","case":1,"action":"file","role":"officer","atMs":-1}""", 422, "bad-moment")]
    public async Task A_command_that_is_wrong_is_refused_with_its_word(string body, int status, string code)
    {
        var refused = await house.Refused(HttpMethod.Post, "live/commands", body);
        (refused.Status, refused.Code).ShouldBe((status, code));
    }

    [Theory]
    [InlineData("nowhere", 404, "no-such-world")]
    [InlineData("nowhere/cases", 404, "no-such-world")]
    [InlineData("live/cases/123456", 404, "no-such-case")]
    [InlineData("live/cases/x", 404, "no-such-address")]
    [InlineData("live/cases?take=-1", 400, "bad-number")]
    [InlineData("live/cases?skip=many", 400, "bad-number")]
    [InlineData("live/cases?open=perhaps", 400, "bad-flag")]
    [InlineData("live/cells/1", 404, "no-such-cell")]
    [InlineData("live/buildings/999999", 404, "no-such-building")]
    [InlineData("live/buildings/-1", 404, "no-such-building")]
    [InlineData("live/devices/1", 404, "no-such-device")]
    [InlineData("live/officers/99", 404, "no-such-officer")]
    [InlineData("live/cases/1/caller", 400, "no-actor")]
    [InlineData("live/events?since=-1", 400, "bad-number")]
    [InlineData("live/audit?most=0", 400, "bad-number")]
    [InlineData("live/tiles/..%2Ftwin.db", 404, "no-such-tile")]
    [InlineData("live/tiles/nothing.glb", 404, "no-such-tile")]
    [InlineData("live/nothing", 404, "no-such-address")]
    public async Task What_is_not_there_is_said_to_be_not_there(string path, int status, string code)
    {
        var refused = await house.Refused(HttpMethod.Get, path);
        (refused.Status, refused.Code).ShouldBe((status, code));
    }

    [Theory]
    [InlineData("live/commands")]
    [InlineData("live/readings")]
    public async Task A_body_of_ten_megabytes_is_too_large(string path)
    {
        var refused = await house.Refused(HttpMethod.Post, path, new string('x', 10_000_000));
        (refused.Status, refused.Code).ShouldBe((413, "too-large"));
    }

    [Theory]
    [InlineData("POST", "api/v1/worlds/live/cases", "GET")]
    [InlineData("DELETE", "api/v1/worlds/live/cases/7", "GET")]
    [InlineData("GET", "api/v1/worlds/live/commands", "POST")]
    [InlineData("GET", "api/v1/worlds/live/clock", "PUT")]
    [InlineData("DELETE", "health/live", "GET")]
    public async Task A_method_an_address_does_not_take_is_named_with_those_it_takes(string method, string path, string may)
    {
        using var answer = await house.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        ((int)answer.StatusCode).ShouldBe(405);
        answer.Content.Headers.Allow.ShouldBe([may]);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("code").GetString().ShouldBe("wrong-method");
        problem.GetProperty("en").GetString().ShouldBe($"this address does not take {method}; it takes {may}");
    }

    [Theory]
    [InlineData("api/v1/worlds/live/cases", 200)]
    [InlineData("api/v1/worlds/live/city", 200)]
    [InlineData("health/live", 200)]
    [InlineData("api/v1/worlds/live/cases/123456", 404)]
    [InlineData("api/v1/worlds/live/changes", 405)]
    public async Task HEAD_is_answered_like_GET_without_the_body(string path, int status)
    {
        using var answer = await house.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("lon", """ "lon":-190,"lat":36 """, "lon is -190; expected -180 to 180")]
    [InlineData("lat", """ "lon":120,"lat":-90.5 """, "lat is -90.5; expected -90 to 90")]
    [InlineData("lat", """ "lon":120 """, "lat is missing: give a cell, or lon and lat")]
    [InlineData("out of the district", """ "lon":-12.5,"lat":-36.1 """, "the place -12.5, -36.1 lies in no cell of the district")]
    [InlineData("not a number", """ "lon":NaN,"lat":36 """, "the JSON is wrong at $.lon, line 1, byte")]
    public async Task A_place_that_is_none_is_named(string what, string place, string said) =>
        (await house.Refused(HttpMethod.Post, "live/commands", $$"""{"kind":"report","actor":"a","what":"E0110.1",{{place}}}"""))
            .Problem.GetProperty("en").GetString().ShouldNotBeNull(what).ShouldStartWith(said);

    [Fact]
    public async Task A_place_of_another_cell_than_the_one_that_is_named_is_refused_with_both()
    {
        var cells = await Cells();
        var at = (await house.Twin.Cell("live", cells[0]))!.Row.At;
        var body = string.Create(CultureInfo.InvariantCulture, $$"""{"kind":"report","actor":"a","what":"E0110.1","cell":"{{cells[1]}}","lon":{{at.Lon}},"lat":{{at.Lat}}}""");
        var refused = await house.Refused(HttpMethod.Post, "live/commands", body);
        (refused.Status, refused.Code).ShouldBe((422, "other-cell"));
        refused.Problem.GetProperty("en").GetString()!.ShouldEndWith($"lies in cell {cells[0]}, not in {cells[1]}");
    }

    [Fact]
    public async Task Malformed_json_is_named_by_its_place() =>
        (await house.Refused(HttpMethod.Post, "live/commands", "{\n  \"kind\": \"act\",\n  \"case\": yes\n}")).Problem.GetProperty("en").GetString()!.ShouldContain("line 3");

    [Theory]
    [InlineData("live/commands", """{"actor":"a"}""", "$", "'kind' must be given", "缺少 'kind'")]
    [InlineData("live/commands", """{"kind":"act","actor":"a","cases":3}""", "$.cases", "there is no such member; expected one of kind, actor, ", "未知的键")]
    [InlineData("live/commands", """{"kind":"act","actor":"a","case":"3"}""", "$.case", "expected a whole number", "应为整数")]
    [InlineData("live/commands", """{"kind":"act","actor":7}""", "$.actor", "expected a text", "应为文本")]
    [InlineData("live/commands", """[]""", "$", "expected an object", "应为对象")]
    [InlineData("live/what-if", """{"hours":4,"plans":[{"title":{"zh":"甲","en":"a"},"measures":[{"kind":"storm","factor":"much"}]}]}""", "$.plans[0].measures[0].factor", "expected a number", "应为数字")]
    [InlineData("live/what-if", """{"hours":4,"plans":7}""", "$.plans", "expected a list", "应为列表")]
    public async Task Of_json_that_does_not_fit_it_is_said_where_and_what_was_expected(string path, string body, string place, string en, string zh)
    {
        var said = (await house.Refused(HttpMethod.Post, path, body, ("X-Actor", "a"))).Problem;
        said.GetProperty("en").GetString()!.ShouldMatch($"at {Regex.Escape(place)}, line 1, byte [0-9]+: {en}");
        said.GetProperty("zh").GetString()!.ShouldMatch($"（{Regex.Escape(place)}, line 1, byte [0-9]+）：{zh}");
    }

    [Theory]
    [InlineData("Idempotency-Key", "a b", "bad-key")]
    [InlineData("If-Match", "\"x\"", "bad-version")]
    public async Task A_header_that_is_none_is_refused(string name, string value, string code) =>
        (await house.Refused(HttpMethod.Post, "live/commands", Silence, (name, value))).Code.ShouldBe(code);

    [Fact]
    public async Task Of_ten_thousand_readings_the_good_are_accepted_and_the_bad_listed()
    {
        var device = (await house.Twin.Cell("live", (await Cells())[0]))!.Devices.FirstOrDefault()?.Code ?? (await AnyDevice());
        var rows = Enumerable.Range(0, 10_000).Select(i => (i % 1000) switch
        {
            1 => """{"device":"0","level":0.5}""",
            2 => $$"""{"device":"{{device}}","level":-0.5}""",
            3 => $$"""{"device":"{{device}}","level":"NaN"}""",
            4 => """{"level":0.5}""",
            5 => "7",
            6 => $$"""{"device":"{{device}}","level":1e999}""",
            _ => string.Create(CultureInfo.InvariantCulture, $$"""{"device":"{{device}}","level":{{i % 100 / 200.0}}}"""),
        });
        using var answer = await house.Http.PostAsync("api/v1/worlds/live/readings", new StringContent($$"""{"readings":[{{string.Join(',', rows)}}]}"""));
        var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        told.GetProperty("accepted").GetInt32().ShouldBe(9_940);
        var rejected = told.GetProperty("rejected").EnumerateArray().ToArray();
        rejected.Length.ShouldBe(60);
        rejected.Take(6).Select(one => one.GetProperty("index").GetInt32()).ShouldBe([1, 2, 3, 4, 5, 6]);
        rejected[0].GetProperty("why").GetString().ShouldBe("there is no such device");
        var row = (await house.Twin.Device("live", device))!.Row;
        row.Reading.ShouldBe(99 / 200.0);
    }

    [Theory]
    [InlineData("{", 400, "malformed")]
    [InlineData("[]", 400, "malformed")]
    [InlineData("""{"readings":{}}""", 400, "malformed")]
    public async Task Readings_that_are_none_are_refused(string body, int status, string code)
    {
        var refused = await house.Refused(HttpMethod.Post, "live/readings", body);
        (refused.Status, refused.Code).ShouldBe((status, code));
    }

    [Fact]
    public async Task One_reading_too_many_is_refused() => (await house.Refused(
        HttpMethod.Post, "live/readings", $$"""{"readings":[{{string.Join(',', Enumerable.Repeat("1", 10_001))}}]}""")).Code.ShouldBe("too-many");

    [Theory]
    [InlineData("""{"level":1.5}""", 422, "bad-level")]
    [InlineData("""{"level":"high"}""", 400, "malformed")]
    [InlineData("""{}""", 400, "malformed")]
    public async Task A_reading_that_is_none_is_refused(string body, int status, string code)
    {
        var refused = await house.Refused(HttpMethod.Post, $"live/devices/{await AnyDevice()}/readings", body);
        (refused.Status, refused.Code).ShouldBe((status, code));
    }

    private async Task<string[]> Cells() =>
        [.. JsonDocument.Parse(await house.Http.GetStringAsync("api/v1/worlds/live/cells")).RootElement.EnumerateArray().Select(cell => cell.GetProperty("code").GetString()!)];

    private async Task<string> AnyDevice() =>
        JsonDocument.Parse(await house.Http.GetStringAsync("api/v1/worlds/live/devices")).RootElement[0].GetProperty("code").GetString()!;
}
