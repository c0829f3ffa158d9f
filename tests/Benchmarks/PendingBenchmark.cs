using GridGov.Twin.Engine.Chance;
using GridGov.Twin.Engine.Grains;
using GridGov.Twin.Engine.Snapshots;
using GridGov.Twin.Engine.Time;
using GridGov.Twin.Engine.World;

namespace GridGov.Twin.Benchmarks;

/// <summary>
/// How the cost of one message grows with the number pending: grains that each send themselves a message after a random time of
/// up to twenty minutes, against a <see cref="PriorityQueue{TElement,TPriority}"/> from which the first is taken and put back.
/// </summary>
internal sealed class PendingBenchmark : IBenchmark
{
    private const int Messages = 2_000_000;
    private const int LongestMs = 1_200_000;

    public string Name => "pending";

    public string What => "one message with 10, 2,000 and 200,000 pending: a world against a bare priority queue";

    public void Run(TextWriter output)
    {
        foreach (var pending in new[] { 10, 2_000, 200_000 })
        {
            output.WriteLine($"{pending} pending");
            var world = new World<Tickers>(new Tickers(), 1);
            var queue = new PriorityQueue<int, double>();
            for (var i = 0; i < pending; i++)
            {
                world.Post(new GrainId(1, i), new Tick(i), new Instant((long)i * LongestMs / pending));
                queue.Enqueue(i, (double)i * LongestMs / pending);
            }

            Contest.Run(output, "messages", Messages, 5,
                ("  PriorityQueue<int,double>, nothing else", () => Loop(queue)),
                ("  engine", () => world.RunUntil(Instant.Never, Messages)));
        }
    }

    private static void Loop(PriorityQueue<int, double> queue)
    {
        var chance = ChanceStream.For(1, 1, 1);
        for (var i = 0; i < Messages; i++)
        {
            queue.TryDequeue(out var grain, out var now);
            queue.Enqueue(grain, now + chance.Below(LongestMs));
        }
    }

    private record struct Tick(long Number) : IMessage
    {
        public static ushort Kind => 1;
    }

    private struct Tickers() : IModel
    {
        private ChanceStream _chance = ChanceStream.For(1, 1, 1);

        public void Handle(GrainId to, in Body message, Turn turn) =>
            turn.SendAfter(new Duration(_chance.Below(LongestMs)), to, message.As<Tick>());

        public readonly string NameOf(GrainId grain) => $"ticker {grain.Number}";

        public readonly void Write(SnapshotWriter writer) => writer.Value(_chance);

        public void Read(SnapshotReader reader) => _chance = reader.Value<ChanceStream>();
    }
}
