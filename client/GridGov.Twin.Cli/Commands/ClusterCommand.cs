using System.CommandLine;
using GridGov.Twin.Cli.Printing;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using Command = System.CommandLine.Command;

namespace GridGov.Twin.Cli.Commands;

/// <summary><c>gridgov cluster</c>: how a cluster stands, and messages that were set aside.</summary>
internal static class ClusterCommand
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal) => new(
        "cluster", "Looks at the cluster that a host is a silo of.\nExample: gridgov cluster status --host http://localhost:5080")
    {
        BuildStatus(terminal), BuildRetry(terminal),
    };

    private static Command BuildStatus(Terminal terminal)
    {
        var host = HostOption.Build("any silo of the cluster", isRequired: true);
        var watch = new Option<bool>("--watch") { Description = "again and again until it is stopped" };
        var lang = LangOption.Build();
        var command = new Command(
            "status",
            "Shows the silos, their grains and what they do in a second, the worlds, and the messages set aside.\n"
            + "Example: gridgov cluster status --host http://localhost:5080 --watch")
        {
            host, watch, lang,
        };
        command.SetAction(line =>
        {
            var language = LangOption.Read(line, lang);
            using var http = HostOption.Connect(line.GetValue(host)!);
            return Say(language, terminal, () => Show(new TwinClient(http), line.GetValue(watch), new ClusterTables(terminal.Tables(), language), terminal.Stop));
        });
        return command;
    }

    // What a silo does in a second is the difference of two looks.
    private static int Show(TwinClient twin, bool isWatched, ClusterTables tables, CancellationToken stop)
    {
        var before = twin.Cluster(stop).GetAwaiter().GetResult();
        while (!stop.WaitHandle.WaitOne(BetweenLooks))
        {
            var now = twin.Cluster(stop).GetAwaiter().GetResult();
            tables.Print(before, now);
            before = now;
            if (!isWatched)
            {
                return ExitCode.Ok;
            }
        }

        return ExitCode.Stopped;
    }

    private static Command BuildRetry(Terminal terminal)
    {
        var message = new Argument<string>("MESSAGE") { Description = "the message's name, as the status shows it" };
        var host = HostOption.Build("any silo of the cluster", isRequired: true);
        var world = new Option<string?>("--world") { Description = "the message's world (default: the one that has such a message)", HelpName = "NAME" };
        var actor = HostOption.Actor();
        var lang = LangOption.Build();
        var command = new Command(
            "retry", "Has a message that was set aside tried again.\nExample: gridgov cluster retry 8/12:4:0 --host http://localhost:5080") { message, host, world, actor, lang };
        command.SetAction(line =>
        {
            var language = LangOption.Read(line, lang);
            using var http = HostOption.Connect(line.GetValue(host)!);
            return Say(language, terminal, () =>
            {
                var twin = new TwinClient(http);
                var order = new RetryOrder(line.GetValue(world) ?? WorldOf(twin, line.GetValue(message)!, terminal.Stop), line.GetValue(message)!);
                var row = twin.Retry(order, line.GetValue(actor)!, terminal.Stop).GetAwaiter().GetResult();
                terminal.Out.WriteLine($"{language.Pick("将再次处理", "is tried again")}: {row.World} {row.Message} → {row.To}");
                return ExitCode.Ok;
            });
        });
        return command;
    }

    private static string WorldOf(TwinClient twin, string message, CancellationToken stop)
    {
        var aside = twin.Cluster(stop).GetAwaiter().GetResult().SetAside;
        string[] worlds = [.. aside.Where(row => row.Message == message).Select(row => row.World)];
        return worlds switch
        {
            [var one] => one,
            [] => throw GivenText.Rejected(
                "MESSAGE", message, aside.Length == 0 ? "nothing: no message is set aside" : $"one of {string.Join(", ", aside.Select(row => row.Message))}",
                "no such message is set aside"),
            _ => throw GivenText.Rejected("MESSAGE", message, $"--world with one of {string.Join(", ", worlds)}", "several worlds have a message of that name"),
        };
    }

    private static int Say(Language language, Terminal terminal, Func<int> what)
    {
        try
        {
            return what();
        }
        catch (TwinRefusedException refused)
        {
            terminal.Error.WriteLine($"gridgov: {language.Pick(refused.Why.Zh, refused.Why.En)}");
            return ExitCode.Rejected;
        }
    }
}
