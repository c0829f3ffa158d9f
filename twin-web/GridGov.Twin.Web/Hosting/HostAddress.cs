using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GridGov.Twin.Web.Hosting;

/// <summary>Where this process listens, and where the twin host is that it shows: itself, unless <c>GridGov:Host</c> names another.</summary>
public sealed class HostAddress(IServer server, IConfiguration configuration)
{
    /// <summary>The address when nothing else is asked for: this machine only.</summary>
    public const string Default = "http://localhost:5080";

    private static readonly string[] Given = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints:Http:Url"];

    /// <summary>The first address this process listens on, as a browser on this machine opens it. Known once it has started.</summary>
    public string Own => Reachable(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Default);

    /// <summary>The twin host.</summary>
    public Uri Twin => new(Elsewhere(configuration) ?? Own);

    /// <summary>The other host that <c>GridGov:Host</c> names; null when the worlds run in this process.</summary>
    public static string? Elsewhere(IConfiguration configuration) => configuration["GridGov:Host"] is { Length: > 0 } host ? host : null;

    /// <summary>Whether anyone said where to listen: by argument, environment or settings.</summary>
    public static bool IsGiven(IConfiguration configuration) =>
        Array.Exists(Given, key => !string.IsNullOrEmpty(configuration[key]));

    private static string Reachable(string address) =>
        address.Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal);
}
