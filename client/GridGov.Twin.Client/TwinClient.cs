using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Client;

/// <summary>
/// <see cref="ITwin"/> over HTTP. <paramref name="http"/> has the host's address as its base address; it is not disposed here.
/// </summary>
public sealed partial class TwinClient(HttpClient http) : ITwin
{
    private const string Root = "api/v1/worlds";

    /// <inheritdoc/>
    public Task<WorldView[]> Worlds(CancellationToken stop = default) => Get<WorldView[]>(Root, stop);

    /// <inheritdoc/>
    public Task<WorldView> World(string world, CancellationToken stop = default) => Get<WorldView>(In(world), stop);

    /// <inheritdoc/>
    public Task<ClockView> Order(string world, ClockOrder order, string actor, CancellationToken stop = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, In(world, "clock")) { Content = JsonContent.Create(order, options: TwinJson.Options) };
        NameActor(request, actor);
        return Send<ClockView>(request, stop);
    }

    /// <inheritdoc/>
    public Task<IndicatorsView> Indicators(string world, CancellationToken stop = default) => Get<IndicatorsView>(In(world, "indicators"), stop);

    /// <inheritdoc/>
    public Task<WorkflowView> Workflow(string world, CancellationToken stop = default) => Get<WorkflowView>(In(world, "workflow"), stop);

    /// <inheritdoc/>
    public Task<KindView[]> Kinds(string world, CancellationToken stop = default) => Get<KindView[]>(In(world, "kinds"), stop);

    /// <inheritdoc/>
    public Task<DepartmentView[]> Departments(string world, CancellationToken stop = default) =>
        Get<DepartmentView[]>(In(world, "departments"), stop);

    /// <inheritdoc/>
    public Task<Page<CaseRow>> Cases(string world, CaseQuery query, CancellationToken stop = default) =>
        Get<Page<CaseRow>>(In(world, "cases") + CaseFilter.Text(query), stop);

    /// <inheritdoc/>
    public Task<CaseView?> Case(string world, long number, CancellationToken stop = default) => Find<CaseView>(In(world, "cases", Text(number)), stop);

    /// <inheritdoc/>
    public Task<CallerView?> Caller(string world, long number, string actor, CancellationToken stop = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, In(world, "cases", Text(number), "caller"));
        NameActor(request, actor);
        return Find<CallerView>(request, stop);
    }

    /// <inheritdoc/>
    public Task<CellView?> Cell(string world, string code, CancellationToken stop = default) => Find<CellView>(In(world, "cells", code), stop);

    /// <inheritdoc/>
    public Task<BuildingView?> Building(string world, int index, CancellationToken stop = default) =>
        Find<BuildingView>(In(world, "buildings", Text(index)), stop);

    /// <inheritdoc/>
    public Task<DeviceView?> Device(string world, string code, CancellationToken stop = default) => Find<DeviceView>(In(world, "devices", code), stop);

    /// <inheritdoc/>
    public Task<Page<OfficerRow>> Officers(string world, CancellationToken stop = default) => Get<Page<OfficerRow>>(In(world, "officers"), stop);

    /// <inheritdoc/>
    public Task<OfficerView?> Officer(string world, int index, CancellationToken stop = default) =>
        Find<OfficerView>(In(world, "officers", Text(index)), stop);

    /// <inheritdoc/>
    public Task<DeskRow[]> Desks(string world, CancellationToken stop = default) => Get<DeskRow[]>(In(world, "desks"), stop);

    /// <inheritdoc/>
    public Task<AlarmRow[]> Alarms(string world, CancellationToken stop = default) => Get<AlarmRow[]>(In(world, "alarms"), stop);

    /// <inheritdoc/>
    public Task<AuditLine[]> Audit(string world, long from, int most, CancellationToken stop = default) =>
        Get<AuditLine[]>($"{In(world, "audit")}?from={Text(from)}&most={Text(most)}", stop);

    /// <inheritdoc/>
    public Task<CommandAnswer> Give(string world, Command command, string? key = null, CancellationToken stop = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, In(world, "commands")) { Content = JsonContent.Create(command, options: TwinJson.Options) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return Send<CommandAnswer>(request, stop);
    }

    /// <inheritdoc/>
    public Task<StreetRow[]> Streets(string world, CancellationToken stop = default) => Get<StreetRow[]>(In(world, "streets"), stop);

    /// <inheritdoc/>
    public Task<WhatIfView> Ask(string world, WhatIfQuestion question, string actor, CancellationToken stop = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, In(world, "what-if")) { Content = JsonContent.Create(question, options: TwinJson.Options) };
        NameActor(request, actor);
        return Send<WhatIfView>(request, stop);
    }

    /// <inheritdoc/>
    public Task<WhatIfView?> WhatIf(string world, long id, CancellationToken stop = default) => Find<WhatIfView>(In(world, "what-if", Text(id)), stop);

    /// <inheritdoc/>
    public async Task StopWhatIf(string world, long id, CancellationToken stop = default)
    {
        using var answer = await http.DeleteAsync(In(world, "what-if", Text(id)), stop);
        await Refusal.ThrowIfRefused(answer, stop);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChangeNote> Changes(string world, CancellationToken stop = default) =>
        new ChangeFeed(http, In(world, "changes")).Follow(stop);

    private Task<T> Get<T>(string path, CancellationToken stop) => Send<T>(new HttpRequestMessage(HttpMethod.Get, path), stop);

    private Task<T?> Find<T>(string path, CancellationToken stop)
        where T : class => Find<T>(new HttpRequestMessage(HttpMethod.Get, path), stop);

    private async Task<T?> Find<T>(HttpRequestMessage request, CancellationToken stop)
        where T : class
    {
        try
        {
            return await Send<T>(request, stop);
        }
        catch (TwinRefusedException missing) when (missing.Status == (int)HttpStatusCode.NotFound && missing.Code != Refusal.NoSuchWorld)
        {
            return null;
        }
    }

    private async Task<T> Send<T>(HttpRequestMessage request, CancellationToken stop)
    {
        using var sent = request;
        try
        {
            using var answer = await http.SendAsync(sent, HttpCompletionOption.ResponseHeadersRead, stop);
            await Refusal.ThrowIfRefused(answer, stop);
            return await answer.Content.ReadFromJsonAsync<T>(TwinJson.Options, stop)
                ?? throw new HttpRequestException($"{sent.RequestUri} answered nothing; expected {typeof(T).Name}");
        }
        catch (Exception broken) when (broken is IOException or TaskCanceledException { InnerException: TimeoutException })
        {
            // A host that dies in the middle of its answer, or gives none, cannot be reached either.
            throw new HttpRequestException($"{sent.RequestUri} did not answer to the end: {broken.Message}", broken);
        }
    }

    // Headers are ASCII, names are not.
    private static void NameActor(HttpRequestMessage request, string actor) => request.Headers.Add("X-Actor", Uri.EscapeDataString(actor));

    private static string In(string world, params ReadOnlySpan<string> path)
    {
        var text = $"{Root}/{Uri.EscapeDataString(world)}";
        foreach (var part in path)
        {
            text += $"/{Uri.EscapeDataString(part)}";
        }

        return text;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
