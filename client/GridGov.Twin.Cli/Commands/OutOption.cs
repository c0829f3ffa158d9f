using System.CommandLine;

namespace GridGov.Twin.Cli.Commands;

/// <summary>The options <c>--out</c> and <c>--force</c>, the same in every command that writes a folder.</summary>
internal static class OutOption
{
    /// <summary><c>--out DIR</c>.</summary>
    public static Option<string?> Build(string description) => new("--out") { Description = description, HelpName = "DIR" };

    /// <summary><c>--force</c>.</summary>
    public static Option<bool> Force() => new("--force") { Description = "write into a folder that holds something else; only files of the same names are replaced" };
}
