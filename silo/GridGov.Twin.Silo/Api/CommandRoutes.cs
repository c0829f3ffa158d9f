using System.Diagnostics;
using System.Text.Json;
using GridGov.Twin.Contracts;
using GridGov.Twin.Engine.Hashing;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Silo.Telemetry;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Api;

/// <summary>Commands of people.</summary>
internal static class CommandRoutes
{
    private const int LongestActor = 64;
    private static readonly long FurthestMs = Duration.Days(36_600).Milliseconds;

    public static void Map(RouteGroupBuilder world) =>
        world.MapPost("/commands", Give).Accepts<Command>("application/json", "*/*")
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(412).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429)
            .WithSummary("Give a command; answered when it is durable. Header Idempotency-Key makes a second sending harmless, If-Match names the case's version");

    private static async Task<CommandAnswer> Give(string world, HttpRequest request, WorldDesks desks, CancellationToken stop)
    {
        using var activity = TwinTelemetry.Source.StartActivity("twin.command");
        var desk = desks.Of(world);
        var command = await Given.Json<Command>(request, stop);
        var (key, ifMatch) = (Given.Key(request), Given.IfMatch(request));
        Check(command);
        var read = desk.Commands.Read(command, ifMatch);
        activity?.SetTag("twin.action", read.Action).SetTag("twin.target", read.Target);
        var hash = RunningHash.Of(JsonSerializer.SerializeToUtf8Bytes(new { command, ifMatch }, JsonSerializerOptions.Web));
        var answer = key is null ? null : desk.Live.FindAnswer(key, hash);
        answer ??= await desk.Live.Give(WorldOrder.Of(
            new CommandSlip(command.Actor, read.Action, read.Target, key, hash), command.AtMs is { } at ? new Instant(at) : null, read.Message));
        if (answer.Outcome != StoredAnswer.Refused)
        {
            return answer.ToContract();
        }

        activity?.SetStatus(ActivityStatusCode.Error, answer.Code);
        var version = answer.Code == "moved-on" && command.Case is { } about ? await VersionOf(desk, about) : null;
        throw Problems.Of(answer, ifMatch is not null, version);
    }

    private static Task<int?> VersionOf(WorldDesk desk, long number) => desk.Read((views, at) => views.Case(at.Model, at.Now, number)?.Row.Version);

    private static void Check(Command command)
    {
        if (command.Actor.Trim().Length is 0 or > LongestActor)
        {
            throw Problems.Unusable("bad-actor", "操作人须为1至64字", "actor must be 1 to 64 characters");
        }

        if (command.AtMs is < 0 || command.AtMs > FurthestMs)
        {
            throw Problems.Unusable("bad-moment", "atMs 须为世界时间的毫秒数，不超过一百年", "atMs must be a moment of the world within a hundred years of its start");
        }

        if (command.Version is < 0)
        {
            throw Problems.Unusable("bad-version", "version 不能为负", "version cannot be negative");
        }
    }
}
