using System.Net.Http.Json;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Client;

/// <content>The experiments.</content>
public sealed partial class TwinClient
{
    private const string ExperimentsRoot = "api/v1/experiments";

    /// <inheritdoc/>
    public Task<ExperimentRow[]> Experiments(CancellationToken stop = default) => Get<ExperimentRow[]>(ExperimentsRoot, stop);

    /// <inheritdoc/>
    public Task<ExperimentView?> Experiment(string experiment, CancellationToken stop = default) => Find<ExperimentView>(Of(experiment), stop);

    /// <inheritdoc/>
    public Task<ExperimentRow> ExperimentProgress(string experiment, CancellationToken stop = default) => Get<ExperimentRow>($"{Of(experiment)}/progress", stop);

    /// <inheritdoc/>
    public Task<ExperimentRow> RunExperiment(string experiment, string actor, CancellationToken stop = default) =>
        Send<ExperimentRow>(AsActor(HttpMethod.Post, $"{Of(experiment)}/run", actor), stop);

    /// <inheritdoc/>
    public Task<ExperimentRow> StopExperiment(string experiment, string actor, CancellationToken stop = default) =>
        Send<ExperimentRow>(AsActor(HttpMethod.Delete, $"{Of(experiment)}/run", actor), stop);

    /// <inheritdoc/>
    public Task<OpenedReplication> OpenReplication(string experiment, ReplicationOrder order, string actor, CancellationToken stop = default)
    {
        var request = AsActor(HttpMethod.Post, $"{Of(experiment)}/replications", actor);
        request.Content = JsonContent.Create(order, options: TwinJson.Options);
        return Send<OpenedReplication>(request, stop);
    }

    /// <inheritdoc/>
    public Task<byte[]> ReportFile(string experiment, string file, CancellationToken stop = default) =>
        Bytes($"{Of(experiment)}/report/{Uri.EscapeDataString(file)}", stop);

    private async Task<byte[]> Bytes(string path, CancellationToken stop)
    {
        using var answer = await http.GetAsync(path, stop);
        await Refusal.ThrowIfRefused(answer, stop);
        return await answer.Content.ReadAsByteArrayAsync(stop);
    }

    private static HttpRequestMessage AsActor(HttpMethod method, string path, string actor)
    {
        var request = new HttpRequestMessage(method, path);
        NameActor(request, actor);
        return request;
    }

    private static string Of(string experiment) => $"{ExperimentsRoot}/{Uri.EscapeDataString(experiment)}";
}
