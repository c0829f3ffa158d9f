using System.Net.Http.Json;
using System.Text.Json;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Journal.Tests.Stores;
using GridGov.Twin.Journal.Turns;
using GridGov.Twin.Scenarios.Building;
using Xunit.Abstractions;

namespace GridGov.Twin.Orleans.Tests.Survival;

/// <summary>Three real silos under load, treated as no cluster should be: nothing acknowledged is lost, nothing done twice, and no case is stuck.</summary>
public class SurvivalTests(ITestOutputHelper output)
{
    private const int People = 6;

    [Fact]
    public Task A_silo_that_is_killed_takes_nothing_with_it() => Survive(async (silos, _) =>
    {
        silos[0].Signal("KILL");
        silos[0].WaitForExit();
        await Task.Delay(TimeSpan.FromSeconds(20));
        silos[0].StartAgain();
        await silos[0].Ready();
    });

    [Fact]
    public Task A_silo_that_leaves_in_good_order_is_not_missed() => Survive(async (silos, _) =>
    {
        silos[1].Signal("TERM");
        silos[1].WaitForExit();
        await Task.Delay(TimeSpan.FromSeconds(5));
        silos[1].StartAgain();
        await silos[1].Ready();
    });

    [Fact]
    public Task A_silo_that_stands_still_past_its_lease_does_nothing_a_second_time_when_it_wakes() => Survive(async (silos, _) =>
    {
        silos[2].Signal("STOP");
        await Task.Delay(TimeSpan.FromSeconds(45));
        silos[2].Signal("CONT");
        await Task.Delay(TimeSpan.FromSeconds(20));
        silos[2].StartAgain();
        await silos[2].Ready();
    });

    [Fact]
    public Task A_database_that_crashes_and_comes_back_costs_time_only() => Survive((_, server) =>
    {
        server.Crash(TimeSpan.FromSeconds(1));
        return Task.Delay(TimeSpan.FromSeconds(10));
    });

    [Fact]
    public Task A_database_that_is_away_for_half_a_minute_costs_time_only() => Survive((_, server) =>
    {
        server.Crash(TimeSpan.FromSeconds(30));
        return Task.Delay(TimeSpan.FromSeconds(10));
    });

    private async Task Survive(Func<SiloProcess[], ThrowAwayPostgres, Task> trouble)
    {
        if (SiloProgram.Path is null)
        {
            output.WriteLine($"passed by: {SiloProgram.WhyNot}");
            return;
        }

        using var server = new ThrowAwayPostgres("-c max_connections=300");
        if (server.WhyNot is { } reason)
        {
            output.WriteLine($"passed by: {reason}");
            return;
        }

        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var db = server.Address(server.NewDatabase());
        SiloProcess[] silos = [new(db)];
        try
        {
            await silos[0].Ready();
            silos = [silos[0], new(db), new(db)];
            await Task.WhenAll(silos.Select(silo => silo.Ready()));
            await Arrived(silos[0]);
            using var operators = new Operators(silos, await Cells(silos[0]), await What(silos[0]), seed);
            operators.Begin(People);
            await Task.Delay(TimeSpan.FromSeconds(5));
            await trouble(silos, server);
            await Task.Delay(TimeSpan.FromSeconds(5));
            await operators.End();
            output.WriteLine($"{operators.Acknowledged.Count} commands acknowledged");
            operators.Acknowledged.ShouldNotBeEmpty();
            Check(db, operators.Acknowledged);
        }
        finally
        {
            output.WriteLine(string.Join(Environment.NewLine, silos.Select(silo => $"{silo.Address}: {silo.Said}")));
            Array.ForEach(silos, silo => silo.Dispose());
        }
    }

    private static void Check(string db, IReadOnlyDictionary<string, long> acknowledged)
    {
        using var store = TurnStores.Open(db);
        using var journal = store.Open(store.Worlds()[0], [], new WorldTime(Instant.Start, DateTimeOffset.UtcNow, 0, null, "1", true));
        SpinWait.SpinUntil(() => journal.Due(Late(journal), 1).Count == 0, TimeSpan.FromMinutes(3)).ShouldBeTrue("something that is due is not handled");
        journal.AllSetAside().ShouldBeEmpty();
        journal.Verify(null, CancellationToken.None).ShouldBeNull();
        GrainTurn[] turns = [.. journal.Turns(1).SelectMany(record => record.Turns)];
        turns.GroupBy(turn => turn.Handled.Id).ShouldAllBe(same => same.Count() == 1);
        var handled = turns.Select(turn => turn.Handled.Id).ToHashSet();
        foreach (var (key, input) in acknowledged)
        {
            journal.FindCommand(key).ShouldNotBeNull().FirstInput.ShouldBe(input);
            handled.ShouldContain(MessageId.OfInput(input), $"the command with key {key} was acknowledged");
        }

        acknowledged.Values.Distinct().Count().ShouldBe(acknowledged.Count);
        MadeAgain(turns, journal.Genesis.Seed);
    }

    // Every grain by itself, given its messages once more, announces what the cluster kept.
    private static void MadeAgain(GrainTurn[] turns, ulong seed)
    {
        var setting = new Setting(ScenarioBuilder.Load(Path.Combine(AppContext.BaseDirectory, "scenarios", "quiet-village")).Plan);
        foreach (var life in turns.GroupBy(turn => turn.Grain))
        {
            var (grain, number) = (new LoneGrain(life.Key, setting, seed), 0L);
            foreach (var turn in life)
            {
                turn.Number.ShouldBe(++number);
                var again = grain.Handle(turn.Handled.Sent, turn.At).Events.ToArray();
                again.Select(e => e.Body).ShouldBe(turn.Events.Select(e => e.Body));
            }
        }
    }

    // What was due two seconds ago by the wall clock is late.
    private static Instant Late(ITurnJournal journal) => journal.Time().NowAt(DateTimeOffset.UtcNow - TimeSpan.FromSeconds(5));

    private static async Task Arrived(SiloProcess silo)
    {
        using var http = new HttpClient();
        for (var until = DateTime.UtcNow + TimeSpan.FromMinutes(5); ; await Task.Delay(200))
        {
            var worlds = await http.GetFromJsonAsync<JsonElement>($"{silo.Address}/api/v1/worlds");
            if (worlds[0].GetProperty("clock").GetProperty("jumpTo").ValueKind == JsonValueKind.Null)
            {
                return;
            }

            (DateTime.UtcNow < until).ShouldBeTrue("the world does not come to its beginning");
        }
    }

    private static async Task<string[]> Cells(SiloProcess silo)
    {
        using var http = new HttpClient();
        var cells = await http.GetFromJsonAsync<JsonElement>($"{silo.Address}/api/v1/worlds/live/cells");
        return [.. cells.EnumerateArray().Select(cell => cell.GetProperty("code").GetString()!)];
    }

    private static async Task<string> What(SiloProcess silo)
    {
        using var http = new HttpClient();
        var kinds = await http.GetFromJsonAsync<JsonElement>($"{silo.Address}/api/v1/worlds/live/kinds");
        return kinds[0].GetProperty("key").GetString()!;
    }
}
