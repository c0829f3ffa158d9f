using System.Text.Json;
using GridGov.Twin.Contracts;
using GridGov.Twin.Domain.Devices;
using GridGov.Twin.Domain.Worlds;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Silo.Worlds;

namespace GridGov.Twin.Silo.Api;

/// <summary>Telemetry of devices: good readings are taken, bad ones listed with the reason.</summary>
internal static class ReadingRoutes
{
    private const int MostAtOnce = 10_000;

    public static void Map(RouteGroupBuilder world)
    {
        world.MapPost("/readings", Many).Accepts<ReadingBatch>("application/json", "*/*").Produces<ReadingAnswer>()
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429).WithSummary("Readings of many devices, at most 10,000; durable when answered");
        world.MapPost("/devices/{code}/readings", One).Accepts<ReadingLevel>("application/json", "*/*").Produces<ReadingAnswer>()
            .ProducesProblem(400).ProducesProblem(422).ProducesProblem(429).WithSummary("One reading of a device");
    }

    /// <summary>One reading: the level, 0 (quiet) to 1 (full scale).</summary>
    internal sealed record ReadingLevel(double Level);

    private static async Task<ReadingAnswer> One(string world, string code, HttpRequest request, WorldDesks desks, CancellationToken stop)
    {
        var desk = desks.Of(world);
        var device = desk.Views.DeviceOf(code) ?? throw Problems.NotFound("no-such-device", "没有此设备", "there is no such device");
        var level = (await Given.Json<ReadingLevel>(request, stop)).Level;
        if (level is not (>= 0 and <= 1))
        {
            throw Problems.Unusable("bad-level", "读数须为0至1", "a level is from 0 to 1");
        }

        await desk.Live.Give(WorldOrder.Of([DraftOf(device, level)]));
        return new ReadingAnswer(1, []);
    }

    private static async Task<ReadingAnswer> Many(string world, HttpRequest request, WorldDesks desks, CancellationToken stop)
    {
        var desk = desks.Of(world);
        var (good, bad) = (new List<Draft>(), new List<RejectedReading>());
        using (var body = Parse(await Given.Body(request, stop)))
        {
            var index = 0;
            foreach (var reading in ReadingsOf(body.RootElement))
            {
                Sort(desk, reading, index++, good, bad);
            }
        }

        if (good.Count > 0)
        {
            await desk.Live.Give(WorldOrder.Of([.. good]));
        }

        return new ReadingAnswer(good.Count, [.. bad]);
    }

    private static JsonDocument Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException wrong)
        {
            throw Given.Malformed(wrong);
        }
    }

    private static JsonElement.ArrayEnumerator ReadingsOf(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("readings", out var readings) || readings.ValueKind != JsonValueKind.Array)
        {
            throw Problems.Malformed("malformed", "须为含 readings 数组的对象", "expected an object with an array 'readings'");
        }

        return readings.GetArrayLength() <= MostAtOnce
            ? readings.EnumerateArray()
            : throw Problems.Unusable("too-many", "一次最多10000条读数", "at most 10,000 readings at once");
    }

    private static void Sort(WorldDesk desk, JsonElement reading, int index, List<Draft> good, List<RejectedReading> bad)
    {
        var isObject = reading.ValueKind == JsonValueKind.Object;
        var code = isObject && reading.TryGetProperty("device", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";
        var level = isObject && reading.TryGetProperty("level", out var given) && given.ValueKind == JsonValueKind.Number ? given.GetDouble() : double.NaN;
        if (code.Length == 0)
        {
            bad.Add(new RejectedReading(index, "", "no device is named"));
        }
        else if (desk.Views.DeviceOf(code) is not { } device)
        {
            bad.Add(new RejectedReading(index, code, "there is no such device"));
        }
        else if (level is not (>= 0 and <= 1))
        {
            bad.Add(new RejectedReading(index, code, double.IsNaN(level) ? "the level is not a number" : "the level is not from 0 to 1"));
        }
        else
        {
            good.Add(DraftOf(device, level));
        }
    }

    private static Draft DraftOf(int device, double level) => new(Grain.DeviceOf(device), Body.Of(new ReadingArrives(level)));
}
