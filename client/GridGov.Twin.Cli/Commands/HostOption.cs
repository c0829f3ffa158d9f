using System.CommandLine;

namespace GridGov.Twin.Cli.Commands;

/// <summary>The options <c>--host</c> and <c>--actor</c>, the same in every command that asks a host.</summary>
internal static class HostOption
{
    /// <summary><c>--host URL</c>.</summary>
    public static Option<string?> Build(string description, bool isRequired) => new("--host") { Description = description, HelpName = "URL", Required = isRequired };

    /// <summary><c>--actor NAME</c>.</summary>
    public static Option<string> Actor() => new("--actor")
    {
        Description = "who asks, for the host's audit log (default: the user of this machine)",
        HelpName = "NAME",
        DefaultValueFactory = _ => Environment.UserName,
    };

    /// <summary>A connection to the host at an address.</summary>
    public static HttpClient Connect(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new HttpClient { BaseAddress = new Uri($"{text.TrimEnd('/')}/") }
            : throw GivenText.Rejected("--host", text, "an address such as http://localhost:5080");

    /// <summary>The address without its last slash, as people write it.</summary>
    public static string NameOf(HttpClient http) => http.BaseAddress!.ToString().TrimEnd('/');
}
