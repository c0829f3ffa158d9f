using System.Globalization;

namespace GridGov.Twin.Cli.Tests;

/// <summary>What a command said and how it ended.</summary>
internal sealed record Said(int Code, string Out, string Error);

/// <summary>Runs the command line in this process.</summary>
internal static class CommandLine
{
    public static Said Run(params string[] args) => Run(CancellationToken.None, args);

    public static Said Run(CancellationToken stop, params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = GridGovCommand.Run(args, new Terminal(output, error, OutIsTerminal: false, ErrorIsTerminal: false, stop));
        return new Said(code, output.ToString(), error.ToString());
    }
}
