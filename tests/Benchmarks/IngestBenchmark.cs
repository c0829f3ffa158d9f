using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using GridGov.Twin.Contracts;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// How much the real host takes in over HTTP and keeps durably, clients and host in one process: telemetry in batches, commands of many
/// clients, and how soon a command is acknowledged at half of what is possible. Against plain inserts of as many rows and bytes into SQLite, as
/// many in a transaction as the host's commits held in the mean.
/// </summary>
internal sealed class IngestBenchmark : IBenchmark
{
    private const int BatchReadings = 1_000;
    private const int Feeders = 4;
    private const int Clients = 64;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan During = TimeSpan.FromSeconds(10);

    private int _keys;

    public string Name => "ingest";

    public string What => "the real host on SQLite: readings/s, durable commands/s, and the time to an acknowledgement at half that rate";

    public void Run(TextWriter output) => Measure(output).GetAwaiter().GetResult();

    private async Task Measure(TextWriter output)
    {
        await using var host = await RunningHost.Start("first-day");
        var devices = (await host.Http.GetFromJsonAsync<DeviceRow[]>($"api/v1/worlds/{RunningHost.WorldId}/devices"))!.Select(device => device.Code).ToArray();
        output.WriteLine($"{Figures.Load()}; {devices.Length} devices");
        var bodies = Enumerable.Range(0, Feeders).Select(client => BodyOf(devices, client)).ToArray();
        await Contend(output, "readings", host, Feeders, BatchReadings, client => Feed(host, bodies[client]));
        var half = await Contend(output, "commands", host, Clients, 1, _ => Give(host, devices)) / 2;
        var times = await OpenLoop.Run(half, During, _ => Give(host, devices));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"commands   {half,9:#,0}/s offered, {times.Length:#,0} acknowledged: "
            + $"p50 {Figures.Quantile(times, 0.5):0} ms   p99 {Figures.Quantile(times, 0.99):0} ms   longest {times[^1]:0} ms"));
        output.WriteLine(Figures.Load());
    }

    // The host's rate of what is counted, acknowledged as durable; and the plain store's with the same groups, right after it.
    private static async Task<double> Contend(TextWriter output, string what, RunningHost host, int clients, int each, Func<int, Task> send)
    {
        await Rate(clients, WarmUp, send);
        var before = WrittenRecords.Count(host.Journal, RunningHost.WorldId);
        var cpu = Environment.CpuUsage.TotalTime;
        var accepted = await Rate(clients, During, send) * each;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        var written = WrittenRecords.Read(host.Journal, RunningHost.WorldId, before + 1);
        var plainCpu = Environment.CpuUsage.TotalTime;
        var plain = PlainRate(Path.Combine(host.Folder, $"plain-{what}.db"), written);
        plainCpu = Environment.CpuUsage.TotalTime - plainCpu;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-10} {accepted,9:#,0}/s from {clients} clients   "
            + $"{written.Inputs:#,0} in {written.Commits:#,0} commits, {written.Group:#,0} and {written.BytesOfEach} bytes each   "
            + $"plain {plain,9:#,0} rows/s   ratio {accepted / plain:0.000}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-10} {cpu.TotalMicroseconds / written.Inputs,9:0.0} µs of CPU each, clients included   plain {plainCpu.TotalMicroseconds / written.Inputs:0.0} µs"));
        return accepted;
    }

    // Requests per second, each client sending its next one when the last is answered.
    private static async Task<double> Rate(int clients, TimeSpan during, Func<int, Task> send)
    {
        var clock = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var count = 0;
            for (; clock.Elapsed < during; count++)
            {
                await send(client);
            }

            return count;
        })));
        return done.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static double PlainRate(string file, WrittenRecords written)
    {
        using var plain = PlainInserts.IntoSqlite(file);
        var bytes = new byte[written.BytesOfEach];
        var clock = Stopwatch.StartNew();
        for (var left = written.Inputs; left > 0; left -= written.Group)
        {
            plain.Commit(bytes, (int)Math.Min(left, written.Group));
        }

        return written.Inputs / clock.Elapsed.TotalSeconds;
    }

    // Levels below any alarm, as nearly all telemetry is: what they cost is the way in, not the cases they open.
    private static byte[] BodyOf(string[] devices, int client) => JsonSerializer.SerializeToUtf8Bytes(
        new ReadingBatch([.. Enumerable.Range(client * BatchReadings, BatchReadings).Select(i => new Reading(devices[i % devices.Length], i % 60 / 100.0))]),
        JsonSerializerOptions.Web);

    private static async Task Feed(RunningHost host, byte[] body)
    {
        using var answer = await host.Http.PostAsync($"api/v1/worlds/{RunningHost.WorldId}/readings", new ByteArrayContent(body));
        answer.EnsureSuccessStatusCode();
        var counted = await answer.Content.ReadFromJsonAsync<ReadingAnswer>();
        if (counted!.Accepted != BatchReadings)
        {
            throw new InvalidOperationException($"{counted.Accepted} of {BatchReadings} readings were accepted");
        }
    }

    private async Task Give(RunningHost host, string[] devices)
    {
        var number = Interlocked.Increment(ref _keys);
        var command = new Command("silence-device", "benchmark", Device: devices[number % devices.Length], Minutes: 1 + (number % 600));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/worlds/{RunningHost.WorldId}/commands") { Content = JsonContent.Create(command) };
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"benchmark-{number}"));
        using var answer = await host.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        if ((await answer.Content.ReadFromJsonAsync<CommandAnswer>())!.Outcome != "done")
        {
            throw new InvalidOperationException($"command {number} was not done");
        }
    }
}
