using System.Diagnostics;
using GridGov.Twin.Client;
using GridGov.Twin.Silo.Worlds;
using Microsoft.Data.Sqlite;

namespace GridGov.Twin.Silo.Tests.Api;

/// <summary>What keeps a host from starting is said in one line.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("gridgov-start-").FullName;

    [Theory]
    [InlineData("GridGov:Worlds:0:Scenario", "no-such-scenario", "no-such-scenario")]
    [InlineData("GridGov:Worlds:0:Id", "Not A Name", "expected 1 to 64 of")]
    [InlineData("GridGov:Worlds:0:Kind", "drill", "expected live; a drill is opened from its file")]
    [InlineData("GridGov:Worlds:0:Pace", "quick", "expected max or a number")]
    [InlineData("GridGov:Worlds:0:BeginsAt", "dawn", "such as 08:30")]
    [InlineData("GridGov:Drills", "nowhere", "there is no such folder")]
    [InlineData("GridGov:Otlp", "somewhere", "expected the address of a collector")]
    [InlineData("GridGov:Db", "/dev/null/twin.db", "journal cannot be opened")]
    [InlineData("GridGov:Db", "postgres://nobody@127.0.0.1:1/none", "journal cannot be opened")]
    public async Task A_wrong_setting_is_named(string key, string value, string said)
    {
        await using var app = TwinHouse.Build(_data, (key, value));
        (await Should.ThrowAsync<StartRefusedException>(() => app.StartAsync())).Message.ShouldContain(said);
    }

    [Fact]
    public async Task A_new_world_begins_where_it_is_told_to_and_not_again_after_a_restart()
    {
        const long MorningMs = 510 * 60_000;
        for (var start = 0; start < 2; start++)
        {
            await using var app = TwinHouse.Build(_data, ("GridGov:Worlds:0:BeginsAt", "08:30"), ("GridGov:Worlds:0:Pace", "10"));
            await app.StartAsync();
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            var twin = new TwinClient(http);
            var clock = (await twin.World("live")).Clock;
            while (clock.NowMs < MorningMs)
            {
                await Task.Delay(20);
                clock = (await twin.World("live")).Clock;
            }

            clock.Pace.ShouldBe("10");
            clock.NowMs.ShouldBeLessThan(MorningMs + 3_600_000);
            clock.JumpTo.ShouldBeNull();
            await app.StopAsync();
        }
    }

    [Fact]
    public async Task A_scenario_that_is_not_valid_is_named_with_its_line()
    {
        var file = Path.Combine(_data, "scenario.yaml");
        await File.WriteAllTextAsync(file, "extends: defaults\nscenario: bad\ndays: minus\n");
        await using var app = TwinHouse.Build(_data, ("GridGov:Worlds:0:Scenario", file));
        var message = (await Should.ThrowAsync<StartRefusedException>(() => app.StartAsync())).Message;
        message.ShouldContain("scenario.yaml:");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_database_that_another_host_writes_is_refused()
    {
        await using var first = TwinHouse.Build(_data);
        await first.StartAsync();
        await using var second = TwinHouse.Build(_data);
        (await Should.ThrowAsync<StartRefusedException>(() => second.StartAsync())).Message.ShouldContain("live");
        await first.StopAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(_data, "twin.db"), new string('x', 10_000));
        await using var app = TwinHouse.Build(_data);
        (await Should.ThrowAsync<StartRefusedException>(() => app.StartAsync())).Message.ShouldContain("twin.db");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_ends_the_program_with_one_line_that_names_both_versions()
    {
        await using (var app = TwinHouse.Build(_data))
        {
            await app.StartAsync();
            await app.StopAsync();
        }

        await using (var database = new SqliteConnection($"Data Source={Path.Combine(_data, "twin.db")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var newer = database.CreateCommand();
            newer.CommandText = "UPDATE journal_version SET version = 7";
            await newer.ExecuteNonQueryAsync();
        }

        var (code, said, printed) = await Run("http://127.0.0.1:0");
        code.ShouldBe(1);
        said.Trim().ShouldMatch("^gridgov: the journal cannot be opened: [^\n]*twin.db: its journal has version 7, this program knows versions up to 2: use a newer program$");
        printed.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_port_in_use_ends_the_program_with_one_line_and_no_stack_trace()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var (code, said, printed) = await Run($"http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}");
        code.ShouldBe(1);
        said.Trim().Split('\n').Length.ShouldBe(1);
        said.ShouldContain("address already in use");
        printed.ShouldNotContain("   at ");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    // The real program, which is expected to end by itself.
    private async Task<(int Code, string Said, string Printed)> Run(string address)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GridGov.Twin.Silo.dll"), "--urls", address])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["GridGov__Data"] = _data, ["GridGov__Worlds__0__Scenario"] = "quiet-village" },
        };
        using var host = Process.Start(start)!;
        var printing = host.StandardOutput.ReadToEndAsync();
        var said = await host.StandardError.ReadToEndAsync();
        await host.WaitForExitAsync();
        return (host.ExitCode, said, await printing);
    }
}
