using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GridGov.Twin.Journal.Tests.Stores;

/// <summary>
/// A PostgreSQL server of this process alone, on 127.0.0.1, with its data in a temporary folder; gone when the process ends, however it ends.
/// Where none is installed, root on Debian installs one; elsewhere, or with GRIDGOV_POSTGRES=off, there is none, and <see cref="WhyNot"/> says why.
/// </summary>
public sealed class ThrowAwayPostgres : IDisposable
{
    private static readonly Lazy<ThrowAwayPostgres> Only = new(() => new ThrowAwayPostgres("-c fsync=off"));
    private static readonly Lazy<string> Binaries = new(FindOrInstall);
    private static int _databases;

    private readonly Process? _server;
    private readonly string _folder = "";

    /// <summary>Starts a server, with further settings such as <c>-c fsync=off</c>.</summary>
    public ThrowAwayPostgres(params string[] settings)
    {
        try
        {
            var bin = Binaries.Value;
            Port = FreePort();
            _folder = Directory.CreateTempSubdirectory("gridgov-postgres-").FullName;
            _server = Start(bin, _folder, settings);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            WhyNot = $"no PostgreSQL: {fault.Message}";
        }
    }

    /// <summary>The server the tests of this process share; it does not wait for the disk, for no test cuts the power.</summary>
    public static ThrowAwayPostgres Shared => Only.Value;

    /// <summary>Why there is no server; null when there is.</summary>
    public string? WhyNot { get; }

    public int Port { get; }

    /// <summary>Where a database of the server is.</summary>
    public string Address(string database) => string.Create(CultureInfo.InvariantCulture, $"postgres://gridgov@127.0.0.1:{Port}/{database}");

    /// <summary>Makes an empty database and says its name.</summary>
    public string NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _databases)}");
        using var connection = new Npgsql.NpgsqlConnection(string.Create(CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={Port};Username=gridgov;Database=postgres;Pooling=false"));
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        return name;
    }

    /// <summary>Stops the server as a crash does, and starts it again after a while.</summary>
    public void Crash(TimeSpan away)
    {
        var user = Environment.IsPrivilegedProcess ? "runuser -u postgres --" : "";
        var script = string.Create(CultureInfo.InvariantCulture, $"""
            kill -QUIT $(head -n 1 '{_folder}/data/postmaster.pid')
            sleep {away.TotalSeconds}
            {user} '{Binaries.Value}/pg_ctl' -D '{_folder}/data' -o "-k '{_folder}' -p {Port} -c listen_addresses=127.0.0.1 -c max_connections=300" -l '{_folder}/data/again.log' -w -t 120 start >/dev/null
            """);
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = "/" })!;
        shell.WaitForExit();
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException($"the server did not start again: pg_ctl ended with {shell.ExitCode}");
        }
    }

    /// <summary>Stops the server and removes its folder.</summary>
    public void Dispose()
    {
        if (_server is { HasExited: false })
        {
            _server.StandardInput.Close();
            _server.WaitForExit(10_000);
        }
    }

    // The shell waits for its input to end, which it does when this process ends in whatever way; then it stops the server and tidies up.
    private Process Start(string bin, string folder, string[] settings)
    {
        var user = Environment.IsPrivilegedProcess ? "runuser -u postgres --" : "";
        var script = string.Create(CultureInfo.InvariantCulture, $"""
            set -e
            {(user.Length > 0 ? $"chown postgres '{folder}'" : "")}
            {user} '{bin}/initdb' -D '{folder}/data' -U gridgov -A trust -E UTF8 --no-locale --no-sync >'{folder}/log' 2>&1
            {user} '{bin}/postgres' -D '{folder}/data' -k '{folder}' -p {Port} -c listen_addresses=127.0.0.1 {string.Join(' ', settings)} >>'{folder}/log' 2>&1 &
            for i in $(seq 600); do
              if [ -S '{folder}/.s.PGSQL.{Port}' ] && '{bin}/pg_isready' -q -h 127.0.0.1 -p {Port}; then echo ready; break; fi
              sleep 0.1
            done
            echo late
            read -r _ || true
            kill -INT $(head -n 1 '{folder}/data/postmaster.pid') || true
            wait || true
            rm -rf '{folder}'
            """);
        var server = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        if (server.StandardOutput.ReadLine() == "ready")
        {
            return server;
        }

        server.StandardInput.Close();
        throw new IOException($"the server in {folder} did not start");
    }

    private static string FindOrInstall()
    {
        if (Environment.GetEnvironmentVariable("GRIDGOV_POSTGRES") == "off")
        {
            throw new InvalidOperationException("GRIDGOV_POSTGRES is off");
        }

        if (Find() is { } found)
        {
            return found;
        }

        if (!Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
        {
            throw new InvalidOperationException("it is not installed, and only root on Debian may install it");
        }

        const string install = "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 postgresql";
        using var apt = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"({install}) >/dev/null 2>&1 </dev/null"]))!;
        apt.WaitForExit();
        return Find() ?? throw new InvalidOperationException($"it is not installed, and installing it failed: apt-get ended with {apt.ExitCode}");
    }

    private static string? Find()
    {
        const string versions = "/usr/lib/postgresql";
        var debian = Directory.Exists(versions) ? Directory.GetDirectories(versions) : [];
        var newestFirst = debian.OrderByDescending(folder => folder.Length).ThenByDescending(folder => folder, StringComparer.Ordinal);
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return newestFirst.Select(folder => Path.Combine(folder, "bin")).Concat(path)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    /// <summary>A port that nobody listens on now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
