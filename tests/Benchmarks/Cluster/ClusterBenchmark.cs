using System.Diagnostics;
using System.Globalization;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Journal.Tests.Stores;
using GridGov.Twin.Scenarios.Building;
using Npgsql;

namespace GridGov.Twin.Benchmarks.Cluster;

/// <summary>
/// What a grain of a district costs on Microsoft Orleans and PostgreSQL, against a bare grain there which only writes the same bytes into the same
/// server: durable messages per second, how fast idle grains come up, and what one of them holds in memory. Silos run in this process.
/// </summary>
internal sealed class ClusterBenchmark : IBenchmark
{
    private const int Rounds = 3;

    public string Name => "cluster";

    public string What => "grains on Orleans and PostgreSQL against bare grains that write the same bytes; bytes of an idle grain; two silos against one";

    public void Run(TextWriter output) => Measure(output).GetAwaiter().GetResult();

    private static async Task Measure(TextWriter output)
    {
        using var server = new ThrowAwayPostgres("-c max_connections=300");
        if (server.WhyNot is { } reason)
        {
            output.WriteLine(reason);
            return;
        }

        var setting = new Setting(ScenarioBuilder.Load(Tree.Shipped("dongcheng")).Plan);
        output.WriteLine($"{Figures.Load()}; {setting.Plan.City.Devices.Length} devices");
        var alone = await OneSilo(output, server, setting);
        var both = await TwoSilos(server, setting);
        Say(output, $"two silos  {both,9:#,0} messages/s handled and durable, in one process   ratio to one {both / alone:0.00}");
        output.WriteLine(Figures.Load());
    }

    private static async Task<double> OneSilo(TextWriter output, ThrowAwayPostgres server, Setting setting)
    {
        var (db, devices) = (server.Address(server.NewDatabase()), setting.Plan.City.Devices.Length);
        await using var silo = await RunningSilo.Start(db, setting);
        var (bareUp, bareBytes) = await Rise(devices, grain => Bare(silo, grain).Touch());
        var (up, bytes) = await Rise(devices, grain => silo.Home.Door.Wake(RunningSilo.World, Grain.DeviceOf(grain)));
        Say(output, $"activation {up,9:#,0} grains/s, {bytes:0} bytes each idle   bare {bareUp,9:#,0} grains/s, {bareBytes:0} bytes each   ratio {up / bareUp:0.00}");

        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            var mine = devices / await silo.Handle(silo.Enter(devices), [silo]);
            var written = new byte[BytesOfATurn(db)];
            var bare = devices / await Seconds(devices, grain => Bare(silo, grain).Write(written));
            if (round >= 0)
            {
                ours.Add(mine);
                theirs.Add(bare);
            }
        }

        var (handled, bareWrites) = (Figures.Median(ours), Figures.Median(theirs));
        Say(output, $"one silo   {handled,9:#,0} messages/s handled and durable   bare {bareWrites,9:#,0} writes/s of {BytesOfATurn(db)} bytes   ratio {handled / bareWrites:0.00}");
        var (turns, commits, took) = silo.Home.Keeper.Done;
        Say(output, $"           {turns:#,0} turns in {commits:#,0} commits of {took.TotalMilliseconds / commits:0.0} ms");
        return handled;
    }

    private static async Task<double> TwoSilos(ThrowAwayPostgres server, Setting setting)
    {
        var (db, devices) = (server.Address(server.NewDatabase()), setting.Plan.City.Devices.Length);
        await using var one = await RunningSilo.Start(db, setting);
        await using var other = await RunningSilo.Start(db, setting);
        await Rise(devices, grain => one.Home.Door.Wake(RunningSilo.World, Grain.DeviceOf(grain)));
        var rates = new List<double>();
        for (var round = -1; round < Rounds; round++)
        {
            var rate = devices / await one.Handle(one.Enter(devices), [one, other]);
            if (round >= 0)
            {
                rates.Add(rate);
            }
        }

        return Figures.Median(rates);
    }

    private static IBareGrain Bare(RunningSilo silo, int number) => silo.Grains.GetGrain<IBareGrain>(number);

    private static async Task<(double PerSecond, double BytesEach)> Rise(int count, Func<int, Task> call)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var seconds = await Seconds(count, call);
        return (count / seconds, (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / count);
    }

    // Five hundred at once, as messages are handed out.
    private static async Task<double> Seconds(int count, Func<int, Task> call)
    {
        var clock = Stopwatch.StartNew();
        foreach (var some in Enumerable.Range(0, count).Chunk(500))
        {
            await Task.WhenAll(some.Select(call));
        }

        return clock.Elapsed.TotalSeconds;
    }

    // What a turn adds to the tables: the message handled, its events, and what it sent.
    private static int BytesOfATurn(string db)
    {
        using var connection = new NpgsqlConnection(Journal.DatabaseAddress.Read(db).In("gridgov_journal"));
        connection.Open();
        using var command = new NpgsqlCommand(
            "SELECT ((SELECT sum(octet_length(handled)) FROM turns) + (SELECT sum(octet_length(body)) FROM records) + "
            + "(SELECT coalesce(sum(octet_length(message)), 0) FROM under_way)) / (SELECT count(*) FROM turns)", connection);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Say(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
