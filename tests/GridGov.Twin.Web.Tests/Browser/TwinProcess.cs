using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GridGov.Twin.Web.Tests.Browser;

/// <summary>The real program as its own process, on a free port and in a data folder of its own.</summary>
internal sealed class TwinProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string Here = Path.Combine(Tree.Root, "tests", "GridGov.Twin.Web.Tests", "Browser");
    private static readonly string[] OwnFiles =
    [
        "--GridGov:Experiments", Path.Combine(Here, "experiments"), "--GridGov:Proofs", Path.Combine(Here, "proofs"), "--GridGov:Drills", Path.Combine(Here, "drills"),
    ];
    private readonly string _data;
    private readonly string? _shows;
    private readonly string[] _settings;
    private Process _process;

    private TwinProcess(string data, int port, string? shows, string[] settings)
    {
        (_data, _shows, _settings) = (data, shows, settings);
        Address = $"http://localhost:{port}";
        _process = Launch();
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    /// <summary>Starts it, with worlds of its own or to show those of the host at an address, and waits until its world runs or, where that is not awaited, until it answers.</summary>
    public static async Task<TwinProcess> Start(string? shows = null, bool awaited = true, params string[] settings)
    {
        var twin = new TwinProcess(Directory.CreateTempSubdirectory("gridgov-web-").FullName, FreePort(), shows, settings);
        await twin.Ready(awaited ? "/api/v1/worlds" : "/about");
        return twin;
    }

    /// <summary>Ends it without warning, as a power failure would, and starts it again on the same data.</summary>
    public async Task KillAndStartAgain()
    {
        await Kill();
        await StartAgain();
    }

    /// <summary>Ends it without warning, as a power failure would.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again on the same data, after it was killed.</summary>
    public async Task StartAgain()
    {
        _process.Dispose();
        _process = Launch();
        await Ready();
    }

    /// <summary>Starts a second one on the same port, to show the worlds of a host where one is named, and gives its exit code and what it said.</summary>
    public async Task<(int Code, string Said)> StartSecond(string? shows = null)
    {
        using var second = Process.Start(StartOf(_data + "-second", shows))!;
        var said = await second.StandardError.ReadToEndAsync();
        await second.WaitForExitAsync();
        return (second.ExitCode, said);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
        if (Directory.Exists(_data + "-second"))
            Directory.Delete(_data + "-second", recursive: true);
    }

    private Process Launch()
    {
        var process = Process.Start(StartOf(_data, _shows))!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private ProcessStartInfo StartOf(string data, string? shows) => new(
        "dotnet", [Program(), "--urls", Address, "--GridGov:Data", data, .. shows is null ? OwnFiles : new[] { "--GridGov:Host", shows }, .. _settings])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    // Beside these tests, in the same configuration: the program with its own files around it.
    private static string Program()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Tree.Root, "twin-web", "GridGov.Twin.Web", "bin", configuration, "net10.0", "GridGov.Twin.Web.dll");
    }

    private async Task Ready(string path = "/api/v1/worlds")
    {
        using var http = new HttpClient();
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                var answer = await http.GetStringAsync(Address + path);
                if (path != "/api/v1/worlds" || answer.Contains("\"running\"", StringComparison.Ordinal) || answer.Contains("\"paused\"", StringComparison.Ordinal))
                    return;
            }
            catch (HttpRequestException) when (!_process.HasExited && DateTime.UtcNow < until)
            {
                // Not listening yet.
            }

            if (DateTime.UtcNow > until)
                throw new TimeoutException("the program did not come up");
            await Task.Delay(300);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
