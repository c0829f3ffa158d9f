using System.Globalization;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Says how a journal is: a line for each world verified, a table of the worlds there are.</summary>
internal sealed class JournalLines(Terminal terminal, Language language)
{
    /// <summary>Says intact with what the journal holds, or the first broken record.</summary>
    public void Verified(IWorldHistory history, JournalFault? fault)
    {
        var world = history.Genesis.World;
        if (fault is not null)
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{world}: {language.Pick("已损坏", "broken")}: {language.Pick("记录", "record")} {fault.Record}: {fault.Problem}"));
            return;
        }

        var head = history.Head;
        terminal.Out.WriteLine(string.Join(" · ",
        [
            $"{world}: {language.Pick("完好", "intact")}", Count("记录", "records", head.Records), Count("输入", "inputs", head.Inputs),
            Count("事件", "events", head.Events), $"{language.Pick("至", "until")} {Clock(head.Now)}",
        ]));
    }

    /// <summary>Lists the worlds with what their journals hold.</summary>
    public void List(IJournalStore store)
    {
        var table = TableLook.Framed(
            (language.Head("世界", "world"), false), (language.Head("类型", "kind"), false), (language.Head("场景", "scenario"), false), (language.Head("种子", "seed"), true),
            (language.Head("记录", "records"), true), (language.Head("输入", "inputs"), true), (language.Head("事件", "events"), true), (language.Head("至", "until"), true));
        var worlds = store.Worlds();
        foreach (var genesis in worlds)
        {
            using var history = store.Read(genesis.World)!;
            var head = history.Head;
            table.AddRow(
                new Text(genesis.World), new Text(genesis.Kind), new Text(genesis.Scenario), new Text(genesis.Seed.ToString(CultureInfo.InvariantCulture)),
                new Text(Whole(head.Records)), new Text(Whole(head.Inputs)), new Text(Whole(head.Events)), new Text(Clock(head.Now)));
        }

        var console = terminal.Tables();
        console.Write(table);
        console.WriteLine(Count("世界", "worlds", worlds.Count));
    }

    private string Count(string zh, string en, long number) => $"{language.Pick(zh, en)} {Whole(number)}";

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private string Clock(Instant at)
    {
        var time = TimeSpan.FromMilliseconds(at.Milliseconds);
        return string.Create(CultureInfo.InvariantCulture, $"{language.Pick($"第 {time.Days + 1} 天", $"day {time.Days + 1}")} {time:hh\\:mm\\:ss}");
    }
}
