using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace GridGov.Twin.Orleans.Cluster;

/// <summary>How this process takes part in the cluster, under <c>GridGov:Cluster</c>.</summary>
/// <param name="Name">Which cluster; silos of one name and one database find each other.</param>
/// <param name="Address">Where the other silos reach this one.</param>
/// <param name="SiloPort">The port for other silos.</param>
/// <param name="GatewayPort">The port for clients of Orleans.</param>
/// <param name="Http">Where the other silos reach this one's API; null: at its address, by the scheme and port it listens on.</param>
public sealed record ClusterSettings(string Name, IPAddress Address, int SiloPort, int GatewayPort, Uri? Http = null)
{
    private const int FirstPort = 11_111;
    private static readonly List<Socket> Claims = [];

    /// <summary>
    /// Reads <c>Name</c>, <c>Address</c>, <c>Port</c> and <c>Http</c>. Without an address it is this machine's own, or the loopback's where the database is on
    /// this machine too; without a port the first two free ones from 11111 on are taken.
    /// </summary>
    /// <exception cref="FormatException">An address or a port is none.</exception>
    public static ClusterSettings Read(IConfiguration section, string? databaseHost)
    {
        ArgumentNullException.ThrowIfNull(section);
        var address = section["Address"] is { Length: > 0 } given ? AddressOf(given) : IsHere(databaseHost) ? IPAddress.Loopback : OwnAddress();
        var port = section["Port"] is { Length: > 0 } text ? PortOf(text) : FreePort(FirstPort);
        return new ClusterSettings(section["Name"] is { Length: > 0 } name ? name : "gridgov", address, port, FreePort(port + 1), HttpOf(section["Http"]));
    }

    private static IPAddress AddressOf(string given) => IPAddress.TryParse(given, out var address)
        ? address
        : throw new FormatException($"GridGov:Cluster:Address '{given}': expected an address such as 10.0.0.4");

    private static Uri? HttpOf(string? given) => given is not { Length: > 0 } ? null
        : Uri.TryCreate(given, UriKind.Absolute, out var http) && http.Scheme is "http" or "https" && http is { AbsolutePath: "/", Query: "" }
        ? http
        : throw new FormatException($"GridGov:Cluster:Http '{given}': expected where other silos reach this one's API, such as http://10.0.0.4:5199");

    private static int PortOf(string given)
    {
        if (!int.TryParse(given, out var port) || port is <= 0 or >= 65_535)
        {
            throw new FormatException($"GridGov:Cluster:Port '{given}': expected a number from 1 to 65534");
        }

        return IsListenedOn(port) || !Claim(port)
            ? throw new FormatException($"GridGov:Cluster:Port {given}: in use by another process; expected a free port")
            : port;
    }

    private static bool IsHere(string? host) =>
        host is null or "" or "localhost" || host.StartsWith('/') || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static IPAddress OwnAddress() =>
        Array.Find(Dns.GetHostAddresses(Dns.GetHostName()), address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address))
            ?? IPAddress.Loopback;

    private static int FreePort(int from) => Enumerable.Range(from, ushort.MaxValue - from).First(port => !IsListenedOn(port) && Claim(port));

    private static bool IsListenedOn(int port) => Array.Exists(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners(), listener => listener.Port == port);

    // Silos that start at the same moment would take the same port, share it, and be one and the same to all others: the UDP port of the same
    // number, which nobody else wants and which is free again when the process ends in whatever way, says that a port is taken.
    private static bool Claim(int port)
    {
        var claim = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            claim.Bind(new IPEndPoint(IPAddress.Loopback, port));
            Claims.Add(claim);
            return true;
        }
        catch (SocketException)
        {
            claim.Dispose();
            return false;
        }
    }
}
