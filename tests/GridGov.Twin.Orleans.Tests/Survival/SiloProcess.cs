using System.Diagnostics;
using System.Globalization;
using GridGov.Twin.Journal.Tests.Stores;

namespace GridGov.Twin.Orleans.Tests.Survival;

/// <summary>One silo as a process of its own, which may be treated badly.</summary>
internal sealed class SiloProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string _db;
    private readonly string _data = Directory.CreateTempSubdirectory("gridgov-silo-data-").FullName;
    private readonly Queue<string> _said = new();
    private Process _process;

    public SiloProcess(string db)
    {
        _db = db;
        Address = $"http://127.0.0.1:{ThrowAwayPostgres.FreePort()}";
        _process = Launch();
    }

    public string Address { get; }

    /// <summary>The last lines it said, for the output of a test that fails.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join(Environment.NewLine, _said);
            }
        }
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void WaitForExit() => _process.WaitForExit(Patience).ShouldBeTrue("the silo does not end");

    /// <summary>Starts it again, if it has ended.</summary>
    public void StartAgain()
    {
        if (_process.HasExited)
        {
            _process.Dispose();
            _process = Launch();
        }
    }

    /// <summary>Waits until it shows a world that runs or stands.</summary>
    public async Task Ready()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        for (var until = DateTime.UtcNow + Patience; ; await Task.Delay(200))
        {
            try
            {
                var worlds = await http.GetStringAsync($"{Address}/api/v1/worlds");
                if (worlds.Contains("\"state\":\"running\"", StringComparison.Ordinal) || worlds.Contains("\"state\":\"paused\"", StringComparison.Ordinal))
                {
                    return;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            (DateTime.UtcNow < until && !_process.HasExited).ShouldBeTrue($"the silo at {Address} does not get ready:{Environment.NewLine}{Said}");
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private Process Launch()
    {
        string[] arguments =
        [
            SiloProgram.Path!, "--host", "orleans", "--db", _db, "--urls", Address, "--GridGov:Data", _data,
            "--GridGov:Worlds:0:Id", "live", "--GridGov:Worlds:0:Scenario", "quiet-village", "--GridGov:Worlds:0:Pace", "60", "--GridGov:Worlds:0:BeginsAt", "08:00",
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.Enqueue(line ?? "");
            if (_said.Count > 60)
            {
                _said.Dequeue();
            }
        }
    }
}
