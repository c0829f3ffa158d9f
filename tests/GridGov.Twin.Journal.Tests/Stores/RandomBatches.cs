using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;
using Event = GridGov.Twin.Engine.Grains.Event;

namespace GridGov.Twin.Journal.Tests.Stores;

/// <summary>Batches of all shapes that follow one another: empty, large, with long texts, with and without keys.</summary>
internal sealed class RandomBatches(int seed)
{
    private static readonly string[] Words = ["", "派遣", "urge 督办", "a'b\"c;--", "😀", "line\nline", new('x', 900)];

    private readonly Random _chance = new(seed);
    private long _keys;

    public static Genesis Genesis(string world = "first-day") =>
        new(world, "live", "scenarios/first-day", 0xFEDC_BA98_7654_3210, 7, new DateTimeOffset(2025, 3, 1, 8, 0, 0, TimeSpan.Zero).AddTicks(1234567));

    public Batch Next(JournalHead head, int most = 6)
    {
        var to = head.Now + new Duration(_chance.Next(0, 100_000));
        var inputs = Enumerable.Range(0, _chance.Next(most)).Select(i => new Input(head.Inputs + i, At(head.Now, to), Grain(), Body())).ToArray();
        var events = Enumerable.Range(0, _chance.Next(most)).Select(i => new Event
        {
            At = At(head.Now, to),
            Sequence = head.Events + i,
            Source = Grain(),
            Body = Body(),
        }).ToArray();
        var commands = inputs.Select(input => Command(input.Sequence)).ToArray();
        return new Batch(head.Now, to, inputs, events, Word(), commands);
    }

    public CommandRecord Command(long firstInput, string? key = null) => new(
        firstInput, _chance.Next(3), Text(), Text(), Text(), new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(_chance.NextInt64(1L << 50)),
        key ?? (_chance.Next(3) == 0 ? null : $"key-{seed}-{_keys++}"), Word(), $"answer {Text()} {_chance.Next()}");

    public Body Body() => new() { Kind = (ulong)_chance.Next(70_000), W0 = Word(), W1 = Word(), W2 = Word(), W3 = Word() };

    public GrainId Grain() => new((byte)_chance.Next(256), _chance.NextInt64(1L << 56) >> _chance.Next(56));

    private string Text() => Words[_chance.Next(Words.Length)] + Words[_chance.Next(Words.Length)];

    private Instant At(Instant from, Instant to) => new(_chance.NextInt64(from.Milliseconds, to.Milliseconds + 1));

    // Numbers of every length, zero and all ones among them.
    private ulong Word() => _chance.Next(4) switch
    {
        0 => 0,
        1 => ulong.MaxValue >> _chance.Next(64),
        _ => (ulong)_chance.NextInt64(long.MinValue, long.MaxValue) >> _chance.Next(64),
    };
}
