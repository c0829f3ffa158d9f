using System.Text;

namespace GridGov.Twin.Journal.Stores;

/// <summary>Texts as both databases can keep them.</summary>
internal static class Text
{
    private const char Unknown = '\uFFFD';

    /// <summary>The text without what PostgreSQL refuses or UTF-8 cannot say: NUL and halves of characters become �.</summary>
    public static string Clean(string text) => IsPlain(text)
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', Unknown);

    // Most texts, found out without copying them.
    private static bool IsPlain(ReadOnlySpan<char> text) => !text.Contains('\0') && !text.ContainsAnyInRange('\uD800', '\uDFFF');

    /// <summary>The command with all its texts clean.</summary>
    public static CommandRecord Clean(CommandRecord command) => command with
    {
        Actor = Clean(command.Actor),
        Action = Clean(command.Action),
        Target = Clean(command.Target),
        Key = command.Key is null ? null : Clean(command.Key),
        Answer = Clean(command.Answer),
        At = command.At.ToUniversalTime(),
    };
}
