using System.Globalization;
using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Exercises;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Scenarios.Drills;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>Prints a rehearsal: the script as it comes, and what becomes of every expected action with nobody and with the ideal player.</summary>
internal sealed class DrillTables(IAnsiConsole console, Language language)
{
    /// <summary>Whether everything that came to be expected of the ideal player was done in time.</summary>
    public static bool AllMet(Rehearsed ideal) => ideal.Debrief.Actions.All(line => line.Record.Standing is Standing.Met or Standing.NotYet);

    /// <summary>Prints everything.</summary>
    public void Print(Rehearsed nobody, Rehearsed ideal)
    {
        var file = ideal.Debrief.Plan.File;
        console.Write(new Text($"{language.Pick(file.Title.Zh, file.Title.En)} ({file.Name})\n", new Style(decoration: Decoration.Bold)));
        Injects(nobody, ideal);
        Actions(nobody, ideal);
        console.WriteLine(
            $"{language.Pick("无人应对得分", "points with nobody")}: {Of(nobody.Debrief.Whole)}; "
            + $"{language.Pick("照预期处置得分", "as expected")}: {Of(ideal.Debrief.Whole)}");
        console.WriteLine($"{language.Pick("种子", "seed")} {ideal.Debrief.Plan.Seed}; {language.Pick("哈希", "hash")} {nobody.Hash} ({language.Pick("无人", "nobody")}), {ideal.Hash}");
        if (!AllMet(ideal))
        {
            console.WriteLine(language.Pick(
                "有预期行动无法按时完成：请放宽时限，或检查情况与岗位。",
                "Something that is expected cannot be done in time: allow more, or look at the injects and the players."));
        }
    }

    /// <summary>Prints how the same drill ended on a host; true where its hash is the one from here.</summary>
    public bool PrintHost(string host, (string World, DrillView Drill) there, string here)
    {
        var isSame = there.Drill.Hash == here;
        var verdict = isSame ? language.Pick("与本机一致 ✓", "as here ✓") : language.Pick("与本机不同 ✗", "not as here ✗");
        console.WriteLine($"{host} {there.World}: {language.Pick("哈希", "hash")} {there.Drill.Hash} {verdict}");
        return isSame;
    }

    private void Injects(Rehearsed nobody, Rehearsed ideal)
    {
        var table = TableLook.Framed(
            (language.Head("情况注入", "inject"), false), (language.Head("触发", "trigger"), false), (language.Head("无人应对", "with nobody"), true),
            (language.Head("照预期处置", "as expected"), true), (language.Head("案件", "cases"), true));
        for (var i = 0; i < ideal.Debrief.Injects.Length; i++)
        {
            var (line, other) = (ideal.Debrief.Injects[i], nobody.Debrief.Injects[i]);
            table.AddRow(
                new Text(language.Pick(line.Inject.Title.Zh, line.Inject.Title.En)), new Text(Trigger(line.Inject)), new Text(When(nobody, other.Record.At)),
                new Text(When(ideal, line.Record.At)), new Text(string.Join(' ', line.Cases.Select(number => $"#{number}"))));
        }

        console.Write(table);
    }

    private void Actions(Rehearsed nobody, Rehearsed ideal)
    {
        var table = TableLook.Framed(
            (language.Head("预期行动", "expected action"), false), (language.Head("岗位", "player"), false), (language.Head("最迟", "until"), true),
            (language.Head("无人应对", "with nobody"), false), (language.Head("照预期处置", "as expected"), false), (language.Head("完成", "done"), true));
        for (var i = 0; i < ideal.Debrief.Actions.Length; i++)
        {
            var (line, other) = (ideal.Debrief.Actions[i], nobody.Debrief.Actions[i]);
            table.AddRow(
                new Text(language.Pick(line.Action.Title.Zh, line.Action.Title.En)), new Text(line.Action.Player?.Value ?? "–"), new Text(When(ideal, line.Record.Due)),
                new Text(Word(other.Record.Standing)), new Text(Word(line.Record.Standing)), new Text(When(ideal, line.Record.At)));
        }

        console.Write(table);
    }

    private string Trigger(InjectSection inject) => inject.Trigger switch
    {
        InjectTrigger.AtTime => language.Pick("定时", "at a time"),
        InjectTrigger.IfMissed => $"{language.Pick("备用", "unless")} {inject.Watched!.Value}",
        InjectTrigger.OnceMet => $"{language.Pick("后续", "once")} {inject.Watched!.Value}",
        _ => language.Pick("手动", "by hand"),
    };

    private string Word(Standing standing) => standing switch
    {
        Standing.Met => language.Pick("按时", "in time"),
        Standing.Late => language.Pick("逾时", "late"),
        Standing.Missed => language.Pick("未完成", "not done"),
        Standing.Awaited => language.Pick("待完成", "awaited"),
        _ => language.Pick("未到", "not yet"),
    };

    private static string Of(Points points) => string.Create(CultureInfo.InvariantCulture, $"{points.Had:0.##} / {points.Of:0.##}");

    private static string When(Rehearsed run, Instant? at) => at is { } moment
        ? TimeSpan.FromMilliseconds((moment - run.Debrief.Plan.Exercise.Begins).Milliseconds).ToString("'+'hh\\:mm\\:ss", CultureInfo.InvariantCulture)
        : "–";
}
