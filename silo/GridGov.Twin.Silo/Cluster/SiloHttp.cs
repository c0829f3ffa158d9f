using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GridGov.Twin.Silo.Cluster;

/// <summary>Where the other silos of a cluster reach this one's API.</summary>
/// <param name="server">The server of the API.</param>
/// <param name="address">The silo's own address.</param>
/// <param name="given">The address that is configured; null: the silo's own, by the scheme and port it listens on.</param>
internal sealed class SiloHttp(IServer server, string address, Uri? given)
{
    /// <summary>The address; null before the server listens.</summary>
    public Uri? Address => given ?? Listening;

    // Between silos a certificate would have to be made out to their addresses: without one goes first.
    private Uri? Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse)
        .Where(one => one.Port > 0).OrderBy(one => one.Scheme, StringComparer.Ordinal).Select(one => new UriBuilder(one.Scheme, address, one.Port).Uri).FirstOrDefault();
}
