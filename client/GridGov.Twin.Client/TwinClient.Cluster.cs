using System.Net.Http.Json;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Client;

/// <content>The cluster.</content>
public sealed partial class TwinClient
{
    private const string ClusterRoot = "api/v1/cluster";

    /// <inheritdoc/>
    public Task<ClusterView> Cluster(CancellationToken stop = default) => Get<ClusterView>(ClusterRoot, stop);

    /// <inheritdoc/>
    public Task<SetAsideRow> Retry(RetryOrder order, string actor, CancellationToken stop = default)
    {
        var request = AsActor(HttpMethod.Post, $"{ClusterRoot}/retry", actor);
        request.Content = JsonContent.Create(order, options: TwinJson.Options);
        return Send<SetAsideRow>(request, stop);
    }
}
