using System.Collections.Concurrent;
using GridGov.Twin.Client;
using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Journal;
using GridGov.Twin.Silo.Tests.Worlds;
using Xunit.Abstractions;

namespace GridGov.Twin.Silo.Tests.Crashes;

/// <summary>The whole host is killed at random moments under load; nothing it acknowledged may be lost, and nothing be done twice.</summary>
public sealed class HostCrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Clients = 4;
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("GRIDGOV_ALL_CRASHES") == "1";
    private readonly string _data = Directory.CreateTempSubdirectory("gridgov-crash-").FullName;
    private readonly ConcurrentDictionary<string, (Command Command, CommandAnswer Answer)> _acknowledged = new(StringComparer.Ordinal);

    [Fact]
    public Task A_host_on_SQLite_killed_again_and_again_loses_nothing_and_does_nothing_twice() =>
        Survive(db: null, Path.Combine(_data, "twin.db"), rounds: IsLong ? 100 : 4);

    [Fact]
    public async Task So_does_one_on_PostgreSQL()
    {
        if (ThrowAway.Database(output) is { } db)
        {
            await Survive(db, db, rounds: IsLong ? 100 : 2);
        }
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private async Task Survive(string? db, string journal, int rounds)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        using var host = new HostProcess(_data, db);
        for (var round = 0; round < rounds; round++)
        {
            await host.Start();
            await AskAgain(host.Twin, chance);
            await UnderLoad(host, killAfterMs: chance.Next(50, 1_500), round);
        }

        output.WriteLine($"{_acknowledged.Count} commands acknowledged in {rounds} rounds");
        _acknowledged.ShouldNotBeEmpty();
        Judge(journal);
    }

    private async Task UnderLoad(HostProcess host, int killAfterMs, int round)
    {
        var twin = host.Twin;
        var codes = (await twin.Cell("live", await SomeCell(twin)))!.Devices.Select(device => device.Code).ToArray();
        var load = Enumerable.Range(0, Clients).Select(client => Send(twin, codes, $"{round}-{client}")).ToArray();
        do
        {
            await Task.Delay(killAfterMs);
        }
        while (_acknowledged.IsEmpty && !load.Any(client => client.IsCompleted)); // A busy machine may take its time for the first answer of all.

        host.Kill();
        await Task.WhenAll(load);
    }

    // Until the host is gone: what was not answered may or may not have happened.
    private async Task Send(ITwin twin, string[] devices, string name)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var command = new Command("silence-device", $"client {name}", Device: devices[i % devices.Length], Minutes: 1 + (i % 600));
                var key = $"{name}-{i}";
                _acknowledged[key] = (command, await twin.Give("live", command, key));
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or TwinRefusedException { Status: 503 } or IOException)
        {
            // It was killed.
        }
    }

    // The same key and request: the same answer, whatever happened to the host since.
    private async Task AskAgain(ITwin twin, Random chance)
    {
        foreach (var (key, (command, answer)) in _acknowledged.ToArray().OrderBy(_ => chance.Next()).Take(50))
        {
            (await twin.Give("live", command, key)).ShouldBe(answer, key);
        }
    }

    private void Judge(string journal)
    {
        using var store = Journals.OpenToRead(journal);
        using var history = store.Read("live")!;
        history.Verify(null, CancellationToken.None).ShouldBeNull();
        var done = history.Events(0, int.MaxValue).Where(e => e.Body.Kind == DeviceSilenced.Kind).Select(e => e.Body.As<DeviceSilenced>().Reference).ToArray();
        done.Distinct().Count().ShouldBe(done.Length);
        var missing = _acknowledged.Values.Select(pair => pair.Answer.Input).Except(done).ToArray();
        missing.ShouldBeEmpty();
        _acknowledged.Values.Select(pair => pair.Answer.Input).Distinct().Count().ShouldBe(_acknowledged.Count);
        var world = Beginning.NewWorld(new Setting(VillageWorld.Scenario.Plan), history.Genesis.Seed);
        JournalReplay.Recover(world, history);
        world.EventHash.ShouldBe(history.Head.EventHash);
    }

    private static async Task<string> SomeCell(ITwin twin)
    {
        var officers = await twin.Officers("live");
        foreach (var cell in (await Task.WhenAll(officers.Items.Select(officer => twin.Officer("live", officer.Index)))).SelectMany(officer => officer!.Beat))
        {
            if ((await twin.Cell("live", cell))!.Devices.Length > 0)
            {
                return cell;
            }
        }

        throw new InvalidOperationException("no cell on a beat has a device");
    }
}
