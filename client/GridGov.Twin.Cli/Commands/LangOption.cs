using System.CommandLine;
using GridGov.Twin.Cli.Printing;

namespace GridGov.Twin.Cli.Commands;

/// <summary>The option <c>--lang</c>.</summary>
internal static class LangOption
{
    /// <summary><c>--lang both|zh|en</c>.</summary>
    public static Option<string?> Build() => new("--lang") { Description = "names in tables: both, zh or en (default: both)", HelpName = "LANG" };

    /// <summary>The language asked for.</summary>
    public static Language Read(ParseResult line, Option<string?> option) =>
        line.GetValue(option) is { } text ? GivenText.Word("--lang", text, Languages.Words) : Language.Both;
}
