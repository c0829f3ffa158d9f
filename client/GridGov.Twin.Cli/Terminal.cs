using System.Text;
using Spectre.Console;

namespace GridGov.Twin.Cli;

/// <summary>
/// Where a command writes and who may stop it. Results go to <paramref name="Out"/>, progress and faults to <paramref name="Error"/>, so that
/// output can be piped. Either may be a real terminal or a file.
/// </summary>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool OutIsTerminal, bool ErrorIsTerminal, CancellationToken Stop)
{
    // What tables are laid out for where no terminal tells its width.
    private const int UsualWidth = 100;

    /// <summary>The terminal of this process, in UTF-8.</summary>
    public static Terminal OfThisProcess(CancellationToken stop)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected, stop);
    }

    /// <summary>Draws tables on the output.</summary>
    public IAnsiConsole Tables() => ConsoleOn(Out, OutIsTerminal);

    /// <summary>Draws progress on the error output.</summary>
    public IAnsiConsole ProgressConsole() => ConsoleOn(Error, ErrorIsTerminal);

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = UsualWidth;
        }

        return console;
    }
}
