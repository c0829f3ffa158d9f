using System.Net.Http.Json;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Client;

/// <content>The drills.</content>
public sealed partial class TwinClient
{
    private const string DrillsRoot = "api/v1/drills";

    /// <inheritdoc/>
    public Task<DrillsView> Drills(CancellationToken stop = default) => Get<DrillsView>(DrillsRoot, stop);

    /// <inheritdoc/>
    public Task<OpenedWorld> OpenDrill(string drill, DrillOrder order, string actor, CancellationToken stop = default) =>
        Opened($"{DrillsRoot}/{Uri.EscapeDataString(drill)}/open", order, actor, stop);

    /// <inheritdoc/>
    public Task<DrillView?> Drill(string world, CancellationToken stop = default) => Find<DrillView>(In(world, "drill"), stop);

    /// <inheritdoc/>
    public Task<DrillScriptView> DrillScript(string world, string actor, CancellationToken stop = default) =>
        Send<DrillScriptView>(AsActor(HttpMethod.Get, In(world, "drill", "script"), actor), stop);

    /// <inheritdoc/>
    public Task<byte[]> DebriefFile(string world, string file, CancellationToken stop = default) => Bytes(In(world, "drill", "report", file), stop);

    /// <inheritdoc/>
    public Task<OpenedWorld> Replay(string world, ReplayOrder order, string actor, CancellationToken stop = default) =>
        Opened(In(world, "drill", "replay"), order, actor, stop);

    private Task<OpenedWorld> Opened<T>(string path, T order, string actor, CancellationToken stop)
    {
        var request = AsActor(HttpMethod.Post, path, actor);
        request.Content = JsonContent.Create(order, options: TwinJson.Options);
        return Send<OpenedWorld>(request, stop);
    }
}
