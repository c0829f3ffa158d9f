using System.Globalization;
using GridGov.Twin.Contracts;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Prints how a cluster stands: its silos, their grains by kind, its worlds, and the messages set aside.</summary>
internal sealed class ClusterTables(IAnsiConsole console, Language language)
{
    // More columns than these do not fit beside the kinds' names.
    private const int MostColumns = 4;

    /// <summary>Prints everything; rates are of the time between two looks.</summary>
    public void Print(ClusterView before, ClusterView now)
    {
        Silos(before, now);
        Grains(now.Silos);
        Worlds(now.Worlds);
        Whole(now.Whole);
        Aside(now.SetAside);
    }

    private void Silos(ClusterView before, ClusterView now)
    {
        var table = TableLook.Framed(
            (language.Head("节点", "silo"), false), (language.Head("名称", "name"), false), (language.Head("状态", "status"), false), (language.Head("启动", "up since"), false),
            (language.Head("粒", "grains"), true), (language.Head("调用/秒", "calls/s"), true), (language.Head("轮次/秒", "turns/s"), true),
            (language.Head("存储毫秒/轮", "ms/turn"), true));
        foreach (var silo in now.Silos)
        {
            var rates = Rates(Array.Find(before.Silos, one => one.Address == silo.Address)?.Work, silo.Work);
            table.AddRow(
                new Text(Short(silo.Address)), new Text(silo.Name), new Text(silo.Status), new Text(silo.Since), new Text(Whole(silo.Grains.Sum(kind => kind.Count))),
                new Text(rates.Calls), new Text(rates.Turns), new Text(rates.Storage));
        }

        console.Write(table);
        foreach (var silo in now.Silos.Where(silo => silo.Work?.Trouble is not null || silo is { Status: "active", Work: null }))
        {
            console.WriteLine($"! {Short(silo.Address)}: {silo.Work?.Trouble ?? language.Pick("不应答", "does not answer")}");
        }
    }

    private void Grains(SiloRow[] all)
    {
        foreach (var silos in all.Chunk(MostColumns))
        {
            var table = TableLook.Framed([(language.Head("粒", "grains"), false), .. silos.Select(silo => (Short(silo.Address), true))]);
            foreach (var kind in silos.SelectMany(silo => silo.Grains).Select(one => one.Kind).Distinct().Order(StringComparer.Ordinal))
            {
                table.AddRow([new Text(kind), .. silos.Select(silo => new Text(Whole(silo.Grains.Where(one => one.Kind == kind).Sum(one => one.Count))))]);
            }

            console.Write(table);
        }
    }

    private void Worlds(WorldView[] worlds)
    {
        var table = TableLook.Framed(
            (language.Head("世界", "world"), false), (language.Head("状态", "state"), false), (language.Head("时间", "time"), false), (language.Head("速度", "pace"), true),
            (language.Head("事件", "events"), true), (language.Head("故障", "trouble"), false));
        foreach (var world in worlds)
        {
            table.AddRow(
                new Text(world.Id), new Text(world.State), new Text(Time(world.Clock)), new Text(world.Clock.Pace), new Text(Whole(world.Clock.Events)),
                new Text(world.Problem ?? ""));
        }

        console.Write(table);
    }

    private void Whole(WholeRow[] worlds)
    {
        if (worlds.Length == 0)
        {
            return;
        }

        var table = TableLook.Framed((language.Head("演练、回放、重复", "drill, replay, replication"), false), (language.Head("所在节点", "lives on silo"), false));
        foreach (var world in worlds)
        {
            table.AddRow(new Text(world.World), new Text(world.Silo));
        }

        console.Write(table);
    }

    private void Aside(SetAsideRow[] messages)
    {
        console.WriteLine(language.Pick($"搁置消息 {messages.Length} 条", string.Create(CultureInfo.InvariantCulture, $"messages set aside: {messages.Length}")));
        if (messages.Length == 0)
        {
            return;
        }

        var table = TableLook.Framed(
            (language.Head("世界", "world"), false), (language.Head("消息", "message"), false), (language.Head("收件", "to"), false), (language.Head("自", "since"), false),
            (language.Head("原因", "problem"), false));
        foreach (var message in messages)
        {
            table.AddRow(new Text(message.World), new Text(message.Message), new Text(message.To), new Text(message.Since), new Text(message.Problem));
        }

        console.Write(table);
    }

    private static (string Calls, string Turns, string Storage) Rates(SiloWork? before, SiloWork? now)
    {
        if (before is null || now is null || now.UpMs <= before.UpMs)
        {
            return ("–", "–", "–");
        }

        var (seconds, turns) = ((now.UpMs - before.UpMs) / 1_000.0, now.Turns - before.Turns);
        return (Real((now.Calls - before.Calls) / seconds, "#,0"), Real(turns / seconds, "#,0"), turns == 0 ? "–" : Real((now.StorageMs - before.StorageMs) / turns, "0.00"));
    }

    private static string Time(ClockView clock) =>
        DateOnly.ParseExact(clock.FirstDay, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(default).AddMilliseconds(clock.NowMs)
            .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    // The start that an address carries says nothing to people.
    private static string Short(string address) => address.Split('@')[0];

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Real(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
