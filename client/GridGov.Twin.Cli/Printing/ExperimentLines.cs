using System.Globalization;
using GridGov.Twin.Contracts;
using Spectre.Console;

namespace GridGov.Twin.Cli.Printing;

/// <summary>What is said of an experiment that has no tables: one that was stopped, and one that a host ran.</summary>
internal static class ExperimentLines
{
    /// <summary>Says that there is no result, and how to go on.</summary>
    public static int Stopped(bool isKept, Terminal terminal)
    {
        terminal.Error.WriteLine(isKept
            ? "gridgov: stopped; there is no result. What was done is kept: the same command goes on from there"
            : "gridgov: stopped; there is no result, and nothing was kept (--afresh)");
        return ExitCode.Stopped;
    }

    /// <summary>Says that somebody stopped it on the host.</summary>
    public static int StoppedThere(string host, Terminal terminal)
    {
        terminal.Error.WriteLine($"gridgov: it was stopped on {host}; there is no result. What was done is kept there: the same command goes on from there");
        return ExitCode.Stopped;
    }

    /// <summary>Says that the host was told to stop it.</summary>
    public static int Stopping(string host, Terminal terminal)
    {
        terminal.Out.WriteLine($"the experiment stops on {host}; what is done is kept there");
        return ExitCode.Ok;
    }

    /// <summary>Says that the host goes on without anybody watching.</summary>
    public static int Left(string file, string host, Terminal terminal)
    {
        terminal.Error.WriteLine(
            $"gridgov: not watched any more; the experiment goes on at {host}. The same command watches it again; gridgov experiment stop {file} --host {host} stops it");
        return ExitCode.Stopped;
    }

    /// <summary>Prints what a host found out, and where its report is.</summary>
    public static int Answered(ExperimentRow row, string host, Language language, Terminal terminal)
    {
        var (console, last) = (terminal.Tables(), row.Last!);
        console.Write(new Text($"{language.Pick(row.Title.Zh, row.Title.En)} ({row.Id})\n", new Style(decoration: Decoration.Bold)));
        console.WriteLine(language.Pick(row.Question.Zh, row.Question.En));
        console.WriteLine();
        console.Write(new Text($"{language.Head(last.Answer.Zh, last.Answer.En)}\n", new Style(decoration: Decoration.Bold)));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{language.Pick("独立观测", "observations")} {last.Observations} · {last.WallS:0.0} s · {last.Actor} · {last.At}"));
        terminal.Out.WriteLine($"{language.Pick("报告", "report")}: {host}/api/v1/experiments/{row.Id}/report");
        return ExitCode.Ok;
    }
}
