using System.Net;
using System.Text.Json;
using GridGov.Twin.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GridGov.Twin.Cli.Tests;

public class ClusterCommandTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public void A_status_shows_silos_with_what_they_do_in_a_second_their_grains_the_worlds_and_what_was_set_aside()
    {
        var looks = 0;
        using var host = new StandIn(_ => (200, JsonSerializer.Serialize(Cluster(Interlocked.Increment(ref looks)), Web)));
        var said = CommandLine.Run("cluster", "status", "--host", host.Address, "--lang", "en");
        said.Code.ShouldBe(0, said.Error);
        var lines = said.Out.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToArray();
        lines.ShouldContain(line => line.StartsWith("10.0.0.1:11111 one active", StringComparison.Ordinal) && line.Contains("1,200 1,500 500 0.25", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("10.0.0.2:11111 two joining", StringComparison.Ordinal) && line.Contains("– – –", StringComparison.Ordinal));
        said.Out.ShouldNotContain("does not answer");
        lines.ShouldContain("case 1,200 0");
        lines.ShouldContain(line => line.StartsWith("live running 2025-06-10 08:30:00 60 7", StringComparison.Ordinal));
        lines.ShouldContain("drill-burst-main-2 10.0.0.1:11111");
        lines.ShouldContain("messages set aside: 1");
        lines.ShouldContain(line => line.StartsWith("live 8/12:4:0 case 12", StringComparison.Ordinal));
        CommandLine.Run("cluster", "status", "--host", host.Address, "--lang", "zh").Out.ShouldContain("搁置消息 1 条");
    }

    [Fact]
    public void A_message_is_tried_again_in_the_world_that_has_it()
    {
        using var host = new StandIn(request => request.Method == "GET"
            ? (200, JsonSerializer.Serialize(Cluster(1), Web))
            : (200, JsonSerializer.Serialize(Cluster(1).SetAside[0], Web)));
        var said = CommandLine.Run("cluster", "retry", "8/12:4:0", "--host", host.Address, "--actor", "李明", "--lang", "en");
        said.Code.ShouldBe(0, said.Error);
        said.Out.Trim().ShouldBe("is tried again: live 8/12:4:0 → case 12");
        host.Posted.ShouldBe(("李明", """{"world":"live","message":"8/12:4:0"}"""));
        var none = CommandLine.Run("cluster", "retry", "8/13:4:0", "--host", host.Address);
        none.Code.ShouldBe(2);
        none.Error.ShouldContain("expected one of 8/12:4:0");
    }

    [Theory]
    [InlineData("zh", "gridgov: 此进程不是集群的节点；它以 --host orleans 启动才是")]
    [InlineData("en", "gridgov: this process is no silo of a cluster; started with --host orleans it is one")]
    public void A_host_that_is_no_silo_is_told_in_one_line(string language, string line)
    {
        using var folder = new TempFolder();
        folder.Write("there/empty.txt", "");
        using var host = new PlanningHost(folder, Ground.WriteHamlet(folder));
        var said = CommandLine.Run("cluster", "status", "--host", host.Address, "--lang", language);
        said.ShouldBe(new Said(2, "", line + Environment.NewLine));
    }

    // Two seconds pass between two looks of the first silo; the second does not answer.
    private static ClusterView Cluster(int look) => new(
        [
            new SiloRow("10.0.0.1:11111@5", "one", "active", "2025-06-01T00:00:00Z", [new GrainCount("case", 1_200)], new SiloWork(look * 2_000, look * 3_000, look * 1_000, look * 10, look * 250, null)),
            new SiloRow("10.0.0.2:11111@6", "two", "joining", "2025-06-01T00:00:10Z", [], null),
        ],
        [new WorldView("live", "live", new Name("村", "village"), "quiet-village", 1, "running", null, new ClockView(117_000_000, "2025-06-09", 60, "60", false, 60, 0, null, 7, "00"))],
        [new SetAsideRow("live", "8/12:4:0", "case 12", 5_000, "2025-06-01T00:00:00Z", "division by zero")],
        [new WholeRow("drill-burst-main-2", "10.0.0.1:11111")]);

    /// <summary>A server on a free port that answers what a test tells it to.</summary>
    private sealed class StandIn : IDisposable
    {
        private readonly WebApplication _app;

        public StandIn(Func<HttpRequest, (int Status, string Json)> answer)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var body = await reader.ReadToEndAsync();
                Posted = context.Request.Method == "POST" ? (WebUtility.UrlDecode(context.Request.Headers["X-Actor"].ToString()), body) : Posted;
                var (status, json) = answer(context.Request);
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(json);
            });
            _app.StartAsync().Wait();
        }

        public string Address => _app.Urls.First();

        public (string Actor, string Body) Posted { get; private set; }

        public void Dispose()
        {
            _app.StopAsync().Wait();
            ((IDisposable)_app).Dispose();
        }
    }
}
