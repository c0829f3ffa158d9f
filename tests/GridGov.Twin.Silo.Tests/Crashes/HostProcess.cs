using System.Diagnostics;
using GridGov.Twin.Client;
using GridGov.Twin.Journal.Tests.Stores;

namespace GridGov.Twin.Silo.Tests.Crashes;

/// <summary>The real host as a process of its own, with an environment of its own, to be killed without warning and started again on the same journal.</summary>
internal sealed class HostProcess(string data, string? db, params (string Key, string Value)[] environment) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri($"http://127.0.0.1:{ThrowAwayPostgres.FreePort()}/") };
    private Process? _process;

    public ITwin Twin => new TwinClient(_http);

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GridGov.Twin.Silo.dll"), "--urls", _http.BaseAddress!.ToString()])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["GridGov__Data"] = data,
                ["GridGov__Worlds__0__Id"] = "live",
                ["GridGov__Worlds__0__Scenario"] = "quiet-village",
            },
        };
        if (db is not null)
        {
            start.Environment["GridGov__Db"] = db;
        }

        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        var said = _process.StandardError.ReadToEndAsync();
        while (!await IsUp())
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"the host did not start: {await said}");
            }

            await Task.Delay(100);
        }
    }

    /// <summary>SIGKILL: nothing of it can clean up.</summary>
    public void Kill()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
            _process = null;
        }
    }

    public void Dispose()
    {
        Kill();
        _http.Dispose();
    }

    private async Task<bool> IsUp()
    {
        try
        {
            return (await Twin.World("live")).State is "running" or "paused";
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TwinRefusedException)
        {
            return false;
        }
    }
}
